import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { composeSchema, type JsonSchema } from '../../../../server/src/engine/compose/schema/json.js';
import { overlay } from '../../../../server/src/engine/compose/schema/overlay.js';

const file = join(import.meta.dirname, '../../../../node_modules/dclint/schemas/compose.schema.json');
const dependency = JSON.parse(readFileSync(file, 'utf8')) as JsonSchema;

function lookUp(schema: unknown, at: readonly string[]): unknown {
  return at.reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], schema);
}

describe('the overlay', () => {
  test.each(overlay.map((entry) => [entry.at.join('/'), entry] as const))(
    'the dependency does not have %s yet: when it does, drop the entry',
    (_, { at, was }) => {
      expect(lookUp(dependency, at.slice(0, -1)) ?? {}).toBeTypeOf('object');
      expect(lookUp(dependency, at)).toEqual(was);
    },
  );

  test('every entry is in the schema', () => {
    for (const { at } of overlay) expect(lookUp(composeSchema(), at), at.join('/')).toBeDefined();
  });

  test('a container of a job or before the start has the keys of a service that fit it', () => {
    const { job, pre_start_hook: hook } = composeSchema().definitions!;
    const has = (schema: JsonSchema | undefined, ...keys: readonly string[]): readonly boolean[] =>
      keys.map((key) => schema?.properties?.[key] !== undefined);
    expect(has(job, 'image', 'build', 'umask', 'restart', 'pre_start', 'profiles')).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(has(hook, 'image', 'build', 'umask', 'ports', 'per_replica')).toEqual([true, false, true, false, true]);
  });
});

/** What the walk understands. */
const understood = [
  ...['$ref', 'type', 'enum', 'pattern', 'minimum', 'maximum', 'properties', 'patternProperties'],
  ...['additionalProperties', 'required', 'items', 'uniqueItems', 'oneOf', 'anyOf', 'description', 'deprecated'],
  // Said for people, and checked by rules.
  ...['default', 'format', 'title', '$schema', '$id', 'definitions'],
];

test('the schema asks nothing that the walk does not know', () => {
  const strange = new Set<string>();
  const visit = (schema: JsonSchema | boolean | undefined): void => {
    if (typeof schema !== 'object') return;
    for (const key of Object.keys(schema)) if (!understood.includes(key)) strange.add(key);
    const { properties = {}, patternProperties = {}, definitions = {}, oneOf = [], anyOf = [] } = schema;
    for (const group of [properties, patternProperties, definitions]) Object.values(group).forEach(visit);
    [...oneOf, ...anyOf, schema.items, schema.additionalProperties].forEach(visit);
  };
  visit(composeSchema());
  expect([...strange]).toEqual([]);
});
