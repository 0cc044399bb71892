import type { Edit } from '../../text/span.js';
import { lastLine, removalOfEntry } from '../edits.js';
import type { ComposeNode, ListNode, MapNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';

/**
 * Takes an item out of the list under a key, and the key with it where nothing else is left. Undefined where it is not
 * clear how, or others would lose it too.
 */
export function removeItem(
  doc: ComposeDocument,
  map: MapNode,
  key: string,
  item: ComposeNode,
): readonly Edit[] | undefined {
  const entry = map.entry(key);
  const list = entry?.value;
  if (entry === undefined || entry.merged || list?.kind !== 'list') return undefined;
  if (list.sharedBy !== undefined || item.sharedBy !== undefined || item.anchor !== undefined) return undefined;
  const at = list.items.indexOf(item);
  if (at < 0 || item.span.start < list.span.start || item.span.end > list.span.end) return undefined;
  if (list.items.length > 1) return list.flow ? inBrackets(doc, list, at) : ofLines(doc, item);
  if (map.flow || map.entries.length < 2) return undefined;
  const edit = removalOfEntry(doc.source, entry);
  return edit && [edit];
}

function ofLines({ source }: ComposeDocument, { span }: ComposeNode): readonly Edit[] | undefined {
  const first = source.lineAt(span.start);
  const last = lastLine(source, span);
  const { start } = source.lineSpan(first);
  const { end } = source.lineSpan(last);
  const isAlone =
    /^ *- +$/.test(source.text.slice(start, span.start)) && /^[ \t]*(?:#.*)?$/.test(source.text.slice(span.end, end));
  if (!isAlone) return undefined;
  const next = source.lineStarts[last + 1];
  if (next !== undefined) return [{ span: { start, end: next }, text: '' }];
  return [{ span: { start: source.lineSpan(first - 1).end, end }, text: '' }];
}

/** With the comma behind it, or that in front of the last one. */
function inBrackets({ source }: ComposeDocument, list: ListNode, at: number): readonly Edit[] | undefined {
  const item = list.items[at];
  const before = list.items[at - 1];
  const after = list.items[at + 1];
  const span =
    after !== undefined
      ? { start: item?.span.start ?? 0, end: after.span.start }
      : { start: before?.span.end ?? 0, end: item?.span.end ?? 0 };
  return span.end <= span.start || /[#&!]/.test(source.slice(span).replace(source.slice(item?.span ?? span), ''))
    ? undefined
    : [{ span, text: '' }];
}
