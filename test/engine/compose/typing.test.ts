import { describe, expect, it, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { Linter } from '../../../server/src/engine/lint.js';
import type { Diagnosed } from '../../../server/src/engine/report.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';

const linter = new Linter(rules);
const options = { config: defaultConfig(rules), facts: unknownFacts, date: '2026-11-01', ...loud };

function findings(text: string, at?: number): readonly Diagnosed[] {
  const doc = linter.open('compose', text, 'compose.yaml');
  return linter.lint(doc, { ...options, ...(at === undefined ? {} : { draft: { at, saved: true } }) }).findings;
}

const heard = (marked: string): readonly string[] => {
  const at = marked.indexOf('|');
  return findings(marked.replace('|', ''), at < 0 ? undefined : at).map(({ rule }) => rule.id);
};

const web = 'services:\n  web:\n    image: nginx:1.29\n';

/** `|` is where somebody writes; without it the file is as it is. */
describe('a Compose file that is being written', () => {
  test.each([
    ['a list that is not closed is one finding', 'services:\n  web: [', ['yaml-syntax-error']],
    ['above other lines too', 'services:\n  web: [\n  db:\n    image: postgres:18\n', ['yaml-syntax-error']],
    ['and a mapping', `${web}    build: {`, ['yaml-syntax-error']],
    ['a key without a colon among others is one finding', `${web}    por\n`, ['yaml-syntax-error']],
    ['a word where a mapping belongs is one', 'services:\n  web:\n    ima\n', ['schema-mismatch']],
    ['while it is written it may become a key', 'services:\n  web:\n    ima|', []],
    ['with services below as well', 'services:\n  web:\n    ima|\n  db:\n    image: postgres:18\n', []],
    ['among other keys', `${web}    por|\n  db:\n    image: postgres:18\n`, []],
    ['the name of a service', `${web}  d|`, []],
    ['a name with its colon', `${web}  db:|`, []],
    ['a key whose value is on the next line', `${web}    ports:\n      |`, []],
    ['or its first item', `${web}    ports:\n      - |`, []],
    ['the first word of a file', 'serv|', []],
    ['a service that has no image yet', `${web}  db:\n    restart: always|`, []],
    [
      'what is missing elsewhere is said',
      `services:\n  db:\n    restart: always\n  web:\n    ima|`,
      ['missing-image-or-build'],
    ],
    ['and what is wrong elsewhere', `${web}    restrt: no\n  db:\n    ima|`, ['unknown-key']],
    ['a value that is wrong', `${web}    stop_grace_period: 10 s|`, ['invalid-duration']],
  ])('%s', (_, text, expected) => {
    expect(heard(text)).toEqual(expected);
  });
});

/** 200 lines of services, every fourth with something wrong. */
const services = Array.from({ length: 20 }, (_, index) =>
  [
    `  s${index}: # the service ${index}`,
    `    image: "node:24"`,
    ...(index % 4 === 0 ? ['    privileged: true'] : ['    init: true']),
    '    environment:',
    `      - NAME=s${index}`,
    '    healthcheck: { test: [CMD, "true"], interval: 10s }',
    `    ports: ["127.0.0.1:${9000 + index}:80"]`,
    '    volumes:',
    "      - 'data:/data:ro'",
    '',
  ].join('\n'),
);
const whole = `services:\n${services.join('\n')}volumes:\n  data:\n`;
const wrong = (list: readonly Diagnosed[]): number =>
  list.filter(({ rule }) => rule.id === 'privileged-container').length;

describe('200 lines, typed character by character', () => {
  it('from the top: no rule fails, and what stands above keeps its findings', { timeout: 60_000 }, () => {
    expect(whole.split('\n').length).toBeGreaterThan(200);
    // Every position of the first service and of the last lines, and some between.
    for (let at = 0; at <= whole.length; at += at < 260 || at > whole.length - 40 ? 1 : 43) {
      const text = whole.slice(0, at);
      const above = text.slice(0, text.lastIndexOf('\n  s') + 1).split('privileged: true').length - 1;
      expect(wrong(findings(text, at)), `findings at ${at}`).toBeGreaterThanOrEqual(above);
    }
  });

  it('in the middle: the rest keeps its findings, and nothing else is said of it', { timeout: 60_000 }, () => {
    const typed = services[10] ?? '';
    const start = whole.indexOf(typed);
    const all = findings(whole).map(({ rule }) => rule.id);
    for (let length = 0; length <= typed.length; length++) {
      const at = start + length;
      const text = whole.slice(0, at) + whole.slice(start + typed.length);
      const outside = findings(text, at).filter(
        ({ at: place }) => place.end <= start || place.start > text.indexOf('\n', at),
      );
      expect(
        outside.map(({ rule }) => rule.id),
        `${length}: ${typed.slice(0, length).split('\n').at(-1)}`,
      ).toEqual(all);
    }
  });
});
