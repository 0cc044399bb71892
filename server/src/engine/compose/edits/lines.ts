import type { SourceText } from '../../text/source.js';
import type { Edit, Span } from '../../text/span.js';
import type { MapEntry, MapNode } from '../tree/types.js';
import type { ComposeDocument, Section } from '../types.js';

/**
 * The lines of an entry of a block mapping, from the start of its first to the end of its last one with the empty lines
 * below, for taking it out. Undefined where something else but a comment stands on them.
 */
export function lineOfEntry(source: SourceText, { span, value }: MapEntry): Span | undefined {
  if (value?.anchor !== undefined || value?.sharedBy !== undefined) return undefined;
  const first = source.lineAt(span.start);
  let last = lastLine(source, span);
  const { start } = source.lineSpan(first);
  if (source.text.slice(start, span.start).replace('\uFEFF', '').trim() !== '') return undefined;
  const { end } = source.lineSpan(last);
  // An entry without a value ends with its key.
  if (!/^[ \t]*:?[ \t]*(?:#.*)?$/.test(source.text.slice(Math.min(span.end, end), end))) return undefined;
  while (last + 1 < source.lineCount && source.slice(source.lineSpan(last + 1)).trim() === '') last++;
  const from = source.text.startsWith('\uFEFF') && start === 0 ? 1 : start;
  return { start: from, end: source.lineStarts[last + 1] ?? source.text.length };
}

/**
 * Takes an entry out: its lines, and where nothing follows in the file the empty ones above as well. Undefined where
 * something else stands on them, or where a comment line, an anchor or a merge key would go with them.
 */
export function removalOfEntry(source: SourceText, entry: MapEntry): Edit | undefined {
  const whole = lineOfEntry(source, entry);
  if (whole === undefined || entry.merged) return undefined;
  let line = source.lineAt(whole.start);
  const isLast = whole.end === source.text.length;
  const end = isLast ? whole.end : (source.lineStarts[lastLine(source, entry.span) + 1] ?? whole.end);
  if (/^[ \t]*#|<<|(?:^|[\s[{,])&\S/m.test(source.text.slice(whole.start, end))) return undefined;
  while (isLast && line > 0 && source.slice(source.lineSpan(line - 1)).trim() === '') line--;
  return { span: { start: isLast ? source.lineSpan(line).start : whole.start, end }, text: '' };
}

/** Takes a section at the top out, with the empty lines that part it from the next. */
export function removalOfSection(source: SourceText, entry: MapEntry): Edit | undefined {
  const whole = lineOfEntry(source, entry);
  const edit = removalOfEntry(source, entry);
  return whole === undefined || edit === undefined ? undefined : { ...edit, span: { ...edit.span, end: whole.end } };
}

/** The line that a span ends on; the end of a text in lines may be the start of the next one. */
export function lastLine(source: SourceText, { start, end }: Span): number {
  const line = source.lineAt(end);
  return line > source.lineAt(start) && source.lineSpan(line).start === end ? line - 1 : line;
}

/** Writes a name under a section at the top of the file; undefined where it is not clear how. */
export function declaration(
  doc: ComposeDocument,
  section: Exclude<Section, 'services'>,
  name: string,
  more: readonly string[] = [],
): Edit | undefined {
  const { source, roots } = doc;
  const root = roots.at(-1);
  if (root === undefined || root.flow || !/^[A-Za-z_][\w.-]*$/.test(name) || isWord(name)) return undefined;
  if (/^\.\.\.(?:\s|$)/m.test(source.text)) return undefined;
  const lines = (indent: string): string =>
    [`${indent}${name}:`, ...more.map((line) => `${indent}  ${line}`)].join(source.eol);
  const entry = root.entry(section);
  if (entry === undefined) {
    if (doc.top(section) !== undefined) return undefined;
    const gap = hasGap(source, root) ? source.eol : '';
    const start = /(?:^|[\r\n])$/.test(source.text) ? '' : source.eol;
    const text = `${start}${gap}${section}:${source.eol}${lines('  ')}${source.eol}`;
    return { span: { start: source.text.length, end: source.text.length }, text };
  }
  const { value, span, merged } = entry;
  if (merged) return undefined;
  if (value === undefined) return behind(source, span, lines('  '));
  if (value.kind !== 'map' || value.flow || value.sharedBy !== undefined || value.tag !== undefined) return undefined;
  const own = value.entries.filter((one) => !one.merged);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const before = source.text.slice(source.lineSpan(source.lineAt(first.keySpan.start)).start, first.keySpan.start);
  return /^ +$/.test(before) ? behind(source, last.span, lines(before)) : undefined;
}

/** Writes an entry above the first one of a block mapping; undefined where it is not clear how. */
export function firstEntry({ source }: ComposeDocument, map: MapNode, text: string): Edit | undefined {
  const first = map.entries[0];
  if (first === undefined || first.merged || map.flow || map.sharedBy !== undefined) return undefined;
  const { start } = source.lineSpan(source.lineAt(first.keySpan.start));
  const indent = source.text.slice(start, first.keySpan.start);
  if (!/^ +$/.test(indent) || source.slice(map.span).includes('<<')) return undefined;
  return { span: { start, end: start }, text: `${indent}${text}${source.eol}` };
}

function behind(source: SourceText, span: Span, text: string): Edit {
  const { end } = source.lineSpan(lastLine(source, span));
  return { span: { start: end, end }, text: `${source.eol}${text}` };
}

/** Whether the file leaves a line free above its last section. */
function hasGap(source: SourceText, root: MapNode): boolean {
  const last = root.entries.at(-1);
  if (last === undefined || root.entries.length < 2) return false;
  const line = source.lineAt(last.keySpan.start);
  return line > 0 && source.slice(source.lineSpan(line - 1)).trim() === '';
}

/** Words that YAML does not read as texts. */
function isWord(name: string): boolean {
  return /^(?:true|false|null)$/i.test(name);
}
