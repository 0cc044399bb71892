import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Report } from '../../server/src/engine/report.js';
import type { Finding } from '../../server/src/engine/rule.js';
import { ignoreEdits } from '../../server/src/engine/suppress/insert.js';
import { parseSuppressions } from '../../server/src/engine/suppress/parse.js';
import { applyEdits } from '../../server/src/engine/text/span.js';
import { keywordRule, ruleOf } from './rules.js';

/** Finds every RUN; `pinned` stands for two codes and tells which one per finding. */
const rules = [
  keywordRule('RUN', {
    id: 'run-found',
    aliases: ['run-seen'],
    equivalents: { hadolint: ['DL3001'], buildkit: ['RunFound'], shellcheck: ['SC1000'] },
  }),
  ruleOf({
    id: 'pinned',
    equivalents: { hadolint: ['DL3006', 'DL3007'], buildkit: ['Pinned'] },
    *check(doc) {
      for (const { keywordSpan, words } of doc.byKeyword('FROM')) {
        const latest = words[0]?.value.endsWith(':latest') === true;
        yield { at: keywordSpan, message: '', equivalents: { hadolint: [latest ? 'DL3007' : 'DL3006'] } };
      }
    },
  }),
  ruleOf({ id: 'lonely' }),
  ruleOf({
    id: 'owned',
    *check(doc): Iterable<Finding> {
      const copy = doc.byKeyword('COPY')[0];
      const cmd = doc.byKeyword('CMD')[0];
      if (copy !== undefined && cmd !== undefined) yield { at: cmd.keywordSpan, message: '', owner: copy.span };
    },
  }),
  ruleOf({
    id: 'twice',
    equivalents: { hadolint: ['DL4003'], buildkit: ['Twice'] },
    *check(doc): Iterable<Finding> {
      const [first, second] = doc.byKeyword('ENTRYPOINT');
      if (first === undefined || second === undefined) return;
      yield { at: first.keywordSpan, message: '', owners: { hadolint: second.span, buildkit: first.span } };
    },
  }),
  ruleOf({
    id: 'unused',
    *review(_, { unused }) {
      for (const { span } of unused) yield { at: span, message: '' };
    },
  }),
];
const linter = new Linter(rules);
const options = { config: defaultConfig(rules), facts: unknownFacts, date: '2026-01-01' };

function lint(text: string): Report {
  return linter.lint(linter.open('dockerfile', text), options);
}

/** `rule:line` of every finding that is heard. */
function heard(text: string, rule?: string): readonly string[] {
  const doc = linter.open('dockerfile', text);
  return linter
    .lint(doc, options)
    .findings.filter((finding) => rule === undefined || finding.rule.id === rule)
    .map((finding) => `${finding.rule.id}:${doc.source.lineAt(finding.at.start) + 1}`);
}

describe('what a comment hides', () => {
  test.each([
    ['the instruction below', '# docker-patterns ignore=run-found\nRUN a\nRUN b\n', ['run-found:3']],
    ['with a reason', '# docker-patterns ignore=run-found -- it must be\nRUN a\n', []],
    ['one of several ids', '# docker-patterns ignore=lonely,run-found\nRUN a\n', ['unused:1']],
    ['an old id', '# docker-patterns ignore=run-seen\nRUN a\n', []],
    ['all continued lines', '# docker-patterns ignore=run-found\nRUN a \\\n  # x\n\n  && b\n', []],
    ['a trigger', '# docker-patterns ignore=run-found\nONBUILD RUN <<EOF\nx\nEOF\n', []],
    [
      'stacked comments',
      '# docker-patterns ignore=run-found\n# text\n# docker-patterns ignore=lonely\nRUN a\n',
      ['unused:3'],
    ],
    ['over a blank line', '# docker-patterns ignore=run-found\n\nRUN a\n', []],
    ['indented, in CRLF', '  # docker-patterns ignore=run-found\r\n  RUN a\r\nRUN b\r\n', ['run-found:3']],
    ['behind a byte order mark', '\uFEFF# docker-patterns ignore=run-found\nRUN a\n', []],
    ['the whole file', 'RUN a\n# docker-patterns ignore-file=run-found\nRUN b\n', []],
    ['everything in the file', '# docker-patterns ignore-file -- generated\nRUN a\n', []],
    ['case counts', '# docker-patterns ignore=Run-Found\nRUN a\n', ['run-found:2']],
    ['a malformed comment hides nothing', '# docker-patterns ignore=run-found because\nRUN a\n', ['run-found:2']],
    ['inside an instruction', 'RUN a \\\n# docker-patterns ignore=run-found\n b\n', ['run-found:1']],
    ['inside a heredoc', 'RUN <<E\n# docker-patterns ignore-file\nE\n', ['run-found:1']],
    ['hadolint, any of its codes', '# hadolint ignore=DL3001 # why\nRUN a\n', []],
    ['hadolint for ShellCheck', '# hadolint ignore=SC1000,DL9999\nRUN a\n', []],
    ['hadolint, stacked', '# hadolint ignore=DL3001\n# hadolint ignore=DL3002\nRUN a\n', []],
    ['hadolint needs capitals', '# hadolint ignore=dl3001\nRUN a\n', ['run-found:2']],
    ['hadolint needs the next line', '# hadolint ignore=DL3001\n\nRUN a\n', ['run-found:3']],
    ['hadolint, whole file', 'RUN a\n# hadolint global ignore=DL3001\n', []],
    ['BuildKit, one instruction', '# x\n# check=skip=RunFound why\nRUN a\nRUN b\n', ['run-found:4']],
    ['BuildKit, all of its checks', '# x\n# check=skip=all\nRUN a\n', []],
    ['BuildKit, case counts', '# x\n# check=skip=runfound\nRUN a\n', ['run-found:3']],
    ['BuildKit, an empty comment resets', '# x\n# check=skip=RunFound\n#\nRUN a\n', ['run-found:4']],
    ['BuildKit, the directive', '# check=skip=RunFound,Other;error=true\nRUN a\nRUN b\n', []],
    ['BuildKit, the directive without skip', '# check=error=true\nRUN a\n', ['run-found:2']],
    ['BuildKit, a directive that does not parse', '# check=skip=RunFound;what\nRUN a\n', ['run-found:2']],
  ])('%s', (_, text, findings) => {
    expect(heard(text).filter((finding) => !finding.startsWith('pinned'))).toEqual(findings);
  });

  test('a finding counts for its own code where the rule has several', () => {
    expect(heard('# hadolint ignore=DL3006\nFROM a:latest\n', 'pinned')).toEqual(['pinned:2']);
    expect(heard('# hadolint ignore=DL3007\nFROM a:latest\n', 'pinned')).toEqual([]);
    // A tool that the finding does not name: the ids of the rule count.
    expect(heard('# x\n# check=skip=Pinned\nFROM a\n', 'pinned')).toEqual([]);
  });

  test('a stage, without its FROM, to the next one', () => {
    const text = 'RUN 0\n# hadolint stage ignore=DL3001,DL3006\nFROM a\nRUN 1\nRUN 2\nFROM b\nRUN 3\n';
    expect(heard(text)).toEqual(['run-found:1', 'pinned:3', 'pinned:6', 'run-found:7']);
  });

  test('the owner of a finding counts, wherever the finding is shown', () => {
    expect(heard('# docker-patterns ignore=owned\nCOPY a b\nCMD x\n')).toEqual([]);
    expect(heard('COPY a b\n# docker-patterns ignore=owned\nCMD x\n')).toContain('owned:3');
  });

  test('hidden findings are kept apart', () => {
    expect(lint('# docker-patterns ignore=run-found\nRUN a\n').suppressed.map(({ rule }) => rule.id)).toEqual([
      'run-found',
    ]);
  });
});

describe('what is unused', () => {
  const unused = (text: string): readonly string[] =>
    lint(text)
      .findings.filter(({ rule }) => rule.id === 'unused')
      .map(({ at }) => text.slice(at.start, at.end));

  test.each([
    ['an id that hid nothing', '# docker-patterns ignore=lonely\nRUN a\n', ['lonely']],
    ['in the file', '# docker-patterns ignore-file=lonely, run-found\nRUN a\n', ['lonely']],
    ['an old id', '# docker-patterns ignore=run-seen\nCOPY a b\n', ['run-seen']],
    ['a rule that does not exist', '# docker-patterns ignore=nope\nRUN a\n', []],
    ['ignore-file without ids', '# docker-patterns ignore-file\nFROM a\n', []],
    ['foreign comments', '# hadolint ignore=DL3001\nCOPY a b\n', []],
    ['malformed comments', '# docker-patterns ignore=lonely,\nRUN a\n', []],
  ])('%s', (_, text, ids) => {
    expect(unused(text)).toEqual(ids);
  });

  test('a rule that is off did not run', () => {
    const config = defaultConfig(rules);
    const off = new Map(config.rules).set('lonely', { severity: 'off', options: {}, origin: { kind: 'editor' } });
    const doc = linter.open('dockerfile', '# docker-patterns ignore=lonely\nRUN a\n');
    const { findings } = linter.lint(doc, { ...options, config: { ...config, rules: off } });
    expect(findings.map(({ rule }) => rule.id)).toEqual(['run-found']);
  });
});

test('a plain document is covered line by line', () => {
  const doc = linter.open(
    'compose',
    'a:\n  # docker-patterns ignore=x\n  # more\n  b: c\n#docker-patterns ignore-file=y\n',
  );
  expect(parseSuppressions(doc).map(({ scope, covers }) => [scope, covers?.start])).toEqual([
    ['next', 41],
    ['file', 0],
  ]);
});

describe('ignore comments that are inserted', () => {
  /** The text after ignoring the first finding of a rule. */
  function ignore(
    text: string,
    form: 'docker-patterns' | 'hadolint',
    scope: 'next' | 'file',
    rule = 'run-found',
  ): string {
    const doc = linter.open('dockerfile', text);
    const finding = linter.lint(doc, options).findings.find((each) => each.rule.id === rule);
    if (finding === undefined) throw new Error(`no finding of ${rule}`);
    const after = applyEdits(text, ignoreEdits(doc, finding, form, scope));
    const count = (t: string): number => heard(t, rule).length;
    if (after !== text) expect(count(after)).toBeLessThan(count(text));
    return after;
  }

  test.each([
    ['above an instruction', 'FROM a\nRUN x\n', 'FROM a\n# docker-patterns ignore=run-found\nRUN x\n'],
    [
      'with its indent and CRLF',
      'FROM a\r\n\tRUN x \\\r\n y\r\n',
      'FROM a\r\n\t# docker-patterns ignore=run-found\r\n\tRUN x \\\r\n y\r\n',
    ],
    ['behind directives', '# escape=`\nRUN x\n', '# escape=`\n# docker-patterns ignore=run-found\nRUN x\n'],
    ['behind a byte order mark', '\uFEFFRUN x\n', '\uFEFF# docker-patterns ignore=run-found\nRUN x\n'],
    ['at the end without a line end', 'RUN x', '# docker-patterns ignore=run-found\nRUN x'],
    [
      'extends one',
      '# docker-patterns ignore=lonely -- why\n# text\nRUN x\n',
      '# docker-patterns ignore=lonely,run-found -- why\n# text\nRUN x\n',
    ],
    [
      'leaves hadolint next to its instruction',
      '# a\n# hadolint ignore=DL9999\nRUN x\n',
      '# a\n# docker-patterns ignore=run-found\n# hadolint ignore=DL9999\nRUN x\n',
    ],
    [
      'does not extend a malformed one',
      '# docker-patterns ignore=\nRUN x\n',
      '# docker-patterns ignore=\n# docker-patterns ignore=run-found\nRUN x\n',
    ],
    ['above ONBUILD', 'ONBUILD RUN x\n', '# docker-patterns ignore=run-found\nONBUILD RUN x\n'],
  ])('%s', (_, before, after) => {
    expect(ignore(before, 'docker-patterns', 'next')).toBe(after);
  });

  test.each([
    ['above an instruction', 'FROM a\nRUN x\n', 'FROM a\n# hadolint ignore=DL3001,SC1000\nRUN x\n'],
    ['extends one', '# hadolint ignore=DL1 # why\nRUN x\n', '# hadolint ignore=DL1,DL3001,SC1000 # why\nRUN x\n'],
    [
      'directly above, below ours',
      '# docker-patterns ignore=lonely\nRUN x\n',
      '# docker-patterns ignore=lonely\n# hadolint ignore=DL3001,SC1000\nRUN x\n',
    ],
  ])('hadolint: %s', (_, before, after) => {
    expect(ignore(before, 'hadolint', 'next')).toBe(after);
  });

  test.each([
    ['at the top', 'FROM a\nRUN x\n', '# docker-patterns ignore-file=run-found\nFROM a\nRUN x\n'],
    [
      'behind directives',
      '# syntax=docker/dockerfile:1\r\n# check=error=true\r\nRUN x\r\n',
      '# syntax=docker/dockerfile:1\r\n# check=error=true\r\n# docker-patterns ignore-file=run-found\r\nRUN x\r\n',
    ],
    ['behind a shebang', '#!/usr/bin/x\nRUN x\n', '#!/usr/bin/x\n# docker-patterns ignore-file=run-found\nRUN x\n'],
    ['behind a byte order mark', '\uFEFFRUN x\n', '\uFEFF# docker-patterns ignore-file=run-found\nRUN x\n'],
    [
      'extends one',
      'RUN x\n# docker-patterns ignore-file=lonely\n',
      'RUN x\n# docker-patterns ignore-file=lonely,run-found\n',
    ],
  ])('for the file: %s', (_, before, after) => {
    expect(ignore(before, 'docker-patterns', 'file')).toBe(after);
  });

  test('hadolint for the file', () => {
    expect(ignore('FROM a:latest\n', 'hadolint', 'file', 'pinned')).toBe(
      '# hadolint global ignore=DL3007\nFROM a:latest\n',
    );
  });

  test('nothing where there is no code of hadolint, or no instruction', () => {
    const doc = linter.open('dockerfile', '# docker-patterns ignore=lonely\nCOPY a b\nCMD x\n');
    const { findings } = linter.lint(doc, options);
    const owned = findings.find(({ rule }) => rule.id === 'owned')!;
    const comment = findings.find(({ rule }) => rule.id === 'unused')!;
    expect(ignoreEdits(doc, owned, 'hadolint', 'next')).toEqual([]);
    expect(ignoreEdits(doc, comment, 'docker-patterns', 'next')).toEqual([]);
    expect(ignoreEdits(doc, comment, 'docker-patterns', 'file')).toHaveLength(1);
  });
});

describe('a finding that another tool reports at another instruction', () => {
  const file = (above: string, between: string): string =>
    `${above}ENTRYPOINT a\n${between}ENTRYPOINT b\n# docker-patterns ignore=lonely\nUSER x\n`;

  test.each([
    ['nothing', '', '', ['twice:1']],
    ['a comment of hadolint where it reports it', '', '# hadolint ignore=DL4003\n', []],
    ['a comment of hadolint elsewhere', '# hadolint ignore=DL4003\n', '', ['twice:2']],
    ['a comment of BuildKit where it reports it', '# check=skip=Twice\n', '', []],
    ['everything of BuildKit', '# check=skip=all\n', '', []],
    ['a comment of BuildKit elsewhere', '', '# check=skip=Twice\n', ['twice:1']],
    ['ours where the finding is', '# docker-patterns ignore=twice\n', '', []],
    ['ours elsewhere', '', '# docker-patterns ignore=twice\n', ['twice:1']],
    ['a comment for the file', '# docker-patterns ignore-file=twice\n', '', []],
    ['a comment of hadolint for the file', '# hadolint global ignore=DL4003\n', '', []],
  ])('%s', (_, above, between, found) => {
    expect(heard(file(above, between), 'twice')).toEqual(found);
  });

  test('an ignore comment is put where its tool reads it', () => {
    const text = file('', '');
    const doc = linter.open('dockerfile', text);
    const finding = linter.lint(doc, options).findings.find(({ rule }) => rule.id === 'twice');
    if (finding === undefined) throw new Error('nothing found');
    const after = (form: 'docker-patterns' | 'hadolint'): string =>
      applyEdits(text, ignoreEdits(doc, finding, form, 'next'));
    expect(after('hadolint')).toBe(file('', '# hadolint ignore=DL4003\n'));
    expect(after('docker-patterns')).toBe(file('# docker-patterns ignore=twice\n', ''));
  });
});
