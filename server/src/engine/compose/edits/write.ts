import { isTimestamp, plainValue } from '../tree/scalar.js';
import type { Layout } from './layout.js';

/** A value to be written. A text is written as Compose shall read it, so that a `$` that is none is `$$` in it. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

type Style = Pick<Layout, 'step' | 'dash' | 'flowLists' | 'quote'>;

/** Lines of `key: value`, the first without indentation. */
export function blockEntry(key: string, value: YamlValue, style: Style): readonly string[] {
  const name = scalarText(key, style.quote, false);
  if (isList(value)) {
    if (value.length === 0 || (style.flowLists && value.every(isPlain))) return [`${name}: ${flowText(value, style)}`];
    return [`${name}:`, ...value.flatMap((item) => indented(blockItem(item, style), style.dash))];
  }
  if (isMap(value)) {
    const entries = Object.entries(value);
    if (entries.length === 0) return [`${name}: {}`];
    return [`${name}:`, ...entries.flatMap(([inner, one]) => indented(blockEntry(inner, one, style), style.step))];
  }
  return [value === null ? `${name}:` : `${name}: ${scalarText(value, style.quote, false)}`];
}

/** Lines of `- value`, the first without indentation. */
export function blockItem(value: YamlValue, style: Style): readonly string[] {
  if (isMap(value) && Object.keys(value).length > 0) {
    const lines = Object.entries(value).flatMap(([key, one]) => blockEntry(key, one, style));
    return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
  }
  return [`- ${isPlain(value) ? scalarText(value, style.quote, false) : flowText(value, style)}`];
}

/** A value inside brackets. */
export function flowText(value: YamlValue, style: Pick<Style, 'quote'>): string {
  if (isList(value)) return `[${value.map((item) => flowText(item, style)).join(', ')}]`;
  if (!isMap(value)) return scalarText(value, style.quote, true);
  const entries = Object.entries(value).map(([key, one]) => flowEntry(key, one, style));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** `key: value` inside brackets. */
export function flowEntry(key: string, value: YamlValue, style: Pick<Style, 'quote'>): string {
  return `${scalarText(key, style.quote, true)}: ${flowText(value, style)}`;
}

/** A scalar, in quotes where it would be read as something else without. */
export function scalarText(value: string | number | boolean | null, quote: '"' | "'", inBrackets: boolean): string {
  if (typeof value !== 'string') return String(value);
  return isPlainText(value, inBrackets) ? value : quoted(value, quote);
}

/** Whether a text without quotes is read as that text, by older YAML readers too. */
export function isPlainText(text: string, inBrackets: boolean): boolean {
  if (!/^(?:[A-Za-z0-9_./$+]|~\/)/.test(text) || /[\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/.test(text))
    return false;
  if (/:(?:\s|$)|\s#|\s$/.test(text) || (inBrackets && /[[\]{},]/.test(text))) return false;
  if (/^(?:y|n|yes|no|on|off)$/i.test(text) || /^\d+(?::\d+)+$/.test(text)) return false;
  return typeof plainValue(text) === 'string' && !isTimestamp(text);
}

/** The text in these quotes, or in double ones where single ones cannot hold it. */
export function quoted(text: string, quote: '"' | "'"): string {
  const isPrintable = !/[\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/.test(text);
  const single = isPrintable && (quote === "'" || (/["\\]/.test(text) && !text.includes("'")));
  return single ? `'${escaped(text, "'")}'` : `"${escaped(text, '"')}"`;
}

/** A part of a text as it stands between quotes. */
export function escaped(text: string, quote: '"' | "'"): string {
  if (quote === "'") return text.replaceAll("'", "''");
  return text
    .replace(/["\\]/g, '\\$&')
    .replace(
      /[\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function indented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function isMap(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isPlain(value: YamlValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}
