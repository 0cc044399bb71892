import { expect, it } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import type { FactQuery } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { defineRule, type Rule } from '../../server/src/engine/rule.js';
import { rules } from '../../server/src/rules/index.js';

const common = {
  language: 'compose',
  title: 'A rule',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com',
  tags: [],
  equivalents: {},
  fixes: [],
  *check() {
    // Only its questions count.
  },
} as const;

it('rules that ask in the very same way are asked once', () => {
  let asked = 0;
  const facts = (): readonly FactQuery[] => {
    asked++;
    return [{ kind: 'read', path: '.env' }];
  };
  const own: readonly Rule[] = [
    defineRule({ ...common, id: 'one', facts }),
    defineRule({ ...common, id: 'two', facts }),
    defineRule({ ...common, id: 'three', facts: () => [{ kind: 'exists', path: 'a' }] }),
  ];
  const linter = new Linter(own);
  const queries = linter.needs(linter.open('compose', 'services: {}\n'), { config: defaultConfig(own) });
  expect(queries).toEqual([
    { kind: 'read', path: '.env' },
    { kind: 'exists', path: 'a' },
  ]);
  expect(asked).toBe(1);
});

it('all questions of all rules are asked', () => {
  const linter = new Linter(rules);
  const config = defaultConfig(rules, 'all');
  const doc = linter.open('compose', 'services: {a: {image: a, env_file: b.env}}\n', 'compose.yaml');
  const each = rules.flatMap((rule) => (rule.language === 'compose' ? new Linter([rule]).needs(doc, { config }) : []));
  const key = ({ kind, path }: FactQuery): string => `${kind} ${path}`;
  expect(linter.needs(doc, { config }).map(key).sort()).toEqual([...new Set(each.map(key))].sort());
});
