import { parseSyntax } from '../../../server/src/engine/dockerfile/syntax/parse.js';
import type { DockerfileSyntax, Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import type { Span } from '../../../server/src/engine/text/span.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

export function parse(text: string): DockerfileSyntax {
  return parseSyntax(new SourceText(text));
}

/** The first instruction of a text. */
export function first(text: string): Instruction {
  const [instruction] = parse(text).instructions;
  if (instruction === undefined) throw new Error(`no instruction in ${JSON.stringify(text)}`);
  return instruction;
}

export function values(text: string): readonly string[] {
  return first(text).words.map((word) => word.value);
}

export function codes(text: string): readonly string[] {
  return parse(text).problems.map((problem) => problem.code);
}

/** What a span covers. */
export function covered(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
