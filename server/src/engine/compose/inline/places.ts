import { instructionAt } from '../../suppress/suppressions.js';
import { SourceText } from '../../text/source.js';
import { applyEdits, touches, type Edit, type Span } from '../../text/span.js';
import { parseTemplate } from '../interpolation/parse.js';
import { blockText } from '../tree/block.js';
import type { InlineDockerfile } from './documents.js';

/** Where a place of the Dockerfile stands in the Compose file. */
export function outerSpan({ text, escapes }: InlineDockerfile, { start, end }: Span): Span {
  const span = text.span(start, end);
  return end > start && escapes.includes(end - 1) ? { ...span, end: span.end + 1 } : span;
}

/** The offset in the Dockerfile of one in the Compose file; -1 outside of it. */
export function innerOffset({ node, text }: InlineDockerfile, outer: number): number {
  if (outer < node.span.start || outer > node.span.end) return -1;
  let low = 0;
  let high = text.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.offset(middle) < outer) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether Compose puts a value in the instruction at a place, so that nothing is certain there. */
export function isUnknown({ doc, unknown }: InlineDockerfile, at: Span): boolean {
  if (unknown.length === 0) return false;
  const whole = instructionAt(doc.syntax.instructions, at.start)?.span ?? at;
  return unknown.some((place) => touches(place, whole) || touches(place, at));
}

/**
 * The edits of the Compose file for edits of the Dockerfile, in the indentation of the text. Undefined where the text
 * is no literal block or another place reads it too, and where what came of it would not be read as what was meant.
 */
export function outerEdits(
  source: SourceText,
  inline: InlineDockerfile,
  edits: readonly Edit[],
): readonly Edit[] | undefined {
  const { node, text } = inline;
  if (node.style !== 'literal' || node.sharedBy !== undefined) return undefined;
  const first = text.text.search(/[^\n]/);
  if (first < 0) return undefined;
  const at = text.offset(first);
  const indent = source.text.slice(source.lineSpan(source.lineAt(at)).start, at);
  if (!/^ +$/.test(indent)) return undefined;
  const outer = edits.map((edit) => outerEdit(source, inline, indent, edit));
  const { start, end } = node.span;
  if (outer.some(({ span }) => span.start < start || span.end > Math.max(end, source.text.length))) return undefined;
  return isRead(source, inline, indent, edits, outer) ? outer : undefined;
}

/** Whether Compose would read from the edited block what the edited Dockerfile is. */
function isRead(
  source: SourceText,
  { node: { span }, text }: InlineDockerfile,
  indent: string,
  inner: readonly Edit[],
  outer: readonly Edit[],
): boolean {
  const end = Math.max(span.end, ...outer.map((edit) => edit.span.end));
  const raw = applyEdits(
    source.text.slice(span.start, end),
    outer.map((edit) => ({
      ...edit,
      span: { start: edit.span.start - span.start, end: edit.span.end - span.start },
    })),
  );
  const digit = /^[|][-+]?(\d)/.exec(raw)?.[1];
  const block = blockText(raw, 0, indent.length - Number(digit ?? 0)).text;
  const read = parseTemplate(block)
    .parts.map((part) => (part.kind === 'escape' ? '$' : block.slice(part.start, part.end)))
    .join('');
  return read === applyEdits(text.text, inner);
}

function outerEdit(source: SourceText, inline: InlineDockerfile, indent: string, { span, text }: Edit): Edit {
  const inner = inline.text.text;
  const startsLine = (at: number): boolean => at === 0 || inner[at - 1] === '\n';
  const escaped = text.replaceAll('$', '$$$$');
  if (startsLine(span.start) && startsLine(span.end) && (text === '' || text.endsWith('\n'))) {
    const start = lineStart(source, inline, span.start);
    const end = lineStart(source, inline, span.end);
    // Behind the last line, which has no end.
    const before = start === source.text.length && !source.text.endsWith('\n') ? source.eol : '';
    const lines = escaped.split('\n').map((line, index, all) => {
      const isLast = index === all.length - 1;
      return `${line === '' ? '' : indent}${line}${isLast ? '' : source.eol}`;
    });
    return { span: { start, end }, text: before + lines.join('') };
  }
  const start = span.start === inner.length ? inline.text.offset(span.start) : inline.text.offset(span.start);
  const end =
    span.end === span.start
      ? start
      : inner[span.end - 1] === '\n' && span.end < inner.length
        ? inline.text.offset(span.end)
        : outerSpan(inline, span).end;
  const have = start - source.lineSpan(source.lineAt(start)).start;
  const missing = startsLine(span.start) ? indent.slice(Math.min(have, indent.length)) : '';
  const follows = inner[span.end];
  const lines = escaped
    .split('\n')
    .map((line, index, all) => {
      if (index === 0) return line === '' ? '' : missing + line;
      const isEmpty = line === '' && (index < all.length - 1 || follows === '\n' || follows === undefined);
      return `${isEmpty ? '' : indent}${line}`;
    })
    .join(source.eol);
  return { span: { start, end }, text: lines };
}

/** Where the line of the Compose file starts that has the line at an offset of the Dockerfile. */
function lineStart(source: SourceText, { text }: InlineDockerfile, at: number): number {
  if (at < text.text.length) return source.lineSpan(source.lineAt(text.offset(at))).start;
  const last = source.lineAt(text.offset(Math.max(at - 1, 0)));
  return source.lineStarts[last + 1] ?? source.text.length;
}
