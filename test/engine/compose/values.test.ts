import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

/** A rule, a file that varies what it looks at, and what compose-go 2.16.2 says: null where it takes the file. */
type Answer = readonly [rule: string, text: string, error: string | null];

const answers = JSON.parse(readFileSync(join(import.meta.dirname, 'answers/values.json'), 'utf8')) as readonly Answer[];

const linter = new Linter(rules);
const config = defaultConfig(rules);

function errors(text: string): readonly string[] {
  const doc = linter.open('compose', text, 'compose.yaml');
  const { findings } = linter.lint(doc, { config, facts: unknownFacts, date: '2026-11-01', ...loud });
  return findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule.id);
}

/** compose-go takes these names, whose pattern has no end, and Docker does not. */
const stricter = /container_name: (?:xx!!|-ab)/;
/** A variable decides, which compose-go was told is not set: what that breaks need not be an error of the file. */
const open = /\$\{/;

describe('errors about values and conflicts', () => {
  for (const id of new Set(answers.map(([rule]) => rule))) {
    it(`are those of compose-go: ${id}`, () => {
      const wrong: unknown[] = [];
      for (const [rule, text, error] of answers) {
        if (rule !== id || stricter.test(text)) continue;
        const found = errors(text);
        const isRight =
          error === null ? found.length === 0 : found.length > 0 || (found.length === 0 && open.test(text));
        if (!isRight) wrong.push([text, error, found]);
      }
      expect(wrong).toEqual([]);
    });
  }
});
