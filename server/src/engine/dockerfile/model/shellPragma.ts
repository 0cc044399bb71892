import { hadolintShell } from '../../suppress/forms/hadolint.js';
import type { Span } from '../../text/span.js';
import type { DockerfileSyntax } from '../syntax/types.js';

/** `# hadolint shell=<word>`: what a person says of the shell of the base image. */
export interface ShellPragma {
  readonly span: Span;
  readonly word: string;
}

/** The pragmas that stand between instructions, in order. Takes no time for a text without one. */
export function shellPragmas({ source, comments, instructions }: DockerfileSyntax): readonly ShellPragma[] {
  if (!source.text.includes('hadolint')) return [];
  let next = 0;
  return comments.flatMap(({ span }) => {
    const word = hadolintShell(source.slice(span));
    if (word === undefined) return [];
    while ((instructions[next]?.span.end ?? Infinity) <= span.start) next++;
    const inside = (instructions[next]?.span.start ?? Infinity) < span.start;
    return inside ? [] : [{ span, word }];
  });
}
