import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import { ignoreEdits } from '../../server/src/engine/suppress/insert.js';
import { parseSuppressions } from '../../server/src/engine/suppress/parse.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';
import { examplesOf } from '../rules/blocks.js';

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

  test('cover a file that says nothing', () => {
    for (const rest of ['', '\n', '\n\n# later\n', '\n---\n', '\n{}\n']) {
      expect(heard(`# later${rest}`)).toEqual([expect.stringMatching(/^yaml-syntax-error /)]);
      expect(heard(`# docker-patterns ignore=yaml-syntax-error${rest}`)).toEqual([]);
      expect(heard(`\n# docker-patterns ignore=yaml-syntax-error -- to come${rest}`)).toEqual([]);
      expect(heard(`# docker-patterns ignore=unknown-key${rest}`)).toContainEqual(
        expect.stringMatching(/^yaml-syntax-error /),
      );
    }
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

describe('comments of dclint in Compose files', () => {
  const all = { ...options, config: defaultConfig(rules, 'all') };
  const styled = (text: string): readonly string[] => {
    const { findings } = linter.lint(linter.open('compose', text), all);
    const ids = [
      'obsolete-version',
      'unsorted-services',
      'unsorted-ports',
      'yaml-syntax-error',
      'privileged-container',
    ];
    return findings.flatMap(({ rule, at }) =>
      ids.includes(rule.id) ? [`${rule.id} ${text.slice(0, at.start).split('\n').length}`] : [],
    );
  };
  const file = (top: string, above = '', behind = ''): string =>
    `${top}version: "3"\nservices:\n  web:\n    image: nginx:1.29\n${above}    ports:${behind}\n      - "90:90"\n      - "80:80"\n    privileged: true\n  api:\n    image: node:24\n`;

  test('for a file stand on its first line', () => {
    expect(styled(file(''))).toEqual([
      'obsolete-version 1',
      'unsorted-ports 7',
      'privileged-container 8',
      'unsorted-services 9',
    ]);
    expect(styled(file('# dclint disable-file\n'))).toEqual(['privileged-container 9']);
    expect(styled(file('\n---\n# dclint disable\n'))).toEqual(['privileged-container 11']);
    expect(styled(file('\uFEFF# dclint disable no-version-field services-alphabetical-order\r\n'))).toEqual([
      'unsorted-ports 8',
      'privileged-container 9',
    ]);
    expect(styled(file('# more\n# dclint disable\n'))).toHaveLength(4);
    // dclint takes the comma for a part of the name.
    expect(styled(file('# dclint disable no-version-field, services-alphabetical-order\n'))).toEqual([
      'obsolete-version 2',
      'unsorted-ports 8',
      'privileged-container 9',
    ]);
  });

  test('for a line stand above or behind it, and cover what stands in it', () => {
    const rest = ['obsolete-version 1', 'privileged-container 8', 'unsorted-services 9'];
    expect(styled(file('', '', ' # dclint disable-line'))).toEqual(rest);
    expect(styled(file('', '', ' # dclint disable-line service-ports-alphabetical-order'))).toEqual(rest);
    expect(styled(file('', '', ' # dclint disable-line services-alphabetical-order'))).toHaveLength(4);
    const above = ['obsolete-version 1', 'privileged-container 9', 'unsorted-services 10'];
    expect(styled(file('', '    # dclint disable-line\n'))).toEqual(above);
    expect(styled(file('', '    # dclint disable-line\n\n'))).toHaveLength(4);
  });

  test('hide nothing that keeps dclint from reading the file', () => {
    expect(styled('# dclint disable-file\nservices: {\n')).toEqual(['yaml-syntax-error 2']);
  });
});

describe('comments of KICS in Compose files', () => {
  test('for a file stand at its top', () => {
    expect(heard(`# kics-scan ignore\n${services('', '')}`)).toEqual([]);
    expect(heard(`# more\n# kics-scan ignore\n---\n${services('', '')}`)).toEqual([]);
    expect(heard(`name: x # kics-scan ignore\n${services('', '')}`)).toContain('privileged-container 5');
  });

  test('for a line cover that line, for a block all that stands in it', () => {
    expect(heard(services('', '    # kics-scan ignore-line\n'))).toEqual(['privileged-container 8']);
    expect(heard(services('  # kics-scan ignore-line\n', ''))).toEqual([
      'privileged-container 5',
      'privileged-container 8',
    ]);
    expect(heard(services('  # kics-scan ignore-block\n', ''))).toEqual(['privileged-container 8']);
  });
});

describe('every finding on the pages of Compose rules', () => {
  const folder = join(import.meta.dirname, '../../docs/rules/compose');
  // That rule is about the comments themselves.
  const config = defaultConfig(
    rules.filter(({ id }) => id !== 'inline-suppression'),
    'all',
  );
  const values = (text: string): unknown => {
    try {
      const documents = parseAllDocuments(text, { merge: true, uniqueKeys: false });
      return documents.map((doc) => (doc.errors.length === 0 ? (doc.toJS({ mapAsMap: true }) as unknown) : undefined));
    } catch (error) {
      return String(error);
    }
  };

  test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s: a comment hides it alone', (name) => {
    for (const { text, kind, path } of examplesOf(readFileSync(join(folder, name), 'utf8'), 'compose')) {
      if (kind !== 'bad') continue;
      const doc = linter.open('compose', text, path);
      const found = linter.lint(doc, { ...options, config });
      for (const [index, finding] of found.findings.entries()) {
        for (const scope of index === 0 ? (['next', 'file'] as const) : (['next'] as const)) {
          const after = applyEdits(text, ignoreEdits(doc, finding, 'docker-patterns', scope));
          const again = linter.lint(linter.open('compose', after, path), { ...options, config });
          const place = `${finding.rule.id} at ${JSON.stringify(text.slice(finding.at.start, finding.at.end))}`;
          const hidden = again.suppressed.map(({ rule }) => rule.id);
          expect(hidden, place).toContain(finding.rule.id);
          expect(again.findings.length + hidden.length, place).toBe(found.findings.length + found.suppressed.length);
          // A comment in an inline Dockerfile is a part of its text.
          if (finding.inner === undefined) expect(values(after), place).toEqual(values(text));
        }
      }
    }
  });
});
