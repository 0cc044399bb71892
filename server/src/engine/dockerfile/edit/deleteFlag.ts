import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Flag } from '../syntax/types.js';

/** Deletes a flag with the blanks behind it, and its whole line where it stands on one of its own. Never throws. */
export function deleteFlag({ source, syntax }: DockerfileDocument, { span }: Flag): Edit {
  const line = source.lineSpan(source.lineAt(span.start));
  const before = source.text.slice(line.start, span.start);
  const after = source.text.slice(span.end, line.end);
  const blanks = /^[ \t]*/.exec(after)?.[0].length ?? 0;
  const next = source.lineStarts[source.lineAt(span.end) + 1];
  const alone = before.trim() === '' && after.trim() === syntax.escape && next !== undefined;
  if (alone) return { span: { start: line.start, end: next }, text: '' };
  return { span: { start: span.start, end: span.end + blanks }, text: '' };
}
