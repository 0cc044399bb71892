import type { DockerignoreDocument, IgnorePattern } from '../../engine/dockerignore/types.js';
import { contains } from '../../engine/text/span.js';
import type { Card } from './card.js';
import { code } from './card.js';

/** What a pattern of an ignore file does. */
export function ignoreCard(doc: DockerignoreDocument, at: number): Card | undefined {
  const pattern = doc.patterns.find(({ span }) => contains(span, { start: at, end: at }));
  if (pattern === undefined) return undefined;
  const { span, text, negated } = pattern;
  const later = doc.patterns.some(({ index, negated: back }) => index > pattern.index && back !== negated);
  return {
    span,
    title: `${code(text)} ${meaningOf(pattern)}`,
    lines: later ? ['A later line may undo it: the last pattern that matches a file counts.'] : [],
    guide: 'dockerignore#rules-of-the-file',
    link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  };
}

function meaningOf({ value, negated, invalid }: IgnorePattern): string {
  if (invalid) return 'cannot be read, so Docker stops the build.';
  const what = isAll(value) ? 'everything' : whatOf(value);
  const does = negated ? `takes ${what} back into the build context` : `keeps ${what} out of the build context`;
  return isAll(value) ? `${does}.` : `${does}; of a folder, all that is in it.`;
}

function isAll(value: string): boolean {
  return value === '*' || value === '**' || value === '**/*';
}

function whatOf(value: string): string {
  const [, anywhere, rest = ''] = /^(\*\*\/)?(.*)$/s.exec(value) ?? [];
  const part = rest.slice(rest.lastIndexOf('/') + 1);
  const name = code(anywhere === undefined ? part : rest);
  const what = /[*?[]/.test(rest) ? `whatever matches ${name}` : name;
  if (anywhere !== undefined) return `${what}, in whichever folder,`;
  const slash = rest.lastIndexOf('/');
  return slash < 0 ? `${what} at the top (not in folders below)` : `${what} in ${code(rest.slice(0, slash))}`;
}
