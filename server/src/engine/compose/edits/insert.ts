import type { SourceText } from '../../text/source.js';
import type { Edit, Span } from '../../text/span.js';
import { lastLine } from './lines.js';
import type { ComposeNode, ListNode, MapEntry, MapNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { columnOf, layoutIn, layoutOf } from './layout.js';
import { blockEntry, blockItem, escaped, flowEntry, flowText, isPlainText, quoted, type YamlValue } from './write.js';

/** Where among the entries of a mapping a new one goes. */
export interface InsertPlace {
  /** Behind the last of these that there is; without one at the end. */
  readonly after?: readonly string[];
}

/**
 * Adds `key: value` to a mapping, in its style. Undefined where it is not clear how, where the key is there already or
 * comes by a merge key, and where others share the mapping.
 */
export function insertEntry(
  doc: ComposeDocument,
  map: MapNode,
  key: string,
  value: YamlValue,
  place: InsertPlace = {},
): readonly Edit[] | undefined {
  return insertEntries(doc, map, [[key, value]], place);
}

/** Adds several entries at one place. */
export function insertEntries(
  doc: ComposeDocument,
  map: MapNode,
  entries: readonly (readonly [key: string, value: YamlValue])[],
  { after = [] }: InsertPlace = {},
): readonly Edit[] | undefined {
  if (isTaboo(map) || entries.length === 0 || entries.some(([key]) => map.entry(key) !== undefined)) return undefined;
  const layout = layoutIn(doc, map);
  const own = map.entries.filter(({ merged }) => !merged);
  const last = own.findLast(({ key }) => after.includes(key)) ?? own.at(-1);
  if (map.flow) {
    const texts = entries.map(([key, value]) => flowEntry(key, value, layout));
    if (last !== undefined) return behindInBrackets(doc.source, last.keySpan.start, endInBrackets(doc, last), texts);
    return atStartOfBrackets(doc.source, map, texts);
  }
  const indent = indentAt(doc.source, map.span.start);
  // Without own entries it is all merge keys; at the end these come into account as well.
  const isEnd = last === undefined || last === own.at(-1);
  const span = isEnd ? { start: map.span.start, end: map.span.end } : last.span;
  if (indent === undefined || own.length + map.entries.length === 0) return undefined;
  const lines = entries.flatMap(([key, value]) => blockEntry(key, value, layout));
  return behindLines(doc.source, span, last?.value, indent, lines);
}

/**
 * Adds a value below several keys: `deploy`, `resources`, `limits`. What there is of them is used, the rest is written.
 */
export function insertPath(
  doc: ComposeDocument,
  map: MapNode,
  path: readonly string[],
  value: YamlValue,
  place: InsertPlace = {},
): readonly Edit[] | undefined {
  const [key, ...rest] = path;
  if (key === undefined || isTaboo(map)) return undefined;
  const entry = map.entry(key);
  if (entry !== undefined && rest.length > 0 && !entry.merged) {
    if (entry.value?.kind === 'map') return insertPath(doc, entry.value, rest, value);
    return isEmpty(entry) ? fillEntry(doc, map, entry, nested(rest, value)) : undefined;
  }
  return insertEntry(doc, map, key, nested(rest, value), place);
}

/** Adds an item to the list under a key, or the list with it. A single word that stands for a list becomes one. */
export function appendItem(
  doc: ComposeDocument,
  map: MapNode,
  key: string,
  item: YamlValue,
  place: InsertPlace = {},
): readonly Edit[] | undefined {
  const entry = map.entry(key);
  if (entry === undefined) return insertEntry(doc, map, key, [item], place);
  if (isTaboo(map) || entry.merged) return undefined;
  if (isEmpty(entry)) return fillEntry(doc, map, entry, [item]);
  const { value } = entry;
  if (value === undefined || value.kind === 'map' || isTaboo(value)) return undefined;
  if (value.kind === 'list') return appendTo(doc, value, item);
  const text = doc.source.slice(value.span);
  if (value.style === 'literal' || value.style === 'folded' || /[\r\n]/.test(text)) return undefined;
  if (value.style === 'plain' && !isPlainText(text, true)) return undefined;
  return [insertion(value.span.start, '['), insertion(value.span.end, `, ${flowText(item, layoutOf(doc))}]`)];
}

/** Adds an item to a list, in its style. */
export function appendTo(doc: ComposeDocument, list: ListNode, item: YamlValue): readonly Edit[] | undefined {
  if (isTaboo(list)) return undefined;
  const { source } = doc;
  const layout = layoutOf(doc);
  const last = list.items.at(-1);
  if (list.flow) {
    const text = flowText(item, layout);
    if (last === undefined) return atStartOfBrackets(source, list, [text]);
    // An alias leads to what is written elsewhere.
    const isHere = last.span.start > list.span.start && last.span.end < list.span.end;
    return isHere ? behindInBrackets(source, last.span.start, last.span.end, [text]) : undefined;
  }
  const indent = indentAt(source, list.span.start);
  return indent === undefined ? undefined : behindLines(source, list.span, last, indent, blockItem(item, layout));
}

/** Puts a value in the place of a scalar, in its quotes. */
export function replaceScalar(
  doc: ComposeDocument,
  node: ScalarNode,
  value: string | number | boolean,
): readonly Edit[] | undefined {
  if (isTaboo(node) || node.style === 'literal' || node.style === 'folded') return undefined;
  const text = String(value);
  const { quote, inBrackets } = layoutOf(doc);
  if (node.style !== 'plain') return [{ span: node.span, text: quoted(text, node.style === 'single' ? "'" : '"') }];
  const isPlain = typeof value !== 'string' || isPlainText(text, inBrackets.has(node));
  return [{ span: node.span, text: isPlain ? text : quoted(text, quote) }];
}

/** Puts text in the place of a part of a scalar, counted in what it says; its quotes stay. */
export function editScalar(
  doc: ComposeDocument,
  node: ScalarNode,
  start: number,
  end: number,
  text: string,
): readonly Edit[] | undefined {
  if (isTaboo(node) || node.style === 'literal' || node.style === 'folded') return undefined;
  const before = node.text.text;
  const whole = before.slice(0, start) + text + before.slice(end);
  if (node.style === 'plain' && !isPlainText(whole, layoutOf(doc).inBrackets.has(node))) {
    return replaceScalar(doc, node, whole);
  }
  const span = node.text.span(start, end);
  if (doc.source.slice(span) !== before.slice(start, end) || /[\r\n]/.test(doc.source.slice(node.span))) {
    return replaceScalar(doc, node, whole);
  }
  return [{ span, text: node.style === 'plain' ? text : escaped(text, node.style === 'single' ? "'" : '"') }];
}

function nested(path: readonly string[], value: YamlValue): YamlValue {
  return path.reduceRight<YamlValue>((inner, key) => ({ [key]: inner }), value);
}

/** A change would change other places too, or what `!reset` takes away. */
function isTaboo(node: ComposeNode): boolean {
  return node.sharedBy !== undefined || node.tag === 'reset';
}

/** Nothing stands behind the colon. */
function isEmpty({ value }: MapEntry): boolean {
  return value === undefined;
}

function fillEntry(doc: ComposeDocument, map: MapNode, entry: MapEntry, value: YamlValue): readonly Edit[] | undefined {
  const layout = layoutIn(doc, map);
  const colon = /^[ \t]*:/.exec(doc.source.text.slice(entry.keySpan.end, entry.keySpan.end + 200))?.[0];
  if (map.flow) {
    const text = ` ${flowText(value, layout)}`;
    return colon === undefined
      ? [insertion(entry.keySpan.end, `:${text}`)]
      : [insertion(entry.keySpan.end + colon.length, text)];
  }
  const indent = indentAt(doc.source, map.span.start);
  if (indent === undefined || colon === undefined) return undefined;
  const [first = '', ...lines] = blockEntry(entry.key, value, { ...layout, flowLists: false });
  return first.endsWith(':') ? behindLines(doc.source, entry.span, undefined, indent, lines) : undefined;
}

/** Lines behind the last line of something. */
function behindLines(
  source: SourceText,
  span: Span,
  last: ComposeNode | undefined,
  indent: string,
  lines: readonly string[],
): readonly Edit[] | undefined {
  if (last !== undefined && keepsLineEnds(source, last, span)) return undefined;
  let line = lastLine(source, span);
  while (line > source.lineAt(span.start) && source.slice(source.lineSpan(line)).trim() === '') line--;
  const { end } = source.lineSpan(line);
  // An entry without a value ends with its key.
  if (!/^[ \t]*:?(?:[ \t]+[&!]\S*)*[ \t]*(?:#.*)?$/.test(source.text.slice(Math.min(span.end, end), end))) {
    return undefined;
  }
  return [insertion(end, lines.map((text) => `${source.eol}${indent}${text}`).join(''))];
}

/** Whether something ends with a block scalar that keeps the empty lines behind it. */
function keepsLineEnds(source: SourceText, node: ComposeNode, within: Span): boolean {
  let leaf: ComposeNode | undefined = node;
  while (leaf !== undefined && leaf.kind !== 'scalar') {
    if (leaf.flow) return false;
    leaf = leaf.kind === 'list' ? leaf.items.at(-1) : leaf.entries.findLast(({ merged }) => !merged)?.value;
  }
  if (leaf === undefined || leaf.span.start < within.start || leaf.span.start > within.end) return false;
  return (leaf.style === 'literal' || leaf.style === 'folded') && /^[|>]\d?\+/.test(source.slice(leaf.span));
}

/** The blanks in front of what starts a line, dashes of lists around it counted as blanks. */
function indentAt(source: SourceText, start: number): string | undefined {
  const column = columnOf(source, start);
  const before = source.text.slice(start - column, start);
  return /^ *(?:- +)*$/.test(before) ? ' '.repeat(column) : undefined;
}

/** Where an entry ends in brackets, the colon of one without a value included. */
function endInBrackets(doc: ComposeDocument, { keySpan, span, value }: MapEntry): number {
  if (value !== undefined) return span.end;
  const colon = /^\s*:/.exec(doc.source.text.slice(keySpan.end, keySpan.end + 200))?.[0];
  return keySpan.end + (colon?.length ?? 0);
}

/** More values behind one in brackets: on lines of their own where that one has its own. */
function behindInBrackets(
  source: SourceText,
  start: number,
  end: number,
  texts: readonly string[],
): readonly Edit[] | undefined {
  const column = columnOf(source, start);
  const indent = source.text.slice(start - column, start);
  const rest = source.text.slice(end, source.lineSpan(source.lineAt(end)).end);
  const isOwnLine = /^ *$/.test(indent) && /^[ \t]*,?[ \t]*(?:#.*)?$/.test(rest);
  if (!isOwnLine) return [insertion(end, texts.map((text) => `, ${text}`).join(''))];
  const hasComma = /^[ \t]*,/.test(rest);
  const lines = texts.map((text) => `${source.eol}${indent}${text}`).join(',');
  if (hasComma) return [insertion(end + rest.length, `${lines},`)];
  return rest === '' ? [insertion(end, `,${lines}`)] : [insertion(end, ','), insertion(end + rest.length, lines)];
}

/** Values as the first ones in brackets. */
function atStartOfBrackets(
  source: SourceText,
  { span, ...node }: MapNode | ListNode,
  texts: readonly string[],
): readonly Edit[] | undefined {
  const inner = source.text.slice(span.start + 1, span.end - 1);
  const blanks = /^[ \t]*/.exec(inner)?.[0] ?? '';
  const isEmptyNode = inner.trim() === '' && !/[\r\n]/.test(inner);
  if (isEmptyNode) return [{ span: { start: span.start + 1, end: span.end - 1 }, text: texts.join(', ') }];
  if (node.kind === 'list' || /^[\r\n#]/.test(inner.slice(blanks.length))) return undefined;
  return [insertion(span.start + 1 + blanks.length, `${texts.join(', ')}, `)];
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}
