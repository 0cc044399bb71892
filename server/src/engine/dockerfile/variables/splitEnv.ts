import type { Edit } from '../../text/span.js';
import { indentOf } from '../edit/instructions.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * The edits that end an ENV in front of one of its pairs and start another with it; comments between stay. Undefined
 * for the first pair, in the form without `=`, and in an ONBUILD that goes on over lines. Never throws.
 */
export function splitEnv(doc: DockerfileDocument, env: Instruction, index: number): readonly Edit[] | undefined {
  const before = env.pairs[index - 1];
  const pair = env.pairs[index];
  if (before === undefined || pair === undefined || pair.legacy) return undefined;
  const gap = { start: before.span.end, end: pair.span.start };
  const between = doc.source.slice(gap);
  const onbuild = env.parent === undefined ? '' : `${doc.source.slice(env.parent.keywordSpan)} `;
  const start = `${indentOf(doc, env)}${onbuild}${doc.source.slice(env.keywordSpan)} `;
  if (!between.includes('\n')) return [{ span: gap, text: `${doc.source.eol}${start}` }];
  const mark = between.indexOf(doc.syntax.escape);
  const line = between.lastIndexOf('\n') + 1;
  if (mark < 0 || between.slice(mark + 1, between.indexOf('\n')).trim() !== '') return undefined;
  const blanks = between.slice(0, mark).length - between.slice(0, mark).trimEnd().length;
  return [
    { span: { start: gap.start + mark - blanks, end: gap.start + mark + 1 }, text: '' },
    { span: { start: gap.start + line, end: gap.end }, text: start },
    ...blankLines(between, mark, line).map((at) => ({
      span: { start: gap.start + at.start, end: gap.start + at.end },
      text: '',
    })),
  ];
}

/** Lines between that would be left empty, or hold a mark of their own. */
function blankLines(between: string, mark: number, line: number): readonly { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let start = between.indexOf('\n', mark) + 1;
  while (start > 0 && start < line) {
    const end = between.indexOf('\n', start) + 1;
    if (!between.slice(start, end).trimStart().startsWith('#')) lines.push({ start, end });
    start = end;
  }
  return lines;
}
