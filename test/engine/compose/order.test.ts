import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { fixAll } from '../../../server/src/engine/fix.js';
import { Linter } from '../../../server/src/engine/lint.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

const sorting = [
  'unsorted-services',
  'unsorted-service-keys',
  'unsorted-top-level-keys',
  'unsorted-depends-on',
  'unsorted-ports',
];
const linter = new Linter(rules.filter(({ id }) => sorting.includes(id)));
const options = {
  config: defaultConfig(linter.rules, 'all'),
  facts: unknownFacts,
  date: '2026-11-01',
  safety: 'safe',
  ...loud,
} as const;

function sorted(text: string): string {
  return fixAll(linter, { text, language: 'compose' }, options).text;
}

function findings(text: string): readonly string[] {
  return linter.lint(linter.open('compose', text), options).findings.map(({ rule }) => rule.id);
}

/** What Compose reads: order counts in no mapping, nor in the two lists that are sorted. */
function meaning(text: string): unknown {
  return parseAllDocuments(text, { merge: true }).map((doc) => canonical(doc.toJS()));
}

function canonical(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return ['depends_on', 'ports'].includes(key) ? items.map((item) => JSON.stringify(item)).sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, child]) => [name, canonical(child, name)]),
  );
}

function comments(text: string): readonly string[] {
  return [...text.matchAll(/#[^\r\n]*/g)].map(([comment]) => comment).sort();
}

function checked(text: string): string {
  const result = sorted(text);
  expect(meaning(result)).toEqual(meaning(text));
  expect(comments(result)).toEqual(comments(text));
  expect(result.split('').sort()).toEqual(text.split('').sort());
  expect(sorted(result), 'a second time').toBe(result);
  return result;
}

describe('sorting', () => {
  test('moves entries with the comments that belong to them, and leaves the empty lines where they are', () => {
    const text = [
      'services:',
      '  # The web server.',
      '',
      '  web: # last',
      '    image: nginx:1.29',
      '    # privileged: true',
      '',
      '  # The database,',
      '  # with its data.',
      '  db:',
      '    image: postgres:18',
      '',
      '',
      '  cache:',
      '    image: redis:8.2',
      '  # more',
      '',
      'volumes: {}',
      '',
    ].join('\n');
    const result = [
      'services:',
      '  # The web server.',
      '',
      '  cache:',
      '    image: redis:8.2',
      '',
      '  # The database,',
      '  # with its data.',
      '  db:',
      '    image: postgres:18',
      '',
      '',
      '  web: # last',
      '    image: nginx:1.29',
      '    # privileged: true',
      '  # more',
      '',
      'volumes: {}',
      '',
    ].join('\n');
    expect(checked(text)).toBe(result);
    expect(checked(text.replaceAll('\n', '\r\n'))).toBe(result.replaceAll('\n', '\r\n'));
  });

  test('keeps comments of a file at its top, and moves none that may be about all of it', () => {
    const known = '# yaml-language-server: $schema=x\nvolumes: {}\nservices: {}\n';
    expect(checked(known)).toBe('# yaml-language-server: $schema=x\nservices: {}\nvolumes: {}\n');
    const apart = '# About the file.\n\n# The data.\nvolumes: {}\n\nservices: {}';
    expect(checked(apart)).toBe('# About the file.\n\nservices: {}\n\n# The data.\nvolumes: {}');
    const unclear = '# About this.\nvolumes: {}\nservices: {}\n';
    expect(checked(unclear)).toBe(unclear);
    expect(findings(unclear)).toEqual(['unsorted-top-level-keys']);
    const below = '# About this.\nservices: {}\nvolumes: {}\nnetworks: {}\n';
    expect(checked(below)).toBe('# About this.\nservices: {}\nnetworks: {}\nvolumes: {}\n');
  });

  test('puts merge keys first and keeps unknown keys', () => {
    expect(
      checked(
        'x-a: &a\n  tty: true\nservices:\n  web:\n    ports: ["80:80"]\n    x-own: 1\n    # shared\n    <<: *a\n    image: nginx:1.29\n',
      ),
    ).toBe(
      'x-a: &a\n  tty: true\nservices:\n  web:\n    # shared\n    <<: *a\n    image: nginx:1.29\n    ports: ["80:80"]\n    x-own: 1\n',
    );
    expect(
      checked(
        'x-a: &a\n  tty: true\nservices:\n  web:\n    <<:\n    - *a\n    ports: ["80:80"]\n    image: nginx:1.29\n',
      ),
    ).toBe('x-a: &a\n  tty: true\nservices:\n  web:\n    <<:\n    - *a\n    image: nginx:1.29\n    ports: ["80:80"]\n');
  });

  test('lets no alias come before its anchor', () => {
    const tied = 'services:\n  web: &web\n    image: nginx:1.29\n  api:\n    <<: *web\n    tty: true\n';
    expect(findings(tied)).toEqual([]);
    expect(checked(`${tied}  aa:\n    image: redis:8.2\n`)).toBe(
      'services:\n  aa:\n    image: redis:8.2\n  web: &web\n    image: nginx:1.29\n  api:\n    <<: *web\n    tty: true\n',
    );
    const again =
      'services:\n  c: &s\n    image: c\n  b:\n    <<: *s\n  a: &s\n    image: a\n  z:\n    <<: *s\n    tty: true\n';
    checked(again);
  });

  test('moves nothing where an end of a text would change', () => {
    for (const text of [
      'services:\n  b:\n    image: b\n    command: |+\n      x\n\n  a:\n    image: a\n',
      'services:\n  b:\n    image: b\n  a:\n    image: a\n    command: |\n      x',
    ]) {
      expect(checked(text)).toBe(text);
      expect(findings(text)).toContain('unsorted-services');
    }
  });

  test('works in braces and brackets', () => {
    expect(checked('services: {b: {image: "b"}, a: {ports: [90, "80:80"], image: a }}\n')).toBe(
      'services: {a: {image: a, ports: ["80:80", 90] }, b: {image: "b"}}\n',
    );
    const commented = 'services: {\n  b: {image: b}, # b\n  a: {image: a},\n}\n';
    expect(checked(commented)).toBe(commented);
  });

  test('works with several documents, a byte order mark and lists at the column of their key', () => {
    expect(checked('\uFEFFvolumes: {}\nservices: {}\n---\nvolumes: {}\nname: x\n')).toBe(
      '\uFEFFservices: {}\nvolumes: {}\n---\nname: x\nvolumes: {}\n',
    );
    expect(
      checked('services:\n  a:\n    image: a\n    ports:\n    # b\n    - "90:90" # b\n    - "80:80" # a\n  #   end\n'),
    ).toBe('services:\n  a:\n    image: a\n    ports:\n    - "80:80" # a\n    # b\n    - "90:90" # b\n  #   end\n');
  });

  test('leaves a broken file alone', () => {
    const text = 'services:\n  b:\n    image: b\n  a:\n    image: "a\n';
    expect(sorted(text)).toBe(text);
  });
});

/** A generator of files with everything that may stand around an entry. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function generated(seed: number): string {
  const next = random(seed);
  const lines: string[] = [];
  const anchors: string[] = [];
  let count = 0;
  const say = (indent: number, text: string): void =>
    void lines.push(' '.repeat(indent) + text + (next(5) === 0 ? ` # c${count++}` : ''));
  const noise = (indent: number): void => {
    while (next(3) === 0)
      lines.push(next(2) === 0 ? '' : `${' '.repeat(indent + (next(4) === 0 ? 2 : 0))}# c${count++}`);
  };
  const pick = <T>(from: readonly T[]): readonly T[] => from.filter(() => next(2) === 0).sort(() => next(3) - 1);
  const values: { readonly [key: string]: (at: number) => void } = {
    image: (at) => say(at, `image: nginx:1.${next(9)}`),
    command: (at) => {
      say(at, next(2) === 0 ? 'command: >-' : 'command: |');
      lines.push(`${' '.repeat(at + 2)}# no comment`, '', `${' '.repeat(at + 2)}run`);
    },
    depends_on: (at) => {
      const names = pick(['db', 'cache', 'api']);
      if (names.length === 0) return;
      if (next(2) === 0) say(at, `depends_on: [${names.join(', ')}]`);
      else {
        say(at, 'depends_on:');
        for (const name of names) {
          noise(at + 2);
          say(at + 2, `- ${name}`);
        }
      }
    },
    ports: (at) => {
      const ports = pick([90, 80, 443]);
      if (ports.length > 0) say(at, 'ports:');
      for (const port of ports) {
        noise(at);
        if (next(3) > 0) say(at, `- "${port}:${port}"`);
        else {
          say(at, `- target: ${port}`);
          say(at + 2, `published: "${port}"`);
        }
      }
    },
    environment: (at) => say(at, 'environment: { B: b, A: "a" }'),
    tty: (at) => say(at, 'tty:'),
    '<<': (at) => {
      const anchor = anchors[next(anchors.length)];
      if (anchor !== undefined) say(at, next(2) === 0 ? `<<: *${anchor}` : `<<: [*${anchor}]`);
    },
    restart: (at) => say(at, 'restart: "no"'),
  };
  for (const section of [
    ...pick(['volumes', 'x-a', 'networks']),
    'services',
    ...pick(['name', 'configs', 'secrets']),
  ]) {
    noise(0);
    if (section === 'name') say(0, 'name: shop');
    else if (section !== 'services') {
      const anchor = next(2) === 0 ? ` &a${anchors.push(`a${anchors.length}`) - 1}` : '';
      say(0, `${section}:${anchor}`);
      say(2, 'x-k: v');
    } else {
      say(0, 'services:');
      for (const name of [...pick(['web', 'api', 'db']), 'cache', ...pick(['b', 'A', 'z'])]) {
        noise(2);
        say(2, next(3) === 0 ? `${name}: &a${anchors.push(`a${anchors.length}`) - 1}` : `${name}:`);
        // What an anchor is set on must not refer to itself.
        const own =
          lines.at(-1)?.includes('&') === true ? pick(['restart', 'ports', 'image']) : pick(Object.keys(values));
        for (const key of ['environment', ...own.filter((each) => each !== 'environment')]) {
          if (key !== 'environment') noise(4);
          values[key]?.(4);
        }
      }
    }
  }
  return `${lines.join('\n')}${next(3) === 0 ? '' : '\n'}`;
}

describe('generated files', () => {
  test('mean the same after sorting, with all comments', () => {
    let changed = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const text = generated(seed);
      if (parseAllDocuments(text).some(({ errors }) => errors.length > 0)) continue;
      const result = checked(seed % 3 === 0 ? text.replaceAll('\n', '\r\n') : text);
      if (result !== text) changed++;
    }
    expect(changed).toBeGreaterThan(30);
  });
});
