import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import cycle from '../../../server/src/rules/compose/dependency-cycle.js';
import invalid from '../../../server/src/rules/compose/invalid-interpolation.js';
import syntax from '../../../server/src/rules/compose/yaml-syntax-error.js';
import undefinedNetwork from '../../../server/src/rules/compose/undefined-network.js';
import undefinedService from '../../../server/src/rules/compose/undefined-service.js';

const rules = [cycle, invalid, syntax, undefinedNetwork, undefinedService];

function findings(text: string, path: string) {
  const linter = new Linter(rules);
  const config = defaultConfig(rules);
  const doc = linter.open('compose', text, path);
  const failures: unknown[] = [];
  const report = linter.lint(doc, {
    config,
    facts: unknownFacts,
    date: '2026-11-01',
    onFailure: (failure) => failures.push(failure),
  });
  expect(failures).toEqual([]);
  return report.findings;
}

const lint = (text: string, path: string): readonly string[] =>
  findings(text, path).map(({ rule, at }) => `${rule.id}: ${text.slice(at.start, at.end)}`);

const severities = (text: string): readonly string[] =>
  findings(text, 'compose.yaml').map(({ rule, severity }) => `${rule.id} ${severity}`);

describe('rules about a whole Compose file', () => {
  it('tell some of what is everywhere, and no end of it', () => {
    const names = Array.from({ length: 150 }, (_, index) => `s${index}`);
    const needy = names.map((name) => `  ${name}: {depends_on: [${names.join(', ')}]}\n`).join('');
    expect(findings(`services:\n${needy}`, 'compose.yaml').map(({ rule }) => rule.id)).toEqual(
      Array.from({ length: 30 }, () => 'dependency-cycle'),
    );
    const text = `services: {a: {command: "${'${-} '.repeat(100_000)}", image: "\${"}}\n`;
    const found = findings(text, 'compose.yaml');
    expect(found.map(({ rule }) => rule.id)).toEqual(Array.from({ length: 51 }, () => 'invalid-interpolation'));
    expect(found.at(-1)?.at.start).toBe(text.length - 6);
  });

  it('do not judge a file that others may complete', () => {
    const text = 'services: {web: {depends_on: [db], networks: [n]}}\n';
    expect(lint(text, 'a/compose.yaml')).toEqual(['undefined-service: db', 'undefined-network: n']);
    for (const path of ['compose.prod.yaml', 'docker-compose.override.yml', 'podman-compose.yml']) {
      expect(lint(text, path)).toEqual([]);
    }
    expect(lint(`include: [b.yaml]\n${text}`, 'compose.yml')).toEqual([]);
  });

  it('are milder about services that only a profile starts', () => {
    const text = 'services: {web: {depends_on: [db]}, job: {profiles: [p], depends_on: [db, job]}}\n';
    expect(severities(text)).toEqual([
      'undefined-service error',
      'undefined-service warning',
      'dependency-cycle warning',
    ]);
  });

  // Each name is one that nobody declares: comparing each with each to say what was meant would take many minutes.
  it('do not compare each name with each', () => {
    const names = Array.from(
      { length: 16_000 },
      (_, i) => `  s${i}: {image: x, depends_on: [t${i}], networks: [n${i}]}\n`,
    );
    expect(lint(`services:\n${names.join('')}`, 'compose.yaml')).toHaveLength(32_000);
  });
});
