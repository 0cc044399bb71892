import { places, type Cast, type Place } from './casts.js';
import { composeSchema, type JsonSchema } from './json.js';
import { everyKind, kindsOf, wordsFor, type Kinds } from './kinds.js';

interface KeyPattern {
  readonly source: string;
  readonly pattern: RegExp;
  readonly shape: Shape;
}

const noStrings: readonly string[] = [];

/**
 * What may stand at one kind of place: a schema with its references followed, and what Compose casts there. Parts are
 * made at the first question, so that a file pays only for the keys that it has.
 */
export class Shape {
  /** A number of its own. */
  readonly id: number;
  readonly kinds: Kinds;
  readonly cast: Cast | undefined;
  /** Whether anything at all may stand here. */
  readonly anything: boolean;
  readonly values: ReadonlySet<string> | undefined;
  readonly pattern: RegExp | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly required: readonly string[];
  /** Keys of which at least one must be there. */
  readonly requiredAny: readonly string[];
  /** The items of a list must differ. */
  readonly unique: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** The forms that it may have, of which one must fit; empty where there is only one. */
  readonly choices: readonly Shape[];
  readonly #schema: JsonSchema;
  readonly #place: Place | undefined;
  readonly #makers: Makers;
  readonly #children = new Map<string, Shape | undefined>();
  #patterns: readonly KeyPattern[] | undefined;
  #names: readonly string[] | undefined;
  #item: Shape | undefined;

  constructor(schema: JsonSchema, place: Place | undefined, description: string | undefined, makers: Makers) {
    this.#schema = schema;
    this.#place = place;
    this.#makers = makers;
    this.id = makers.count++;
    this.cast = place?.cast;
    this.values = schema.enum === undefined ? undefined : new Set(schema.enum);
    this.pattern = schema.pattern === undefined ? undefined : new RegExp(schema.pattern, 'u');
    this.minimum = schema.minimum;
    this.maximum = schema.maximum;
    this.required = schema.required ?? noStrings;
    this.unique = schema.uniqueItems === true && place?.dropsTwins !== true;
    this.description = description ?? schema.description;
    this.deprecated = schema.deprecated === true;
    const forms = schema.oneOf ?? schema.anyOf ?? [];
    const onlyKeys = forms.length > 0 && forms.every((form) => Object.keys(form).join() === 'required');
    this.requiredAny = onlyKeys ? forms.flatMap((form) => form.required ?? []) : noStrings;
    this.choices = onlyKeys ? [] : forms.map((form) => makers.shape(form, place));
    const own = kindsOf(schema.type);
    this.kinds = this.choices.length === 0 ? own : own & this.choices.reduce((all, each) => all | each.kinds, 0);
    this.anything = this.kinds === everyKind && Object.keys(schema).every((key) => key === 'description');
  }

  /** The keys that have a meaning, not those of which only a pattern speaks. */
  get names(): readonly string[] {
    this.#names ??= Object.keys(this.#schema.properties ?? {});
    return this.#names;
  }

  /** Whether names that a person chooses are keys here, as those of services. */
  get named(): boolean {
    return this.#keyPatterns.some(({ source }) => source !== '^x-');
  }

  /** What may stand below the key; undefined where the key may not be there. */
  child(key: string): Shape | undefined {
    const before = this.#children.get(key);
    if (before !== undefined) return before;
    const found = this.#find(key);
    // Names that people choose have no end, so only those that the schema has are kept.
    if (found !== undefined && this.names.includes(key)) this.#children.set(key, found);
    return found;
  }

  /** What an item of the list may be; undefined where nothing is said. */
  get item(): Shape | undefined {
    const { items } = this.#schema;
    if (items === undefined) return undefined;
    this.#item ??= this.#makers.shape(items, this.#below('[]'));
    return this.#item;
  }

  /** What may stand here, in words. */
  get words(): string {
    if (this.choices.length === 0) return wordsFor(this.kinds, this.cast, [...(this.values ?? [])]);
    return wordsFor(
      this.kinds,
      this.cast,
      this.choices.flatMap((choice) => [...(choice.values ?? [])]),
    );
  }

  #find(key: string): Shape | undefined {
    const { properties, additionalProperties } = this.#schema;
    if (properties !== undefined && Object.hasOwn(properties, key)) {
      const own = properties[key];
      if (own !== undefined) return this.#makers.shape(own, this.#below(key));
    }
    for (const { pattern, shape } of this.#keyPatterns) if (pattern.test(key)) return shape;
    if (additionalProperties === false) return undefined;
    return this.#makers.shape(typeof additionalProperties === 'object' ? additionalProperties : {}, this.#below(key));
  }

  get #keyPatterns(): readonly KeyPattern[] {
    this.#patterns ??= Object.entries(this.#schema.patternProperties ?? {}).map(([source, schema]) => ({
      source,
      pattern: new RegExp(source, 'u'),
      // Keys that only a pattern names have the casts of any key.
      shape: this.#makers.shape(schema, this.#below('*')),
    }));
    return this.#patterns;
  }

  #below(key: string): Place | undefined {
    return this.#place?.below.get(key) ?? this.#place?.below.get('*');
  }
}

/** Makes each shape once for its schema and its place. */
class Makers {
  count = 0;
  readonly #root: JsonSchema;
  readonly #made = new Map<JsonSchema, Map<Place | undefined, Shape>>();

  constructor(root: JsonSchema) {
    this.#root = root;
  }

  shape(schema: JsonSchema, place: Place | undefined): Shape {
    const same = this.#made.get(schema) ?? new Map<Place | undefined, Shape>();
    this.#made.set(schema, same);
    let shape = same.get(place);
    if (shape === undefined) {
      shape = new Shape(this.#resolved(schema), place, schema.description, this);
      same.set(place, shape);
    }
    return shape;
  }

  #resolved(schema: JsonSchema): JsonSchema {
    let at = schema;
    for (let steps = 0; at.$ref !== undefined && steps < 10; steps++) {
      at = this.#root.definitions?.[at.$ref.replace('#/definitions/', '')] ?? {};
    }
    return at;
  }
}

/** The shape of a whole file by any schema of the kind that Compose has. */
export function shapeOf(schema: JsonSchema, place: Place | undefined): Shape {
  return new Makers(schema).shape(schema, place);
}

let known: Shape | undefined;

/** The shape of a Compose file. */
export function composeShape(): Shape {
  known ??= shapeOf(composeSchema(), places());
  return known;
}
