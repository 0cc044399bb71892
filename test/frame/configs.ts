import { expect } from 'vitest';
import { parseConfigFile } from '../../server/src/engine/config/file.js';
import { resolveConfig } from '../../server/src/engine/config/resolve.js';
import type { ConfigLayer, EffectiveConfig, RuleSetting } from '../../server/src/engine/config/types.js';
import type { Rule } from '../../server/src/engine/rule.js';
import { ruleOf } from './rules.js';

const one = ruleOf({ id: 'one', equivalents: { hadolint: ['DL3001'] } });
const two = ruleOf({
  id: 'two',
  aliases: ['old-two'],
  severity: 'info',
  profile: 'all',
  equivalents: { hadolint: ['DL3002', 'DL3003'] },
  options: {
    limit: { type: 'number', default: 5, description: '' },
    names: { type: 'strings', default: ['a'], description: '' },
  },
});
export const rules: readonly Rule[] = [one, two];
const file = '/repo/api/Dockerfile';

export function resolve(...layers: readonly ConfigLayer[]): EffectiveConfig {
  return resolveConfig({
    layers,
    rules,
    file: { path: file, base: () => '/repo' },
    usesHadolint: false,
    date: '2026-01-01',
  });
}

export function parse(text: string): ConfigLayer {
  const { layer, problems } = parseConfigFile(text, '/repo/.docker-patterns.yaml', rules);
  expect(problems).toEqual([]);
  return layer;
}

/** What configurations of other tools say, by id. */
export function codes(setting: RuleSetting | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries([...(setting?.codes?.values() ?? [])].map(({ id, severity }) => [id, severity]));
}

/** Problems as `text at fault: message`. */
export function complaintsAbout(text: string): readonly string[] {
  const { problems } = parseConfigFile(text, 'x', rules);
  return problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}
