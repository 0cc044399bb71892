import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import type { EffectiveConfig } from '../../server/src/engine/config/types.js';
import { Linter } from '../../server/src/engine/lint.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';
import { factsOf } from '../../server/tools/generate/facts.js';
import { loud } from '../loud.js';
import { examplesOf, type Example } from './blocks.js';
import { date } from './harness.js';
import { trialsOf, tryAll, type OptionsFor } from './soundness.js';

const folder = join(import.meta.dirname, '../../docs/rules/compose');
const linter = new Linter(rules);

/** Fixes of rules beside that of the page, too: whatever is offered for an example has to be sound in it. */
for (const page of readdirSync(folder)) {
  const rule = page.replace(/\.md$/, '');
  const examples = examplesOf(readFileSync(join(folder, page), 'utf8'), 'compose');
  describe(`every fix that is offered for the examples of ${rule}`, () => {
    test.each(examples.map((example) => [example.title, example] as const))('%s', (_, example) => {
      const options = optionsOf(example, rule);
      const sample = { language: example.language, path: example.path, text: example.text };
      const bad = [...trialsOf(linter, sample, options)].filter(({ complaints }) => complaints.length > 0);
      expect(bad).toEqual([]);
      for (const pick of [() => 0, (count: number) => count - 1, (count: number) => count >> 1]) {
        expect(tryAll(linter, sample, options, pick).complaints).toEqual([]);
      }
    });
  });
}

function optionsOf(example: Example, rule: string): OptionsFor {
  const config = withRule(rule);
  return (text, others = []) => {
    const doc = linter.open(example.language, text, example.path);
    const around = example.files && new Map(example.files).set(example.path, text);
    for (const { path = '', edits } of others) {
      const place = posix.join(posix.dirname(example.path), path);
      around?.set(place, applyEdits(around.get(place) ?? '', edits));
    }
    const facts = factsOf(around, example.path, (known) => linter.needs(doc, { config, facts: known }));
    return { config, facts, date, ...loud };
  };
}

/** The recommended rules and that of the page. */
function withRule(id: string): EffectiveConfig {
  const base = defaultConfig(rules);
  const own = base.rules.get(id);
  const rule = rules.find((one) => one.id === id);
  if (own === undefined || rule === undefined) throw new Error(`no rule ${id}`);
  return { ...base, rules: new Map(base.rules).set(id, { ...own, severity: rule.severity }) };
}
