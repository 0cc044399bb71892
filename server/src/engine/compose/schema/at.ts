import { kinds, type Kinds } from './kinds.js';
import type { Path } from './problems.js';
import { composeShape, type Shape } from './shape.js';

/** A key that may be written at a place. */
export interface KnownKey {
  readonly key: string;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly required: boolean;
  /** What its value may be, so that it can be begun on the same line or below. */
  readonly takes: 'scalar' | 'list' | 'map' | 'several';
}

/** What is known of a place in a Compose file, for completion and hover. */
export interface SchemaPlace {
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** In words: "text or a list". */
  readonly expected: string;
  /** The keys of the mapping, in the order of the schema; without those that people name. */
  readonly keys: readonly KnownKey[];
  /** The values that the schema counts up. */
  readonly values: readonly string[];
}

/** What may stand at the path; undefined where nothing is known of it. Never throws. */
export function schemaAt(path: Path): SchemaPlace | undefined {
  let found: readonly Shape[] = [composeShape()];
  for (const step of path) {
    found = found.flatMap(flat).flatMap((shape) => below(shape, step) ?? []);
    if (found.length === 0) return undefined;
  }
  const [first] = found;
  if (first === undefined || found.every(({ anything }) => anything)) return undefined;
  const forms = found.flatMap(flat);
  const keys = new Map<string, KnownKey>();
  for (const form of forms) for (const key of keysOf(form)) if (!keys.has(key.key)) keys.set(key.key, key);
  const described = [first, ...forms].find(({ description }) => description !== undefined);
  return {
    description: described?.description,
    deprecated: first.deprecated,
    expected: first.words,
    keys: [...keys.values()],
    values: [...new Set(forms.flatMap(valuesOf))],
  };
}

/** The shape and all forms that it may have. */
function flat(shape: Shape): readonly Shape[] {
  return shape.choices.length === 0 ? [shape] : shape.choices.flatMap(flat);
}

function below(shape: Shape, step: string | number): Shape | undefined {
  if (typeof step === 'number') return (shape.kinds & kinds.list) === 0 ? undefined : shape.item;
  return (shape.kinds & kinds.map) === 0 ? undefined : shape.child(step);
}

function keysOf(shape: Shape): readonly KnownKey[] {
  return shape.names.map((key) => {
    const child = shape.child(key);
    return {
      key,
      description: child?.description,
      deprecated: child?.deprecated === true,
      required: shape.required.includes(key),
      takes: takes(child?.kinds ?? 0),
    };
  });
}

function takes(all: Kinds): KnownKey['takes'] {
  const list = (all & kinds.list) !== 0;
  const map = (all & kinds.map) !== 0;
  const scalar = (all & ~(kinds.list | kinds.map | kinds.nothing)) !== 0;
  if (Number(list) + Number(map) + Number(scalar) > 1) return 'several';
  return list ? 'list' : map ? 'map' : 'scalar';
}

function valuesOf(shape: Shape): readonly string[] {
  if (shape.values !== undefined) return [...shape.values];
  // Where anything but text is cast, or text is not allowed at all.
  return (shape.kinds & kinds.boolean) !== 0 ? ['true', 'false'] : [];
}
