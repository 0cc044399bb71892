import type { Cast } from './casts.js';

/** The kinds of values, one bit each. A whole number fits where a number is wanted. */
export const kinds = { map: 1, list: 2, text: 4, whole: 8, fraction: 16, boolean: 32, nothing: 64 } as const;

/** Several kinds at once, added up. */
export type Kinds = number;

export const everyKind: Kinds = 127;

const byName: ReadonlyMap<string, Kinds> = new Map([
  ['object', kinds.map],
  ['array', kinds.list],
  ['string', kinds.text],
  ['integer', kinds.whole],
  ['number', kinds.whole | kinds.fraction],
  ['boolean', kinds.boolean],
  ['null', kinds.nothing],
]);

/** What a `type` of JSON Schema lets through; everything where there is none. */
export function kindsOf(type: string | readonly string[] | undefined): Kinds {
  if (type === undefined) return everyKind;
  const names = typeof type === 'string' ? [type] : type;
  return names.reduce((all, name) => all | (byName.get(name) ?? 0), 0);
}

export function kindOfScalar(value: string | number | boolean | null): Kinds {
  switch (typeof value) {
    case 'string':
      return kinds.text;
    case 'boolean':
      return kinds.boolean;
    case 'number':
      return Number.isInteger(value) ? kinds.whole : kinds.fraction;
    default:
      return kinds.nothing;
  }
}

/** What may stand there, as a sentence says it: "text or a list". */
export function wordsFor(allowed: Kinds, cast: Cast | undefined, values: readonly string[]): string {
  const words: string[] = [];
  const has = (kind: Kinds): boolean => (allowed & kind) !== 0;
  if (values.length > 0) words.push(...values.map((value) => `\`${value}\``));
  // What Compose casts may be written as text, but not any text.
  else if (has(kinds.text) && cast === undefined) words.push('text');
  const whole = cast === 'integer' || cast === 'umask' || !has(kinds.fraction);
  if (has(kinds.whole)) words.push(whole ? 'a whole number' : 'a number');
  if (has(kinds.boolean)) words.push('`true`', '`false`');
  if (has(kinds.list)) words.push('a list');
  if (has(kinds.map)) words.push('a mapping');
  return either(words);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
