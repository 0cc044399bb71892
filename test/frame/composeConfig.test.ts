import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../server/src/engine/catalogue.js';
import { parseComposeLintConfig } from '../../server/src/engine/config/composeLint.js';
import { isDclintConfig, parseDclintConfig } from '../../server/src/engine/config/dclint.js';
import { resolveConfig } from '../../server/src/engine/config/resolve.js';
import type { ConfigLayer } from '../../server/src/engine/config/types.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { rules } from '../../server/src/rules/index.js';
import { loud } from '../loud.js';

const known = { rules, catalogue: catalogueOf(rules) };
const linter = new Linter(rules);
const wanted = [
  'obsolete-version',
  'unsorted-services',
  'unsorted-service-keys',
  'unsorted-top-level-keys',
  'privileged-container',
];

function findings(layer: ConfigLayer, text: string): readonly string[] {
  const config = resolveConfig({
    layers: [layer],
    rules,
    file: { path: '/repo/compose.yaml', base: () => '/repo' },
    usesHadolint: false,
  });
  const report = linter.lint(linter.open('compose', text), {
    config,
    facts: unknownFacts,
    date: '2026-11-01',
    ...loud,
  });
  return report.findings.flatMap(({ rule, severity }) => (wanted.includes(rule.id) ? [`${rule.id} ${severity}`] : []));
}

const file = [
  'version: "3"',
  'services:',
  '  web:',
  '    privileged: true',
  '    image: nginx:1.29',
  '  api:',
  '    image: node:24',
  '    privileged: true',
  'name: shop',
  '',
].join('\n');

describe('.dclintrc', () => {
  const dclint = (text: string, path = '/repo/.dclintrc'): ReturnType<typeof parseDclintConfig> =>
    parseDclintConfig(text, path, known);

  test('turns rules off and on, in JSON and YAML', () => {
    expect(findings(dclint('{}').layer, file)).toEqual([
      'obsolete-version warning',
      'privileged-container warning',
      'privileged-container warning',
    ]);
    const json =
      '{"rules": {"no-version-field": 0, "services-alphabetical-order": 1, "service-keys-order": [2, {}]}, "quiet": true}';
    const yaml = 'rules:\n  no-version-field: 0\n  services-alphabetical-order: 1\n  service-keys-order: [2, {}]\n';
    for (const text of [json, yaml]) {
      const { layer, problems } = dclint(text);
      expect(problems).toEqual([]);
      expect(findings(layer, file)).toEqual([
        'privileged-container warning',
        'unsorted-service-keys error',
        'unsorted-services warning',
        'privileged-container warning',
      ]);
    }
  });

  test('gives its orders to ours', () => {
    const { layer } = dclint(
      JSON.stringify({
        rules: {
          'top-level-properties-order': [1, { customOrder: ['version', 'services', 'name'] }],
          'service-keys-order': [1, { groups: { Own: ['privileged'] }, groupOrder: ['Own', 'Core Definitions'] }],
        },
      }),
    );
    expect(findings(layer, file).filter((finding) => finding.startsWith('unsorted'))).toEqual([
      'unsorted-service-keys warning',
    ]);
    const settings = layer.rules;
    expect(settings.get('unsorted-top-level-keys')?.options).toEqual({ order: ['version', 'services', 'name'] });
    expect(settings.get('unsorted-service-keys')?.options).toEqual({
      order: ['privileged', 'image', 'build', 'container_name'],
    });
  });

  test('tells what it cannot mean, and is never run', () => {
    const text = 'rules:\n  no-version-fields: 0\n  no-version-field: off\n';
    const { problems } = dclint(text);
    expect(problems.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([
      ['no-version-fields', 'dclint has no rule "no-version-fields". Did you mean "no-version-field"?'],
      ['off', 'A rule of dclint is 0 (off), 1 (warning) or 2 (error).'],
    ]);
    for (const path of ['/repo/.dclintrc.js', '/repo/dclint.config.mjs']) {
      const program = dclint('export default { rules: { "no-version-field": 0 } }', path);
      expect(program.problems.map(({ message }) => message)).toEqual([
        'This configuration is a program, which is not run, so it does not count; write a .dclintrc.yaml.',
      ]);
      expect(findings(program.layer, file)).toContain('obsolete-version warning');
    }
    for (const text of ['', '[]', 'rules: 1', 'rules: [a]', '{', 'rules: {constructor: 1, no-version-field: []}'])
      dclint(text);
  });
});

describe('options of dclint', () => {
  test.each([
    ['service-image-require-explicit-tag', 'prohibitedTags', ['main'], 'mutable-image-tag', 'tags', ['main']],
    ['no-build-and-image', 'checkPullPolicy', false, 'build-with-image', 'acceptPolicy', false],
    ['require-quotes-in-ports', 'quoteType', 'double', 'unquoted-port', 'quotes', 'double'],
  ])('%s.%s', (check, option, value, id, own, expected) => {
    const text = JSON.stringify({ dclint: { rules: { [check]: [2, { [option]: value }] } } });
    const { layer, problems } = parseDclintConfig(text, '/repo/package.json', known);
    expect(problems).toEqual([]);
    expect(layer.rules.get(id)?.options).toEqual({ [own]: expected });
    const wrong = JSON.stringify({ rules: { [check]: [2, { [option]: { a: 1 } }] } });
    expect(parseDclintConfig(wrong, '/repo/.dclintrc', known).layer.rules.size).toBe(0);
  });

  test('package.json counts with a key for it only', () => {
    expect(isDclintConfig('/repo/package.json', '{"dclint": {}}')).toBe(true);
    for (const text of ['{}', '[]', 'null', '{"a": "dclint"}', '{']) {
      expect(isDclintConfig('/repo/package.json', text)).toBe(false);
    }
    expect(isDclintConfig('/repo/.config/dclintrc', '')).toBe(true);
  });
});

describe('.compose-lint.yml', () => {
  const lint = (text: string): ConfigLayer => parseComposeLintConfig(text, '/repo/.compose-lint.yml', known).layer;

  test('turns checks off, and changes their severity', () => {
    const privileged = (text: string): readonly string[] =>
      findings(lint(text), file).filter((finding) => finding.startsWith('privileged'));
    expect(privileged('rules: {CL-0002: {enabled: false, reason: "x"}}')).toEqual([]);
    expect(privileged('rules: {CL-0002: {severity: critical}}')).toEqual([
      'privileged-container error',
      'privileged-container error',
    ]);
    expect(privileged('rules: {CL-0002: {severity: low}}')).toHaveLength(2);
    expect(privileged('rules: {CL-0002: {enabled: true}, CL-9999: {enabled: no}}')).toHaveLength(2);
  });

  test('is silent about services', () => {
    const lines = (text: string): readonly string[] => findings(lint(text), file);
    expect(lines('rules: {CL-0002: {exclude_services: {web: "why"}}}')).toEqual([
      'obsolete-version warning',
      'privileged-container warning',
    ]);
    expect(lines('rules: {CL-0002: {exclude_services: [web, api]}}')).toEqual(['obsolete-version warning']);
    expect(lines('rules: {CL-0002: {exclude_services: [other]}}')).toHaveLength(3);
    // Naming services turns nothing on.
    expect(lines('rules: {CL-0007: {exclude_services: [other]}}')).toHaveLength(3);
  });

  test('never fails', () => {
    for (const text of ['', '[]', 'rules: 1', 'rules: {CL-0002: 1}', 'rules: {CL-0002: {exclude_services: 1}}', '{'])
      lint(text);
  });
});
