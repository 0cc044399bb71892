import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkSchema } from '../../../../server/src/engine/compose/schema/check.js';
import { composeSchema } from '../../../../server/src/engine/compose/schema/json.js';
import { describeProblem } from '../../../../server/src/engine/compose/schema/messages.js';
import { shapeOf } from '../../../../server/src/engine/compose/schema/shape.js';
import { broken, Generator, type Json } from './generate.js';
import { nodesOf } from './nodes.js';

const schema = { ...composeSchema(), $schema: 'http://json-schema.org/draft-07/schema#' };
const valid: ValidateFunction = new Ajv({ strict: false, allErrors: true }).compile(schema);
/** Without what Compose casts and drops, which ajv knows nothing of. */
const shape = shapeOf(composeSchema(), undefined);

function ours(text: string): readonly string[] {
  return checkSchema(nodesOf(text), shape).problems.map(
    (problem) => `${problem.path.join('.')}: ${describeProblem(problem)}`,
  );
}

function textOf(value: Json): string {
  return stringify(value, { aliasDuplicateObjects: false });
}

/** Says where the two sides disagree. */
function disagreement(value: Json): string | undefined {
  const text = textOf(value);
  const theirs = valid(value) ? [] : (valid.errors ?? []).map((each) => `${each.instancePath} ${each.message ?? ''}`);
  const found = ours(text);
  if ((theirs.length === 0) === (found.length === 0)) return undefined;
  return `${text}\najv: ${theirs.join('; ')}\nours: ${found.join('; ')}`;
}

describe('ajv on generated documents', () => {
  const rounds = 400;
  const docs = Array.from({ length: rounds }, (_, seed) => new Generator(composeSchema(), seed + 1));

  test('what ajv accepts has no problem', () => {
    const wrong = docs.map((generator) => disagreement(generator.document())).filter((each) => each !== undefined);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('one mistake is found exactly where ajv finds one', () => {
    let mistakes = 0;
    const wrong: string[] = [];
    for (const generator of docs) {
      const document = generator.document();
      for (let round = 0; round < 3; round++) {
        const bad = broken(document, generator);
        if (!valid(bad)) mistakes++;
        const found = disagreement(bad);
        if (found !== undefined) wrong.push(found);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(mistakes).toBeGreaterThan(rounds * 1.5);
  });

  test('the generator writes all keys of a service', () => {
    const seen = new Set<string>();
    for (const generator of docs) {
      const services = (generator.document() as { services?: Record<string, object> }).services ?? {};
      for (const each of Object.values(services)) for (const key of Object.keys(each)) seen.add(key);
    }
    const all = Object.keys(composeSchema().definitions!['service']!.properties!);
    expect(all.filter((key) => !seen.has(key))).toEqual([]);
  });
});
