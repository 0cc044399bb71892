import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { FlagOption } from './types.js';
import { decodedSpan, type Decoded } from './word.js';

/**
 * The comma-separated options of a flag's value. A field in double quotes may hold commas, and a doubled quote stands
 * for one, as in the CSV reader that BuildKit uses. Never throws: a stray quote is taken as written.
 */
export function readOptions(map: MappedText, decoded: Decoded): readonly FlagOption[] {
  const { value } = decoded;
  const place = (start: number, end: number): Span => decodedSpan(map, decoded, start, end);
  const options: FlagOption[] = [];
  for (let at = 0; at <= value.length;) {
    const field = readField(value, at);
    options.push(option(field, place));
    at = field.next;
  }
  return options;
}

/** Whether the CSV reader would refuse the value: a double quote stands inside a field, or does not end. */
export function hasStrayQuote(value: string): boolean {
  for (let at = 0; at <= value.length;) {
    const field = readField(value, at);
    if (field.start === at && field.text.includes('"')) return true;
    at = field.next;
  }
  return false;
}

interface Field {
  readonly text: string;
  /** The field's characters in the value, quotes around it left out. */
  readonly start: number;
  readonly end: number;
  /** Where the next field starts. */
  readonly next: number;
}

function readField(value: string, start: number): Field {
  if (value.charAt(start) === '"') {
    const close = closingQuote(value, start + 1);
    if (close >= 0) {
      const text = value.slice(start + 1, close).replaceAll('""', '"');
      return { text, start: start + 1, end: close, next: close + 2 };
    }
  }
  const comma = value.indexOf(',', start);
  const end = comma < 0 ? value.length : comma;
  return { text: value.slice(start, end), start, end, next: end + 1 };
}

/** The quote that ends a quoted field: before a comma or the end. */
function closingQuote(value: string, start: number): number {
  for (let at = value.indexOf('"', start); at >= 0; at = value.indexOf('"', at + 1)) {
    if (value.charAt(at + 1) !== '"') return at + 1 === value.length || value.charAt(at + 1) === ',' ? at : -1;
    at++;
  }
  return -1;
}

function option({ text, start, end }: Field, place: (from: number, to: number) => Span): FlagOption {
  const span = place(start, end);
  const equals = text.indexOf('=');
  if (equals < 0) return { name: text.toLowerCase(), span, nameSpan: span };
  return {
    name: text.slice(0, equals).toLowerCase(),
    span,
    nameSpan: place(start, start + equals),
    value: text.slice(equals + 1),
    valueSpan: place(start + equals + 1, end),
  };
}
