import type { ShellFix } from './problem.js';
import type { Site } from './tree.js';
import type { Word } from './unbash/nodes.js';

/** Whether the shell may put file names in the place of a word. Never throws. */
export function isGlob({ parts }: Word): boolean {
  return parts?.some(({ type }) => type === 'Glob' || type === 'ExtendedGlob') === true;
}

/** Puts a word of plain text and wildcards in quotes; none for others. */
export function quoteFixes({ exact }: Site, { pos, end, text, parts }: Word): readonly ShellFix[] {
  const plain = parts?.every(({ type }) => type === 'Glob' || type === 'Literal') === true;
  const mixed =
    parts?.every(({ type }) => ['Glob', 'Literal', 'SimpleExpansion', 'ParameterExpansion'].includes(type)) === true;
  if (!exact || !mixed || /[\\"'`!]/.test(text)) return [];
  const quote = plain ? "'" : '"';
  return [
    {
      title: 'Put the pattern in quotes (matching files beside it then no longer count)',
      safety: 'unsafe',
      edits: [
        { start: pos, end: pos, text: quote },
        { start: end, end, text: quote, behind: true },
      ],
    },
  ];
}
