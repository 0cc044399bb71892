import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { factKey, factsFrom, type FactAnswer } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { rules } from '../../server/src/rules/index.js';
import { loud } from '../loud.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const linter = new Linter(rules);

/** Ids of the recommended rules that speak about a Dockerfile in a folder with these files, sorted. */
function found(text: string, files: readonly string[] = []): readonly string[] {
  const doc = linter.open('dockerfile', text);
  const config = defaultConfig(rules);
  const answers = new Map(
    linter
      .needs(doc, { config })
      .map((query): [string, FactAnswer] => [
        factKey(query),
        { presence: files.includes(query.path) ? 'present' : 'absent' },
      ]),
  );
  const report = linter.lint(doc, { config, facts: factsFrom(answers), date: '2026-11-23', ...loud });
  return [...new Set(report.findings.map(({ rule }) => rule.id))].sort();
}

describe('the examples', () => {
  const node = ['package.json', 'package-lock.json', 'index.js'];

  test('between them show every first rule', () => {
    const shown = [
      ...found(read('examples/node-app/Dockerfile'), node),
      ...found(read('examples/python-app/Dockerfile'), ['requirements.txt', 'app.py']),
    ];
    expect([...new Set(shown)].sort()).toEqual(
      [
        'missing-user',
        'root-user',
        'copy-before-install',
        'unpinned-base-image',
        'apt-recommended-packages',
        'apt-lists-left',
        'apk-cache-left',
        'pip-cache-left',
        'shell-form-command',
        'secret-in-build-variable',
        'unknown-instruction',
        'unknown-flag',
        'unlocked-install',
        'dev-dependencies-in-final-stage',
      ].sort(),
    );
  });

  test('the good one is clean', () => {
    expect(found(read('examples/good/Dockerfile'), node)).toEqual([]);
  });
});
