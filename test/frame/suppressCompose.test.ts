import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { ignoreEdits } from '../../server/src/engine/suppress/insert.js';
import { parseSuppressions } from '../../server/src/engine/suppress/parse.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';

const linter = new Linter(rules);
const options = { config: defaultConfig(rules), facts: unknownFacts, date: '2026-01-01' };

function heard(text: string): readonly string[] {
  const { findings } = linter.lint(linter.open('compose', text), options);
  return findings.map(({ rule, at }) => `${rule.id} ${text.slice(0, at.start).split('\n').length}`);
}

const ignore = '# docker-patterns ignore=privileged-container';
const services = (above: string, within: string, behind = ''): string =>
  `services:\n${above}  web:\n    image: nginx:1.29\n${within}    privileged: true${behind}\n  api:\n    image: node:24\n    privileged: true\n`;

describe('ignore comments in Compose files', () => {
  test('cover the entry below them', () => {
    expect(heard(services('', `    ${ignore} -- a tunnel\n`))).toEqual(['privileged-container 8']);
    expect(heard(services('', `    ${ignore}\n\n    # more\n`))).toEqual(['privileged-container 10']);
  });

  test('cover all that stands in the entry below them', () => {
    expect(heard(services(`  ${ignore}\n`, ''))).toEqual(['privileged-container 8']);
    expect(heard(`${ignore}\n${services('', '')}`)).toEqual([]);
  });

  test('cover what starts on their own line', () => {
    expect(heard(services('', '', ` ${ignore}`))).toEqual(['privileged-container 7']);
    expect(heard(services('', '').replace('web:', `web: ${ignore}`))).toEqual(['privileged-container 7']);
  });

  test('cover items of lists', () => {
    const volumes = (comment: string): string =>
      `services:\n  web:\n    image: nginx:1.29\n    volumes:\n${comment}      - type: volume\n        source: a\n        target: /a\n      - bb:/b\n`;
    expect(heard(volumes(''))).toEqual(['undefined-volume 6', 'undefined-volume 8']);
    expect(heard(volumes('      # docker-patterns ignore=undefined-volume\n'))).toEqual(['undefined-volume 9']);
  });

  test('are none inside texts', () => {
    const text = (command: string): string =>
      `services:\n  web:\n    image: a:1\n    command: ${command}\n    privileged: true\n`;
    expect(heard(text(`|\n      a\n      ${ignore}`))).toEqual(['privileged-container 7']);
    expect(heard(text(`"a ${ignore}"`))).toEqual(['privileged-container 5']);
    expect(parseSuppressions(linter.open('compose', text(`| ${ignore}\n      a`)))).toHaveLength(1);
  });

  test('say when they hide nothing', () => {
    const doc = linter.open('compose', `services: {}\n${ignore}\n`);
    expect(parseSuppressions(doc).map(({ malformed }) => malformed)).toEqual([
      'Nothing follows this comment, so it hides nothing.',
    ]);
  });

  test('work for the whole file, in CRLF and where the YAML is broken', () => {
    expect(heard(`# docker-patterns ignore-file=privileged-container\n${services('', '')}`)).toEqual([]);
    expect(heard(services(`  ${ignore}\n`, '').replaceAll('\n', '\r\n'))).toEqual(['privileged-container 8']);
    const broken = 'services:\n  # docker-patterns ignore=yaml-syntax-error\n  web: {image: a:1\n';
    expect(heard(broken)).toEqual([]);
  });
});

describe('ignore comments that are inserted into Compose files', () => {
  const insert = (text: string, id: string): string => {
    const doc = linter.open('compose', text);
    const finding = linter.lint(doc, options).findings.find(({ rule }) => rule.id === id);
    if (finding === undefined) throw new Error(`no finding of ${id}`);
    const after = applyEdits(text, ignoreEdits(doc, finding, 'docker-patterns', 'next'));
    expect(heard(after).length).toBe(heard(text).length - 1);
    return after;
  };

  test('stand above the entry', () => {
    expect(insert(services('', ''), 'privileged-container')).toBe(services('', `    ${ignore}\n`));
  });

  test('join those that are there', () => {
    const text = services('', '    # docker-patterns ignore=host-network\n');
    expect(insert(text, 'privileged-container')).toBe(
      services('', '    # docker-patterns ignore=host-network,privileged-container\n'),
    );
  });

  test('stand outside of texts', () => {
    const text = 'services:\n  web:\n    image: a:1\n    command: |\n      a\n      echo ${}\n';
    expect(insert(text, 'invalid-interpolation')).toBe(
      text.replace('    command', '    # docker-patterns ignore=invalid-interpolation\n    command'),
    );
  });
});
