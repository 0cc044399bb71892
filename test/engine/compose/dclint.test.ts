import { DCLinter } from 'dclint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

const styles = [
  'no-quotes-in-volumes',
  'require-project-name-field',
  'service-dependencies-alphabetical-order',
  'service-keys-order',
  'service-ports-alphabetical-order',
  'services-alphabetical-order',
  'top-level-properties-order',
];
/** Its declarations lead to files that it does not ship. */
const Dclint = DCLinter as unknown as new (config: object) => {
  lintContent(context: object): readonly { readonly rule: string }[];
};
const linter = new Linter(rules);

function ours(text: string): readonly string[] {
  const report = linter.lint(linter.open('compose', text), {
    config: defaultConfig(rules, 'all'),
    facts: unknownFacts,
    date: '2026-11-01',
    ...loud,
  });
  const ids = report.findings.flatMap(({ equivalents }) => equivalents.dclint ?? []);
  return [...new Set(ids)].filter((id) => styles.includes(id)).sort();
}

function theirs(text: string): readonly string[] {
  const content = parse(text, { merge: true }) as Record<string, unknown>;
  const messages = new Dclint({ rules: {}, quiet: true, debug: false, exclude: [] }).lintContent({
    path: 'compose.yaml',
    content,
    sourceCode: text,
  });
  return [...new Set(messages.map(({ rule }) => rule))].filter((id) => styles.includes(id)).sort();
}

/** The rest of each file is in order. */
const files: readonly string[] = [
  'name: x\nservices:\n  a:\n    image: a\n  b:\n    image: b\n',
  'services:\n  a:\n    image: a\n',
  'name: x\nservices:\n  b:\n    image: b\n  a:\n    image: a\n',
  'name: x\nservices:\n  a-b:\n    image: b\n  a1:\n    image: a\n  A2:\n    image: a\n  a10:\n    image: a\n',
  'services:\n  a:\n    image: a\nname: x\n',
  'name: x\nvolumes: {}\nnetworks: {}\nservices: {}\n',
  'name: x\nx-a: {}\nservices: {}\n',
  'name: x\nservices:\n  a:\n    build: .\n    image: a\n',
  'name: x\nservices:\n  a:\n    image: a\n    tty: true\n    cap_add: []\n',
  'name: x\nservices:\n  a:\n    image: a\n    environment: {}\n    volumes: []\n    ports: []\n',
  'name: x\nservices:\n  a:\n    image: a\n    depends_on: [c, b]\n',
  'name: x\nservices:\n  a:\n    image: a\n    depends_on: {c: {}, b: {}}\n',
  'name: x\nservices:\n  a:\n    image: a\n    ports: ["100:1", "90:2"]\n',
  'name: x\nservices:\n  a:\n    image: a\n    ports: ["127.0.0.1:90:1", "100:2", {target: 3, published: "20"}]\n',
  'name: x\nservices:\n  a:\n    image: a\n    ports: ["90:1/udp", "90:2", "91:1"]\n',
  'name: x\nservices:\n  a:\n    image: a\n    volumes: ["a:/a"]\n',
  'name: x\nservices:\n  a:\n    image: a\n    volumes: [a:/a, "b:/b"]\n',
  '# dclint disable services-alphabetical-order\nservices:\n  b:\n    image: b\n  a:\n    image: a\n',
  'name: x\nservices:\n  b:\n    image: b\n  a: # dclint disable-line\n    image: a\n',
  'name: x\nservices:\n  b:\n    image: b\n  # dclint disable-line services-alphabetical-order\n  a:\n    image: a\n',
];

test.each(files)('dclint finds what we find: %j', (text) => {
  expect(ours(text)).toEqual(theirs(text));
});

test.each([
  [
    'an alias cannot come before its anchor',
    'name: x\nservices:\n  b: &b\n    image: b\n  a: *b\n',
    'services-alphabetical-order',
  ],
  [
    'a merge key comes first',
    'name: x\nx-a: &a {tty: true}\nservices:\n  a:\n    <<: *a\n    image: a\n',
    'service-keys-order',
  ],
  ['fragments keep their order', 'x-b: {}\nx-a: {}\nname: x\nservices: {}\n', 'top-level-properties-order'],
  ['sections that it does not know', 'name: x\nservices: {}\nmodels: {}\n', 'top-level-properties-order'],
  [
    'quotes that YAML needs',
    'name: x\nservices:\n  a:\n    image: a\n    volumes: ["${A}:/a"]\n',
    'no-quotes-in-volumes',
  ],
])('dclint alone speaks where %s', (_, text, id) => {
  expect(ours(text)).not.toContain(id);
  expect(theirs(text)).toContain(id);
});
