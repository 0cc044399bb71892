import type { JsonSchema } from '../../../../server/src/engine/compose/schema/json.js';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Makes documents that a schema accepts; the same ones for the same seed. */
export class Generator {
  readonly #root: JsonSchema;
  #state: number;

  constructor(root: JsonSchema, seed: number) {
    this.#root = root;
    this.#state = Math.imul(seed, 0x9e3779b1) >>> 0 || 1;
  }

  /** A whole number below the limit (xorshift). */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  document(): Json {
    return this.#value(this.#root, 0);
  }

  #value(schema: JsonSchema, depth: number): Json {
    if (schema.$ref !== undefined) {
      return this.#value(this.#root.definitions![schema.$ref.replace('#/definitions/', '')]!, depth);
    }
    if (schema.oneOf !== undefined) return this.#value(this.pick(schema.oneOf), depth);
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['string', 'null', 'boolean']);
    switch (this.pick(types)) {
      case 'object':
        return this.#map(schema, depth);
      case 'array':
        return this.#list(schema, depth);
      case 'integer':
        return (schema.minimum ?? -5) + this.below(100);
      case 'number':
        return (schema.minimum ?? 0) + this.below(100) / this.pick([1, 4]);
      case 'boolean':
        return this.below(2) === 0;
      case 'null':
        return null;
      default:
        return this.#text(schema);
    }
  }

  #text(schema: JsonSchema): string {
    if (schema.enum !== undefined) return this.pick(schema.enum);
    if (schema.pattern?.includes('always') === true) return this.pick(['always', 'every_12h3m', 'missing']);
    return this.pick(['text', 'a=b', '80', 'true', './a b', '1.5', 'null', 'ä: #', 'multi\nline', 'x-y']);
  }

  #map(schema: JsonSchema, depth: number): Json {
    const made: Record<string, Json> = {};
    const keys = Object.keys(schema.properties ?? {});
    const wanted = new Set(schema.required ?? []);
    for (const { required = [] } of schema.anyOf?.slice(0, 1 + this.below(2)) ?? [])
      required.forEach((key) => wanted.add(key));
    const more = keys.length === 0 ? 0 : this.below(Math.min(keys.length, depth < 3 ? 8 : 3) + 1);
    for (let count = 0; count < more; count++) wanted.add(this.pick(keys));
    for (const key of wanted) made[key] = this.#value(schema.properties?.[key] ?? {}, depth + 1);
    for (const [pattern, below] of Object.entries(schema.patternProperties ?? {})) {
      const names =
        pattern === '^x-' ? (this.below(4) === 0 ? ['x-own'] : []) : ['a', 'web', 'cdef'].slice(this.below(3));
      for (const name of names) made[name] = this.#value(below, depth + 1);
    }
    return made;
  }

  #list(schema: JsonSchema, depth: number): Json {
    const items = Array.from({ length: this.below(4) }, () => this.#value(schema.items ?? {}, depth + 1));
    if (schema.uniqueItems !== true) return items;
    return items.filter((item, index) => items.findIndex((other) => sameText(other) === sameText(item)) === index);
  }
}

/** The document with one thing changed somewhere, most often so that it is wrong. */
export function broken(document: Json, generator: Generator): Json {
  const places: (readonly (string | number)[])[] = [];
  const collect = (value: Json, path: readonly (string | number)[]): void => {
    places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, below] of Object.entries(value))
      collect(below, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  collect(document, []);
  return changed(document, generator.pick(places), generator);
}

function changed(value: Json, path: readonly (string | number)[], generator: Generator): Json {
  const [first, ...rest] = path;
  if (first === undefined) return mutated(value, generator);
  if (Array.isArray(value))
    return value.map((each, index) => (index === first ? changed(each, rest, generator) : each));
  const map = value as { [key: string]: Json };
  return { ...map, [first]: changed(map[first]!, rest, generator) };
}

const strange: readonly Json[] = [
  'text',
  'a',
  12,
  -3,
  0.5,
  4294967296,
  true,
  false,
  null,
  [],
  {},
  ['a', 'a'],
  [1],
  { a: 1 },
  { 'x-a': 1 },
];

function mutated(value: Json, generator: Generator): Json {
  const way = generator.below(4);
  if (Array.isArray(value) && way < 2 && value.length > 0) return [...value, generator.pick(value)];
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && way < 3) {
    const keys = Object.keys(value);
    if (way === 0 || keys.length === 0)
      return { ...value, [generator.pick(['imagee', 'a b', 'é', 'X-a', ''])]: generator.pick(strange) };
    const gone = generator.pick(keys);
    const left = Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
    return way === 1 ? left : { ...left, [`${gone}s`]: value[gone]! };
  }
  return generator.pick(strange);
}

/** The same text for values that JSON Schema takes for the same. */
function sameText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(sameText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, below]) => `${JSON.stringify(key)}:${sameText(below)}`);
  return `{${entries.sort().join()}}`;
}
