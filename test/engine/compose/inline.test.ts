import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../server/src/engine/config/resolve.js';
import { inlineDockerfiles } from '../../../server/src/engine/compose/inline/documents.js';
import { unknownFacts } from '../../../server/src/engine/facts.js';
import { editsOf, fixAll } from '../../../server/src/engine/fix.js';
import { Linter } from '../../../server/src/engine/lint.js';
import type { Diagnosed } from '../../../server/src/engine/report.js';
import type { Fix, LintDocument } from '../../../server/src/engine/rule.js';
import { ignoreEdits } from '../../../server/src/engine/suppress/insert.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { rules } from '../../../server/src/rules/index.js';
import { loud } from '../../loud.js';
import { examplesOf } from '../../rules/blocks.js';

const linter = new Linter(rules);
const options = { config: defaultConfig(rules), facts: unknownFacts, date: '2026-11-01', ...loud };

/** A Compose file with a Dockerfile in it. */
function around(text: string, { eol = '\n', more = '', header = '|' } = {}): string {
  const lines = text.replaceAll('$', '$$$$').split('\n');
  const block = lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n');
  return `services:\n  web:\n    build:\n      dockerfile_inline: ${header}\n${block}${more}`.replaceAll('\n', eol);
}

function dockerfileFindings(text: string): readonly Diagnosed[] {
  return linter
    .lint(linter.open('compose', text), options)
    .findings.filter(({ rule }) => rule.language === 'dockerfile');
}

function named(findings: readonly Diagnosed[], text: string): readonly string[] {
  return findings.map(({ rule, at }) => `${rule.id} ${text.slice(at.start, at.end)}`);
}

function onOneLine(text: string): string {
  return text
    .replaceAll('$$', '$')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();
}

function withoutBlanks(text: string): string {
  return text.replace(/ +(?=\r?\n)/g, '');
}

/** Whether a fix changes nothing but the document, by a text without places to fill in. */
function isPlain(fix: Fix): boolean {
  return fix.edits().every((edit) => 'span' in edit || (edit.snippet !== true && edit.path === undefined));
}

describe('a Dockerfile inside a Compose file', () => {
  const folder = join(import.meta.dirname, '../../../docs/rules/dockerfile');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => examplesOf(readFileSync(join(folder, name), 'utf8'), 'dockerfile', 'compose'))
    .filter(({ language }) => language === 'dockerfile')
    .map(({ text }) => text)
    // What YAML cannot hold in a block, or reads as its end.
    .filter((text) => !/[^\t\n\x20-\x7e\xa0-\ud7ff]|^\s|\n\n$/.test(text) && text.trim() !== '')
    .map((text) => `${text.replace(/\n$/, '')}\n`);

  for (const [eol, more, step] of [
    ['\n', '', 1],
    ['\r\n', '    image: web\n', 3],
  ] as const) {
    test(`has the findings and fixes of the pages of rules (${JSON.stringify(eol)})`, () => {
      let fixes = 0;
      for (const text of texts.filter((_, index) => index % step === 0)) {
        const plain = linter.lint(linter.open('dockerfile', text), options).findings;
        const outer = around(text, { eol, more });
        const found = dockerfileFindings(outer);
        expect(named(found, outer).map(onOneLine)).toEqual(named(plain, text).map(onOneLine));
        for (const [index, { fixes: own }] of plain.entries()) {
          const offered = found[index]?.fixes ?? [];
          expect(offered.map(({ title }) => title)).toEqual(own.filter(isPlain).map(({ title }) => title));
          for (const fix of offered) {
            const inner = own.find(({ title }) => title === fix.title);
            const changed = applyEdits(outer, editsOf(fix)?.own ?? []);
            const wanted = around(applyEdits(text, (inner && editsOf(inner)?.own) ?? []), { eol, more });
            expect(withoutBlanks(changed)).toBe(withoutBlanks(wanted));
            fixes++;
          }
        }
      }
      expect(fixes).toBeGreaterThan(500 / step);
    });
  }

  test('has nothing to say of what a variable of Compose decides', () => {
    const text = around('FROM node:24\nRUN apt-get install curl FLAGS\nRUN cd /app\n').replace('FLAGS', '${FLAGS}');
    expect(named(dockerfileFindings(text), text)).toContain('unchecked-cd cd /app');
    expect(named(dockerfileFindings(text), text).join()).not.toContain('FLAGS');
    const escaped = text.replace('${', () => '$${');
    expect(named(dockerfileFindings(escaped), escaped)).toContain('unquoted-variable $${FLAGS}');
  });

  test('is read in quotes, folded and behind an anchor, where nothing is fixed', () => {
    for (const inline of [
      '"FROM node\\nUSER node\\nCMD [\'node\']"',
      '>\n        FROM node\n\n        USER node',
      '&one |\n        FROM node\n        USER node\n  api:\n    build:\n      dockerfile_inline: *one',
    ]) {
      const text = `services:\n  web:\n    build:\n      dockerfile_inline: ${inline}\n`;
      const found = dockerfileFindings(text);
      expect(named(found, text)).toContain('unpinned-base-image node');
      expect(found.flatMap(({ fixes }) => fixes)).toEqual([]);
    }
  });

  test('may start from another context of its build', () => {
    const contexts = '      additional_contexts:\n        base: service:other\n';
    const ids = (more: string): readonly string[] => {
      const text = around('FROM base\nRUN cd /app\n', { more });
      return named(dockerfileFindings(text), text);
    };
    expect(ids('')).toContain('unpinned-base-image base');
    expect(ids(contexts)).toEqual(['unchecked-cd cd /app']);
  });

  test('is answered by what the service says', () => {
    const ids = (more: string): string => named(dockerfileFindings(around('FROM node:24\n', { more })), '').join();
    expect(ids('')).toContain('missing-user');
    expect(ids('    user: node\n')).not.toContain('missing-user');
  });

  test('is given the arguments of its build', () => {
    const ids = (more: string): string =>
      named(dockerfileFindings(around('ARG TAG\nFROM node:$TAG\n', { more })), '').join();
    expect(ids('')).toContain('unusable-from-default');
    expect(ids('      args: {OTHER: "24"}\n')).toContain('unusable-from-default');
    expect(ids('      args: {TAG: "24"}\n')).not.toContain('unusable-from-default');
  });

  test('may hold ignore comments, and stand below one', () => {
    const text = around('FROM node:24\nRUN cd /app\nUSER node\n');
    const [finding] = dockerfileFindings(text);
    expect(named(dockerfileFindings(text), text)).toEqual(['unchecked-cd cd /app']);
    const doc = linter.open('compose', text);
    const edits = finding === undefined ? [] : ignoreEdits(doc, finding, 'docker-patterns', 'next');
    const ignored = applyEdits(text, edits);
    expect(ignored).toContain('\n        # docker-patterns ignore=unchecked-cd\n        RUN cd');
    expect(dockerfileFindings(ignored)).toEqual([]);
    const above = text.replace('    build:', '    # docker-patterns ignore=unchecked-cd\n    build:');
    expect(dockerfileFindings(above)).toEqual([]);
    expect(linter.lint(linter.open('compose', above), options).suppressed).toHaveLength(1);
    const folded = text
      .replace(': |', ': "FROM node:24\\nRUN cd /app\\nUSER node\\n"')
      .replace(/"\n(?: {8}.*\n)+/, '"\n');
    const [other] = dockerfileFindings(folded);
    const outside =
      other === undefined ? [] : ignoreEdits(linter.open('compose', folded), other, 'docker-patterns', 'next');
    expect(applyEdits(folded, outside)).toContain(
      '\n      # docker-patterns ignore=unchecked-cd\n      dockerfile_inline',
    );
  });

  test('is not read again where its text is the same', () => {
    const text = around('FROM node:24\nRUN cd /app\n');
    const first = linter.open('compose', text);
    const [one] = linter.lint(first, options).findings.map(({ inner }) => inner?.finding);
    const second = linter.open('compose', `# more\n${text}`, undefined, first);
    const [two] = linter.lint(second, options).findings.map(({ inner }) => inner?.finding);
    expect(one).toBeDefined();
    expect(two).toBe(one);
    expect(inlineDockerfiles(second)[0]?.doc).toBe(inlineDockerfiles(first)[0]?.doc);
  });

  test('is read at every keystroke', () => {
    const whole = around(
      'FROM node:24 AS a\nARG B=$c\nRUN <<EOF\ncd $$X ${Y:-a}\nEOF\n# docker-patterns ignore=a\nCOPY . .\n',
      {
        more: '      target: a\n      args: {C: 1}\n',
      },
    );
    let earlier: LintDocument | undefined;
    for (let length = 0; length <= whole.length; length++) {
      const text = whole.slice(0, length);
      const doc = linter.open('compose', text, 'compose.yaml', earlier);
      const { findings } = linter.lint(doc, { ...options, draft: { at: length, saved: false } });
      for (const { at, fixes } of findings) {
        expect(at.end).toBeLessThanOrEqual(length);
        for (const fix of fixes) applyEdits(text, editsOf(fix)?.own ?? []);
      }
      earlier = doc;
    }
  });

  test('is mended with the whole file', () => {
    const text = around('FROM node:24\nMAINTAINER $me\nrun apt-get update && apt-get install -y curl\n');
    const fixed = fixAll(linter, { text, language: 'compose' }, { ...options, safety: 'safe' });
    expect(fixed.text).toContain('org.opencontainers.image.authors=');
    expect(fixed.text).toContain('$$me');
    expect(fixed.text).toContain('RUN apt-get');
  });
});
