import { MappedText, type Segment } from '../../../server/src/engine/text/mapped.js';

/** Text as Docker joins it: `\` and line end removed, the rest mapped. */
export function join(document: string): MappedText {
  const segments: Segment[] = [];
  let text = '';
  let source = 0;
  for (const line of document.split(/(?<=\\\r?\n)/)) {
    segments.push({ joined: text.length, source });
    text += line.replace(/\\\r?\n$/, '');
    source += line.length;
  }
  return new MappedText(text, segments);
}
