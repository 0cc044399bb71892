import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { fixAll, minimalEdits } from '../../server/src/engine/fix.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { FileEdits, Fix, Rule } from '../../server/src/engine/rule.js';
import { applyEdits, overlaps, type Edit } from '../../server/src/engine/text/span.js';
import { ruleOf } from './rules.js';

type Edits = readonly Edit[] | readonly FileEdits[];

/** A rule that finds a word anywhere and offers one fix for each place. */
function wordRule(
  id: string,
  word: string,
  safety: Fix['safety'],
  edits: (start: number) => Edits,
): Rule<'dockerfile'> {
  return ruleOf({
    id,
    *check(doc) {
      for (const { index } of doc.source.text.matchAll(new RegExp(word, 'g'))) {
        const fix: Fix = { title: `${id} ${index}`, safety, edits: () => edits(index) };
        yield { at: { start: index, end: index + word.length }, message: '', fixes: [fix] };
      }
    },
  });
}

const put =
  (length: number, text: string) =>
  (start: number): readonly Edit[] => [{ span: { start, end: start + length }, text }];

function fix(
  text: string,
  rules: readonly Rule[],
  more: { readonly safety?: 'safe' | 'unsafe'; readonly rule?: string } = {},
): ReturnType<typeof fixAll> {
  const options = {
    config: defaultConfig(rules),
    facts: unknownFacts,
    date: '2026-01-01',
    safety: 'safe',
    ...more,
  } as const;
  return fixAll(new Linter(rules), { text, language: 'dockerfile' }, options);
}

describe('fix all', () => {
  test('repeats until nothing changes', () => {
    const rules = [wordRule('a', 'one', 'safe', put(3, 'two')), wordRule('b', 'two', 'safe', put(3, 'three'))];
    const { text, applied } = fix('RUN one two\n', rules);
    expect(text).toBe('RUN three three\n');
    expect(applied.map(({ rule }) => rule)).toEqual(['a', 'b', 'b']);
  });

  test('takes safe fixes, unsafe ones when asked, suggestions never', () => {
    const rules = [
      wordRule('a', 'aa', 'safe', put(2, 'x')),
      wordRule('b', 'bb', 'unsafe', put(2, 'y')),
      wordRule('c', 'cc', 'suggestion', put(2, 'z')),
    ];
    expect(fix('RUN aa bb cc\n', rules).text).toBe('RUN x bb cc\n');
    expect(fix('RUN aa bb cc\n', rules, { safety: 'unsafe' }).text).toBe('RUN x y cc\n');
    expect(fix('RUN aa bb cc\n', rules, { safety: 'unsafe', rule: 'b' }).text).toBe('RUN aa y cc\n');
  });

  test('a fix that overlaps waits for the next round', () => {
    const rules = [wordRule('a', 'abc', 'safe', put(3, 'cd')), wordRule('b', 'cd', 'safe', put(2, 'e'))];
    expect(fix('RUN abcd\n', rules).text).toBe('RUN cdd\n'.replace('cd', 'e'));
  });

  test('a fix that touches another waits too, since its rule cannot see what will stand there', () => {
    const insert = (start: number): readonly Edit[] => [{ span: { start: start + 1, end: start + 1 }, text: '1' }];
    const rules = [wordRule('a', 'a', 'safe', put(1, 'x')), wordRule('b', 'ab', 'safe', insert)];
    expect(fix('RUN ab\n', rules).text).toBe('RUN xb\n');
  });

  test('the result is the same in any order of rules and findings', () => {
    const rules = [
      wordRule('a', 'ab', 'safe', put(2, 'x')),
      wordRule('b', 'bc', 'safe', put(2, 'y')),
      wordRule('c', 'c', 'safe', put(1, 'z')),
      wordRule('d', 'c', 'safe', put(1, 'w')),
    ];
    const options = { facts: unknownFacts, date: '2026-01-01', safety: 'safe' } as const;
    const results = [rules, [...rules].reverse()].flatMap((list) => {
      const linter = new Linter(list);
      const backwards = Object.assign(Object.create(linter) as Linter, {
        lint: (...[doc, own]: Parameters<Linter['lint']>) => {
          const report = linter.lint(doc, own);
          return { ...report, findings: [...report.findings].reverse() };
        },
      });
      const file = { text: 'RUN abc bc c\n', language: 'dockerfile' } as const;
      return [linter, backwards].map((each) => fixAll(each, file, { ...options, config: defaultConfig(list) }).text);
    });
    expect(new Set(results)).toEqual(new Set(['RUN xz y z\n']));
  });

  test('fixes that undo each other come to an end', () => {
    const rules = [wordRule('a', 'on', 'safe', put(2, 'off')), wordRule('b', 'off', 'safe', put(3, 'on'))];
    expect(['RUN on\n', 'RUN off\n']).toContain(fix('RUN on\n', rules).text);
  });

  test('a fix that breaks the file is left out, the others are taken', () => {
    const rules = [wordRule('a', 'RUN', 'safe', put(3, 'RNU')), wordRule('b', 'x', 'safe', put(1, 'y'))];
    const { text, applied } = fix('FROM a\nRUN x\nRUN x\n', rules);
    expect(text).toBe('FROM a\nRUN y\nRUN y\n');
    expect(applied).toHaveLength(2);
  });

  test('a fix that turns an exec form into a shell form is left out', () => {
    const rules = [wordRule('a', '"x"', 'safe', put(3, '"x" --new')), wordRule('b', 'z', 'safe', put(1, 'y'))];
    const text = 'FROM a\nRUN ["x", "z"]\nONBUILD CMD ["x"]\nHEALTHCHECK CMD ["x"]\nCOPY ["x", "z"]\n';
    expect(fix(text, rules).text).toBe(text.replaceAll('z', 'y'));
  });

  test('a fix that throws, overlaps itself or leaves the text is left out', () => {
    const rules = [
      wordRule('a', 'a', 'safe', () => {
        throw new Error('no');
      }),
      wordRule('b', 'b', 'safe', (start) => [...put(1, 'x')(start), ...put(1, 'y')(start)]),
      wordRule('c', 'c', 'safe', put(1000, '')),
      wordRule('d', 'd', 'safe', put(1, 'e')),
    ];
    expect(fix('RUN a b c d\n', rules).text).toBe('RUN a b c e\n');
  });

  test('other files are handed on, one fix for each file', () => {
    const create = (): readonly FileEdits[] => [
      { path: '.dockerignore', create: true, edits: [{ span: { start: 0, end: 0 }, text: '.git\n' }] },
    ];
    const { otherFiles, applied } = fix('RUN a a\n', [wordRule('a', 'a', 'safe', create)]);
    expect(otherFiles).toHaveLength(1);
    expect(applied).toHaveLength(1);
  });

  test('twenty thousand fixes are applied in one go', () => {
    const text = 'RUN x\n'.repeat(20_000);
    expect(fix(text, [wordRule('a', 'x', 'safe', put(1, 'y'))]).applied).toHaveLength(20_000);
  });
});

describe('minimal edits', () => {
  test.each([
    ['a\nb\nc\n', 'a\nX\nc\n', [[2, 3, 'X']]],
    ['a\nb\nc\n', 'a\nc\n', [[2, 4, '']]],
    ['a\nc\n', 'a\nb\nc\n', [[2, 2, 'b\n']]],
    ['one two\r\nx\r\n', 'one 2\r\nx\r\n', [[4, 7, '2']]],
    [
      'a\r\nb\r\n',
      'a\nb\n',
      [
        [1, 3, '\n'],
        [4, 6, '\n'],
      ],
    ],
    ['x\u{1F600}\n', 'x\u{1F601}\n', [[1, 3, '\u{1F601}']]],
    ['', 'a', [[0, 0, 'a']]],
    ['same\n', 'same\n', []],
  ])('%j to %j', (before, after, wanted) => {
    expect(minimalEdits(before, after).map(({ span, text }) => [span.start, span.end, text])).toEqual(wanted);
  });

  test('stay small and quick in a long text of equal lines', () => {
    const before = 'RUN x\n'.repeat(20_000);
    expect(minimalEdits(before, before.replaceAll('x', 'y'))).toHaveLength(20_000);
    expect(minimalEdits(before, `${before}CMD z\n`)).toEqual([
      { span: { start: 120_000, end: 120_000 }, text: 'CMD z\n' },
    ]);
  });

  test('keep a line that moved in place of the whole text', () => {
    const lines = Array.from({ length: 50 }, (_, i) => `RUN ${i}\n`);
    const edits = minimalEdits(lines.join(''), [...lines.slice(1), lines[0]!].join(''));
    expect(edits.map(({ text }) => text.length).reduce((a, b) => a + b)).toBeLessThan(20);
  });

  test('lead from any text to any other, in order and apart', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', 'RUN x\n', '\u{1F600}'), { maxLength: 40 })
      .map((a) => a.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = minimalEdits(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        for (const [i, edit] of edits.entries()) {
          const next = edits[i + 1];
          if (next !== undefined) expect(overlaps(edit.span, next.span)).toBe(false);
        }
      }),
    );
  });
});
