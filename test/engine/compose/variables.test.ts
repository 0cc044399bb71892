import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { localPath } from '../../../server/src/engine/compose/files/localPath.js';
import { meant } from '../../../server/src/engine/compose/variables/near.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { cachedByText } from '../../../server/src/engine/textCache.js';
import { rules } from '../../../server/src/rules/index.js';
import { factsOf } from '../../../server/tools/generate/facts.js';
import { loud } from '../../loud.js';

const linter = new Linter(rules);
const config = defaultConfig(rules);

describe('a name that was meant', () => {
  test.each([
    ['DB_PASSWROD', 'DB_PASSWORD'],
    ['DBPASSWORD', 'DB_PASSWORD'],
    ['db_password', 'DB_PASSWORD'],
    ['ALLOWED_HOST', 'ALLOWED_HOSTS'],
  ])('%s is a slip for %s', (name, other) => {
    expect(meant(name, ['SOMETHING', other])).toBe(other);
  });

  test.each([
    ['API_URL', 'APP_URL'],
    ['PORT_1', 'PORT_2'],
    ['POSTGRES14', 'POSTGRES15'],
    ['DB_PORT', 'DB_HOST'],
    ['READ_WRITE', 'WRITE_READ'],
    ['A', 'B'],
  ])('%s and %s are two names', (name, other) => {
    expect(meant(name, [other])).toBeUndefined();
  });
});

describe('a path from the folder of a Compose file', () => {
  test.each([
    ['.', ''],
    ['./a/./b/', 'a/b'],
    ['a/../b', 'b'],
    ['../../a', '../../a'],
    ['a/../..', '..'],
    ['/a', undefined],
    ['~/a', undefined],
    ['C:\\a', undefined],
    ['https://example.com/a', undefined],
    ['service:a', undefined],
    ['git@github.com:a/b', undefined],
  ])('%s is %s', (path, wanted) => {
    expect(localPath(path)).toBe(wanted);
  });

  test('starts in the context', () => {
    expect(localPath('a/b', '../c')).toBe('a/c');
    expect(localPath('../a', '../../c')).toBe('../../c');
  });
});

test('a cache by text is bounded and keeps what was asked last', () => {
  const asked: string[] = [];
  const length = cachedByText((text) => {
    asked.push(text);
    return text.length;
  }, 5);
  for (const text of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb', 'dddddddd', 'dddddddd'])
    expect(length(text)).toBe(text.length);
  expect(asked).toEqual(['aa', 'bb', 'cc', 'bb', 'dddddddd']);
});

// Comparing each with each would be 80 million comparisons, a minute and more.
test('many variables are not each compared with many names', () => {
  const services = Array.from(
    { length: 2000 },
    (_, i) => `  s${i}:\n    image: a:\${TAG_NUMBER_${i}X}\n    hostname: \${SOME_LONG_NAME_${i}Y:?}\n`,
  );
  const text = `services:\n${services.join('')}`;
  const env = Array.from({ length: 20_000 }, (_, i) => `OTHER_LONG_NAME_${i}=1\n`).join('');
  const doc = linter.open('compose', text, 'compose.yaml');
  const files = new Map([
    ['compose.yaml', text],
    ['.env', env],
  ]);
  const facts = factsOf(files, 'compose.yaml', (known) => linter.needs(doc, { config, facts: known }));
  const { findings } = linter.lint(doc, { config, facts, date: '2026-11-01', ...loud });
  expect(findings.filter(({ rule }) => rule.id === 'unset-variable')).toHaveLength(2000);
}, 20_000);
