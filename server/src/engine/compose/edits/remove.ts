import type { Fix } from '../../rule.js';
import type { SourceText } from '../../text/source.js';
import type { Edit, Span } from '../../text/span.js';
import { lastLine, removalOfEntry } from './lines.js';
import type { ComposeNode, MapEntry, MapNode } from '../tree/types.js';

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
  if (entries.some((entry) => entry.merged || entry.hides === true || isAnchored(entry.value))) return undefined;
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

/**
 * Takes an item out of the list that an entry of a mapping has, and the entry with it where nothing else is left. Undefined
 * where it is not clear how, or others would lose it too.
 */
export function removalOfItem(
  source: SourceText,
  map: MapNode | undefined,
  entry: MapEntry | undefined,
  item: ComposeNode,
): readonly Edit[] | undefined {
  const list = entry?.value;
  if (map === undefined || entry === undefined || entry.merged || list?.kind !== 'list') return undefined;
  if (list.sharedBy !== undefined || item.sharedBy !== undefined || isAnchored(item)) return undefined;
  if (!list.items.includes(item) || item.span.start < list.span.start || item.span.end > list.span.end) {
    return undefined;
  }
  if (list.items.length === 1) return removalOfEntries(source, map, [entry]);
  if (!list.flow) return linesOf(source, item.span);
  return inBrackets(
    source,
    list.items.map(({ span }) => span),
    (index) => list.items[index] === item,
  );
}

/** The lines of an item, and a comment beside it; undefined where more stands on them. */
function linesOf(source: SourceText, span: Span): readonly Edit[] | undefined {
  const first = source.lineAt(span.start);
  const last = lastLine(source, span);
  const { start } = source.lineSpan(first);
  const { end } = source.lineSpan(last);
  const isAlone =
    /^ *-[ \t]+$/.test(source.text.slice(start, span.start)) &&
    /^[ \t]*(?:#.*)?$/.test(source.text.slice(span.end, end));
  if (!isAlone) return undefined;
  const next = source.lineStarts[last + 1];
  return [
    { span: next === undefined ? { start: source.lineSpan(first - 1).end, end } : { start, end: next }, text: '' },
  ];
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
