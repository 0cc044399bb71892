import type { SourceText } from '../text/source.js';
import type { Span } from '../text/span.js';
import type { MapEntry } from './tree/types.js';

/**
 * The lines of an entry of a block mapping, from the start of its first to the end of its last one with the empty lines
 * below, for taking it out. Undefined where something else but a comment stands on them.
 */
export function lineOfEntry(source: SourceText, { span, value }: MapEntry): Span | undefined {
  if (value?.anchor !== undefined || value?.sharedBy !== undefined) return undefined;
  const first = source.lineAt(span.start);
  let last = source.lineAt(span.end);
  const { start } = source.lineSpan(first);
  if (source.text.slice(start, span.start).replace('\uFEFF', '').trim() !== '') return undefined;
  if (!/^[ \t]*(?:#.*)?$/.test(source.text.slice(span.end, source.lineSpan(last).end))) return undefined;
  while (last + 1 < source.lineCount && source.slice(source.lineSpan(last + 1)).trim() === '') last++;
  const from = source.text.startsWith('\uFEFF') && start === 0 ? 1 : start;
  return { start: from, end: source.lineStarts[last + 1] ?? source.text.length };
}
