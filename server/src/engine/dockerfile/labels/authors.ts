import type { Edit, Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import { escapedEdits } from '../edit/quoteValue.js';
import type { Instruction } from '../syntax/types.js';

/** OCI image annotation for the contact details of those responsible for the image. */
export const authorsKey = 'org.opencontainers.image.authors';

/**
 * The edits that make a label of a MAINTAINER. Docker takes its text literally, so that dollar signs and quotes are
 * escaped; quotes around all of it become those of the label. Never throws.
 */
export function asAuthorsLabel(doc: DockerfileDocument, { keywordSpan, body }: Instruction): readonly Edit[] {
  const { text } = body;
  const keyword = doc.source.slice(keywordSpan) === 'maintainer' ? 'label' : 'LABEL';
  const insert = (at: number, what: string): Edit => ({ span: { start: at, end: at }, text: what });
  const start = insert(body.offset(0), `${authorsKey}=`);
  const edits = [{ span: keywordSpan, text: keyword }];
  if (/^'[^']+'$/.test(text)) return [...edits, start];
  const quoted = /^"[^"]+"$/.test(text);
  const from = quoted ? 1 : 0;
  const inner = {
    text: quoted ? text.slice(1, -1) : text,
    at: (first: number, last: number): Span => body.span(first + from, last + from),
  };
  const escaped = escapedEdits(inner, doc.syntax.escape);
  if (quoted) return [...edits, start, ...escaped];
  // Two insertions at one place are one.
  const [first, ...others] = escaped;
  const isFirst = first?.span.start === start.span.start;
  const open = `${start.text}"${isFirst ? first.text : ''}`;
  return [...edits, { ...start, text: open }, ...(isFirst ? others : escaped), insert(body.offset(text.length), '"')];
}
