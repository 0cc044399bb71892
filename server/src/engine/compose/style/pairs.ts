import { isPlainText, quoted } from '../edits/write.js';
import { layoutOf } from '../edits/layout.js';
import { lastLine } from '../edits/lines.js';
import type { Edit, Span } from '../../text/span.js';
import { plainValue } from '../tree/scalar.js';
import type { ComposeNode, ListNode, MapEntry, MapNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';

/** Writes `KEY: value` for each `- KEY=value`; undefined where it is not clear that Compose reads the same. */
export function asMap(doc: ComposeDocument, list: ListNode, key: MapEntry): readonly Edit[] | undefined {
  const { source } = doc;
  if (list.flow || list.sharedBy !== undefined || list.tag !== undefined || list.items.length === 0) return undefined;
  const seen = new Set<string>();
  const edits: Edit[] = [];
  for (const item of list.items) {
    const line = ownLine(doc, list.span, item);
    if (line === undefined || item.kind !== 'scalar' || typeof item.value !== 'string') return undefined;
    const { text } = item.text;
    const [, name = '', value] = /^([A-Za-z_][\w.-]*)(?:=(.*))?$/s.exec(text) ?? [];
    // Of a name that comes twice the last one counts in a list; a mapping with it is refused.
    if (name === '' || seen.has(name) || !isPlainText(name, false)) return undefined;
    seen.add(name);
    const dash = /-[ \t]+$/.exec(source.text.slice(line.start, item.span.start))?.[0];
    const column = item.span.start - line.start - (dash?.length ?? 0);
    if (dash === undefined || source.text.slice(line.start, line.start + column).trim() !== '') return undefined;
    // Items may stand at the column of their key, entries of a mapping not.
    const step = column > columnOf(doc, key.keySpan.start) ? '' : ' '.repeat(layoutOf(doc).step);
    const written = value === undefined ? '' : ` ${valueText(doc, item, value)}`;
    edits.push({
      span: { start: item.span.start - dash.length, end: item.span.end },
      text: `${step}${name}:${written}`,
    });
  }
  return edits;
}

/** Writes `- KEY=value` for each `KEY: value`; undefined where it is not clear that Compose reads the same. */
export function asList(doc: ComposeDocument, map: MapNode): readonly Edit[] | undefined {
  if (map.flow || map.sharedBy !== undefined || map.tag !== undefined || map.entries.length === 0) return undefined;
  if (/(?:^|[\r\n])[ \t]*<</.test(doc.source.slice(map.span))) return undefined;
  const edits: Edit[] = [];
  for (const { key, keySpan, span, value, merged } of map.entries) {
    const isHere = value === undefined || ownLine(doc, map.span, value) !== undefined;
    if (merged || !isHere || !/^\S+$/.test(key) || key.includes('=')) return undefined;
    if (value === undefined) {
      const colon = /^[ \t]*:/.exec(doc.source.text.slice(keySpan.end, keySpan.end + 200))?.[0];
      if (colon === undefined) return undefined;
      edits.push({ span: { start: keySpan.start, end: keySpan.end + colon.length }, text: `- ${item(doc, key)}` });
      continue;
    }
    if (value.kind !== 'scalar' || value.anchor !== undefined) return undefined;
    const text = value.value === null ? key : `${key}=${value.text.text}`;
    if (typeof value.value === 'boolean' || /[\r\n]/.test(text)) return undefined;
    if (typeof value.value === 'number' && String(value.value) !== value.text.text) return undefined;
    const quote = value.style === 'single' ? "'" : value.style === 'double' ? '"' : undefined;
    const isSure = quote !== undefined && doc.source.slice(value.span).slice(1, -1) === value.text.text;
    edits.push({ span, text: `- ${isSure ? quoted(text, quote) : item(doc, text)}` });
  }
  return edits;
}

function item(doc: ComposeDocument, text: string): string {
  return isPlainText(text, false) ? text : quoted(text, layoutOf(doc).quote);
}

/** As a text in any case: `yes` and `1.10` in a list are what they say. */
function valueText(doc: ComposeDocument, { style }: ScalarNode, value: string): string {
  const isText = typeof plainValue(value) === 'string' && isPlainText(value, false);
  // A whole number says the same as a number.
  if (isText || /^(?:0|[1-9]\d{0,14})$/.test(value)) return value;
  return quoted(value, style === 'single' ? "'" : style === 'double' ? '"' : layoutOf(doc).quote);
}

/** The line of a value that stands alone on it, within a block. */
function ownLine({ source }: ComposeDocument, block: Span, { span, anchor }: ComposeNode): Span | undefined {
  const line = source.lineAt(span.start);
  if (span.start < block.start || span.end > block.end || anchor !== undefined) return undefined;
  if (lastLine(source, span) !== line) return undefined;
  const { start, end } = source.lineSpan(line);
  return /^[ \t]*(?:#.*)?$/.test(source.text.slice(span.end, end)) ? { start, end } : undefined;
}

function columnOf({ source }: ComposeDocument, offset: number): number {
  return offset - source.lineSpan(source.lineAt(offset)).start;
}
