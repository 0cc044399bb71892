import type { Fix } from '../../rule.js';
import type { SourceText } from '../../text/source.js';
import type { Edit, Span } from '../../text/span.js';
import { lastLine, removalOfEntry } from '../edits.js';
import type { ComposeNode, ListNode, MapEntry, MapNode } from '../tree/types.js';

/**
 * Takes entries out of a mapping in block or flow style. Undefined where none would be left, where a comment, an anchor or
 * a merge key would go with them, or where others share the mapping.
 */
export function removalOfEntries(
  source: SourceText,
  map: MapNode,
  entries: readonly MapEntry[],
): readonly Edit[] | undefined {
  const own = map.entries.filter(({ merged }) => !merged);
  if (map.sharedBy !== undefined || entries.length === 0 || map.entries.length <= entries.length) return undefined;
  if (entries.some((entry) => entry.merged || isAnchored(entry.value))) return undefined;
  if (!map.flow) {
    const edits = entries.map((entry) => removalOfEntry(source, entry) ?? behindDash(source, own, entry));
    return edits.some((edit) => edit === undefined) ? undefined : edits.filter((edit) => edit !== undefined);
  }
  // Without a merge key in the brackets, entries and commas are all there is.
  if (own.length < map.entries.length) return undefined;
  return inBrackets(
    source,
    own.map(({ span }) => span),
    (index) => entries.some((entry) => entry === own[index]),
  );
}

/** Takes one item out of a list; undefined for the last one that is left and where a comment would go with it. */
export function removalOfItem(source: SourceText, list: ListNode, item: ComposeNode): readonly Edit[] | undefined {
  if (list.sharedBy !== undefined || list.items.length < 2 || isAnchored(item)) return undefined;
  if (item.span.start < list.span.start || item.span.end > list.span.end) return undefined;
  if (list.flow) {
    return inBrackets(
      source,
      list.items.map(({ span }) => span),
      (index) => list.items[index] === item,
    );
  }
  const start = source.lineSpan(source.lineAt(item.span.start)).start;
  const last = lastLine(source, item.span);
  const end = source.lineStarts[last + 1] ?? source.text.length;
  const rest = source.text.slice(item.span.end, source.lineSpan(last).end);
  if (!/^ *-[ \t]+$/.test(source.text.slice(start, item.span.start)) || !/^[ \t]*$/.test(rest)) return undefined;
  return [{ span: { start, end }, text: '' }];
}

/** A fix that only takes entries out. */
export function removalFix(
  source: SourceText,
  map: MapNode | undefined,
  entry: MapEntry,
  safety: Fix['safety'],
  title = `Remove ${entry.key}`,
): readonly Fix[] {
  const edits = map === undefined ? undefined : removalOfEntries(source, map, [entry]);
  return edits === undefined ? [] : [{ title, safety, edits: () => edits }];
}

function isAnchored(node: ComposeNode | undefined): boolean {
  return node?.anchor !== undefined;
}

/** The first entry of a mapping that is an item of a list: the next one takes its place behind the dash. */
function behindDash(source: SourceText, own: readonly MapEntry[], entry: MapEntry): Edit | undefined {
  const next = own[own.indexOf(entry) + 1];
  const { start } = source.lineSpan(source.lineAt(entry.keySpan.start));
  if (next === undefined || !/^ *(?:- +)+$/.test(source.text.slice(start, entry.keySpan.start))) return undefined;
  const gone = { start: entry.keySpan.start, end: next.keySpan.start };
  return /#|&/.test(source.slice(gone)) ? undefined : { span: gone, text: '' };
}

function inBrackets(
  source: SourceText,
  spans: readonly Span[],
  isGone: (index: number) => boolean,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  let hasKept = false;
  for (const [index, span] of spans.entries()) {
    if (!isGone(index)) {
      hasKept = true;
      continue;
    }
    const before = spans[index - 1];
    const next = spans[index + 1];
    if (hasKept && before !== undefined) edits.push({ span: { start: before.end, end: span.end }, text: '' });
    else if (next !== undefined) edits.push({ span: { start: span.start, end: next.start }, text: '' });
    else return undefined;
  }
  return edits.some(({ span }) => /#|&/.test(source.slice(span))) ? undefined : edits;
}
