import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { parseHadolintConfig } from '../../server/src/engine/config/hadolint.js';
import { resolveConfig } from '../../server/src/engine/config/resolve.js';
import type { EffectiveConfig } from '../../server/src/engine/config/types.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { editsOf } from '../../server/src/engine/fix.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Diagnosed } from '../../server/src/engine/report.js';
import { scriptKey, scriptsFrom, type ScriptRemark } from '../../server/src/engine/scripts.js';
import { readReport } from '../../server/src/engine/shell/shellcheck/report.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { rules } from '../../server/src/rules/index.js';
import { reportOn } from './fake.js';
import { loud } from '../loud.js';

const linter = new Linter(rules);
const usual = defaultConfig(rules);

function lint(
  text: string,
  answer: (script: string) => readonly ScriptRemark[] = (script) => readReport(reportOn(script)) ?? [],
  config: EffectiveConfig = usual,
): { readonly found: readonly Diagnosed[]; readonly scripts: readonly string[] } {
  const doc = linter.open('dockerfile', text);
  const queries = linter.scripts(doc, { config });
  const scripts = scriptsFrom(new Map(queries.map((query) => [scriptKey(query), answer(query.text)])));
  const { findings } = linter.lint(doc, { config, facts: unknownFacts, date: '2026-11-01', scripts, ...loud });
  const found = findings.filter(({ rule }) => rule.id === 'shell-script-problem');
  return { found, scripts: queries.map((query) => query.text) };
}

const head = 'FROM debian:13-slim\nARG V=1\nENV W=2\n';

describe('remarks of ShellCheck', () => {
  it.each([
    ['one line', 'RUN MARK && echo MARK\n'],
    ['continuations with a comment and tabs', 'RUN a \\\n\t# MARK it\n\t&& b MARK\t\\\n\n&& MARK\n'],
    ['emoji and accents', 'RUN echo "🐳é🐳" MARK \\\n  && echo 🐳🐳MARK\n'],
    [
      'a here-document with variables and tabs',
      'RUN <<EOF\n\t# no comment of Docker\n\techo $V 🐳\tMARK\nMARK $W\nEOF\n',
    ],
    ['a shebang and directives in front', 'RUN <<EOF\n#!/bin/bash\n# shellcheck disable=SC2154\n\necho $V MARK\nEOF\n'],
    ['a here-document that feeds a command', 'RUN cat <<EOF > /x && MARK $V\nMARK\n🐳 MARK\nEOF\n'],
    ['a here-document without leading tabs', 'RUN <<-EOF\n\techo $V MARK\n\t\tMARK\n\tEOF\n'],
    ['a shell that reads a here-document', 'RUN <<EOF bash -e\necho $W MARK\nEOF\n'],
    ['options and ONBUILD', 'ONBUILD RUN --network=none echo $V \\\n MARK\n'],
    ['a word over two lines', 'RUN echo MA\\\nRK\n'],
  ])('stand at the exact words: %s', (_, body) => {
    for (const text of [head + body, (head + body).replaceAll('\n', '\r\n')]) {
      const { found } = lint(text);
      const words = [...text.matchAll(/MA(?:\\\r?\n)?RK/g)].filter(
        ({ index }) => !/^[ \t]*# (?!no)/.test(text.slice(text.lastIndexOf('\n', index) + 1, index)),
      );
      expect(found.map(({ at }) => at)).toEqual(
        words.map(({ 0: word, index }) => ({ start: index, end: index + word.length })),
      );
    }
  });

  it('know the names that the build sets, without touching directives, and change with these alone', () => {
    const script = '#!/bin/sh\n# shellcheck disable=SC2010\necho $V $http_proxy $x\n';
    const { scripts } = lint(`${head}ENV UNUSED=1\nRUN <<EOF\n${script}EOF\n`);
    expect(scripts).toEqual([
      '#!/bin/sh\n# shellcheck disable=SC2010\nexport V=1 http_proxy=1\necho $V $http_proxy $x\n',
    ]);
    expect(lint('FROM debian:13\nRUN echo $x\n').scripts).toEqual(['echo $x']);
  });

  it('carry code, level, page and a fix of their own', () => {
    const text = `${head}RUN echo $V \\\n  MARK\n`;
    const [finding] = lint(text).found;
    expect(finding).toMatchObject({
      message: 'Marked. (ShellCheck SC2010, info)',
      severity: 'warning',
      equivalents: { shellcheck: ['SC2010'] },
      link: 'https://www.shellcheck.net/wiki/SC2010',
    });
    const [fix] = finding?.fixes ?? [];
    expect(fix?.safety).toBe('unsafe');
    expect(applyEdits(text, (fix && editsOf(fix)?.own) ?? [])).toBe(text.replace('MARK', 'DONE'));
    // What would have to be written into a continuation is left to the person.
    expect(lint(`${head}RUN echo MA\\\nRK\n`).found[0]?.fixes).toEqual([]);
  });

  it('are left out where they make no sense or another rule has the say', () => {
    const place = { line: 1, column: 1, endLine: 1, endColumn: 5 };
    const remark = { level: 'info', message: 'So.', replacements: [] } as const;
    const of = (code: string, range: object): ScriptRemark => ({ ...remark, ...place, ...range, code });
    const remarks = [
      of('SC2086', {}),
      of('SC3010', {}),
      of('SC1072', {}),
      of('SC2010', { line: 9, endLine: 9 }),
      of('SC2010', { column: 900, endColumn: 901 }),
      of('SC2010', { column: 5, endColumn: 2 }),
      of('2010', {}),
    ];
    expect(lint('FROM debian:13\nRUN echo hello\n', () => remarks).found).toEqual([]);
    const empty = lint('FROM debian:13\nRUN echo hello\n', () => [of('SC2010', { column: 5, endColumn: 5 })]);
    expect(empty.found.map(({ at }) => at)).toEqual([{ start: 24, end: 29 }]);
  });

  it('are hidden by comments and lists of hadolint', () => {
    expect(lint(`${head}# hadolint ignore=SC2010\nRUN MARK\n`).found).toEqual([]);
    expect(lint(`${head}# hadolint ignore=SC2011\nRUN MARK\n`).found.length).toBe(1);
    const configured = (yaml: string): readonly Diagnosed[] => {
      const { layer, problems } = parseHadolintConfig(yaml, '/w/.hadolint.yaml', linter);
      expect(problems).toEqual([]);
      const file = { path: '/w/Dockerfile', base: () => '/w' };
      const config = resolveConfig({ layers: [layer], rules, file, usesHadolint: true });
      return lint(`${head}RUN MARK\n`, undefined, config).found;
    };
    expect(configured('ignored: [SC2010, DL3008]\n')).toEqual([]);
    expect(configured('ignored: [SC2011]\n').map(({ severity }) => severity)).toEqual(['warning']);
    expect(configured('override:\n  error: [sc2010]\n').map(({ severity }) => severity)).toEqual(['error']);
  });

  it('are asked only about what a POSIX shell reads, and not where the rule is off', () => {
    const others = 'SHELL ["pwsh", "-c"]\nRUN MARK\nSHELL ["/bin/zsh", "-c"]\nRUN MARK\nRUN ["MARK"]\nCMD MARK\n';
    expect(lint(`FROM debian:13\n${others}`).scripts).toEqual([]);
    const off = resolveConfig({
      layers: [
        {
          origin: { kind: 'editor' },
          rules: new Map([['shell-script-problem', { severity: 'off' }]]),
          exclude: [],
          overrides: [],
        },
      ],
      rules,
      file: { path: '/w/Dockerfile', base: () => '/w' },
      usesHadolint: false,
    });
    expect(lint(`${head}RUN MARK\n`, undefined, off).scripts).toEqual([]);
  });

  it.each(['', '[]', '{}', '{"comments":{}}', '{"comments":', 'null'])('are not read from %j', (output) => {
    expect(readReport(output)).toBeUndefined();
  });

  it('are read one by one', () => {
    const output = JSON.stringify({
      comments: [null, {}, { line: 0 }, ...(JSON.parse(reportOn('MARK')) as { comments: [] }).comments],
    });
    expect(readReport(output)?.map(({ code }) => code)).toEqual(['SC2010']);
  });
});
