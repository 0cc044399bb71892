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
  const does = negated ? 'takes back into the build context' : 'keeps out of the build context';
  return isAll(value) ? `${does} everything.` : `${does} ${whatOf(value)}, and all that is in a folder of that name.`;
}

function isAll(value: string): boolean {
  return value === '*' || value === '**' || value === '**/*';
}

function whatOf(value: string): string {
  const [, anywhere, rest = ''] = /^(\*\*\/)?(.*)$/s.exec(value) ?? [];
  const where = anywhere === undefined ? atTop(rest) : 'in any folder';
  const part = rest.slice(rest.lastIndexOf('/') + 1);
  const wild = /[*?[]/.test(rest);
  return `${wild ? 'what is named' : 'what is called'} ${code(anywhere === undefined ? part : rest)} ${where}`;
}

function atTop(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? 'at its top, not in folders below' : `in ${code(path.slice(0, slash))}`;
}
