import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { below, mayMeet, takesMore } from '../../../server/src/engine/dockerignore/automaton.js';
import { PatternComparer } from '../../../server/src/engine/dockerignore/compare.js';
import { IgnoreList } from '../../../server/src/engine/dockerignore/ignoreList.js';
import { parseDockerignore } from '../../../server/src/engine/dockerignore/parse.js';
import type { DockerignoreDocument, IgnorePattern } from '../../../server/src/engine/dockerignore/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

const parse = (text: string): DockerignoreDocument => parseDockerignore(new SourceText(text));
const listOf = (text: string): IgnoreList => new IgnoreList(parse(text).patterns);

/**
 * What moby/patternmatcher 5a6d842 answers when a build walks its context: the text, the paths that stay out and those
 * that are sent; without them Docker refuses the text.
 */
const answers: readonly (readonly [text: string, ignored?: readonly string[], sent?: readonly string[]])[] = [
  ['node_modules', ['node_modules', 'node_modules/a/b'], ['web/node_modules', 'node_modules2']],
  ['**/node_modules', ['node_modules', 'web/node_modules', 'web/node_modules/x'], ['my_node_modules']],
  ['**node_modules', ['my_node_modules', 'a/my_node_modules/x'], []],
  ['*.md\n!README.md', ['a.md'], ['README.md', 'docs/a.md']],
  ['*.md\n!README*.md\nREADME-secret.md', ['README-secret.md'], ['README.md', 'README-x.md']],
  ['*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
  ['*\n!src\n!package.json', ['a'], ['src', 'src/a', 'package.json']],
  ['src\n!src/keep', ['src', 'src/other'], ['src/keep', 'src/keep/x']],
  ['/foo', ['foo'], ['a/foo']],
  ['foo/', ['foo', 'foo/x'], []],
  ['./foo', ['foo'], []],
  ['foo/../bar', ['bar'], ['foo']],
  ['../foo', [], ['foo']],
  ['.', [], ['a']],
  ['/', [], ['a']],
  ['foo/*', ['foo/x', 'foo/x/y'], ['foo']],
  ['foo/**', ['foo/x', 'foo/x/y'], ['foo', 'foobar']],
  ['foo**', ['foo', 'foobar', 'foo/x'], []],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab']],
  ['a**b', ['ab', 'ax/b', 'a/b'], ['axb']],
  ['**', ['a', 'a/b'], []],
  ['*', ['a', 'a/b'], []],
  ['**/*', ['a', 'a/b'], []],
  ['**/*.log', ['x.log', 'a/x.log', 'a/x.log/b'], ['x.log2']],
  ['*/*.log', ['a/x.log'], ['x.log', 'a/b/x.log']],
  ['?oo', ['foo'], ['/oo', 'fooo']],
  ['[ab]c', ['ac'], ['cc']],
  ['[^ab]c', ['cc', '/c'], ['ac']],
  ['[!a]c', ['!c', 'ac'], ['bc']],
  ['[a-c]x', ['bx'], ['dx']],
  ['*.{js,ts}', ['a.{js,ts}'], ['a.js']],
  ['a\\*b', ['a*b'], ['axb']],
  ['src\\bin', [], ['src/bin', 'srcbin', 'src\\bin']],
  ['x\\d', ['x1'], ['xd']],
  ['foo # bar', ['foo # bar'], ['foo']],
  ['# foo', [], ['foo', '# foo']],
  ['  # foo', ['# foo'], ['foo']],
  ['  foo  ', ['foo'], []],
  ['! foo', [], ['foo']],
  ['foo\n! foo', [], ['foo']],
  ['\uFEFFfoo', ['foo'], []],
  ['foo\r\nbar\r\n', ['foo', 'bar'], []],
  ['foo\rbar', [], ['foo', 'bar']],
  ['\u00a0foo\u2003', ['foo'], []],
  ['*.txt\n!a.txt\n*.txt', ['a.txt'], []],
  ['a/x\n!a', ['a/x'], ['a', 'a/y']],
  ['a\n!a/b\na/b/c', ['a/b/c'], ['a/b', 'a/b/d']],
  ['^a*', ['ab'], ['^ab']],
  ['a^b', ['a^b'], []],
  ['a^*', [], ['a^b', 'ab']],
  ['[*]', [']', '/]'], ['*', 'a']],
  ['Foo', ['Foo'], ['foo']],
  ['.git*', ['.git', '.gitignore', '.github/x'], []],
  ['é?', ['éa'], ['e']],
  ['🐳?', ['🐳🐳'], ['🐳']],
  ['!'],
  ['!/'],
  ['['],
  ['[]a]'],
  ['[a-]'],
  ['a\\'],
  ['foo*['],
  ['x[z-a]'],
  ['x\\é'],
  ['\\[x', ['[x'], []],
  ['\\!x', ['!x'], []],
  ['!!x', [], ['x', '!x']],
];

describe('paths are ignored as moby/patternmatcher does', () => {
  test.each(answers.map((answer) => ({ text: answer[0], answer })))('$text', ({ answer: [text, ignored, sent] }) => {
    const { patterns } = parse(text);
    expect(patterns.some(({ invalid }) => invalid)).toBe(ignored === undefined);
    const list = new IgnoreList(patterns);
    for (const path of ignored ?? []) expect([path, list.ignores(path)]).toEqual([path, true]);
    for (const path of sent ?? []) expect([path, list.ignores(path)]).toEqual([path, false]);
  });

  test('names the pattern that decides', () => {
    const list = listOf('*\n!src\nsrc/*.log\n');
    expect(list.verdict('src/a.log').by?.text).toBe('src/*.log');
    expect(list.verdict('src/a').by?.text).toBe('!src');
    expect(list.verdict('x').by?.text).toBe('*');
    expect(listOf('a').verdict('b')).toEqual({ ignored: false, by: undefined });
  });

  test('knows where exceptions let something in below an ignored folder', () => {
    const list = listOf('*\n!src/lib\n!docs/**/*.md\n');
    expect(['src', 'docs', 'docs/a', 'bin', 'src/li', 'src/lib'].map((path) => list.letsInBelow(path))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(list.ignoresWholly('bin')).toBe(true);
    expect(list.ignoresWholly('src')).toBe(false);
  });

  test('says nothing where an expression means more than a path', () => {
    for (const text of ['a|b*', 'a{2}*', 'x\\p{L}', '\\x41*', '\\Qa*', 'x*\\']) {
      expect([text, listOf(text).unclear, parse(text).patterns[0]?.invalid]).toEqual([text, true, false]);
    }
  });
});

describe('patterns that meet', () => {
  const pattern = (text: string): IgnorePattern => parse(text).patterns[0]!;
  const touch = (a: string, b: string): boolean => new PatternComparer().touch(pattern(a), pattern(b));

  test.each([
    ['*.log', 'a*', true],
    ['*.log', '*.md', false],
    ['src', 'src/**/*.ts', true],
    ['src/**/*.ts', 'src', true],
    ['src', 'lib/x', false],
    ['**/x', 'a/b', true],
    ['[ab]x', '[bc]x', true],
    ['[ab]x', '[^ab]x', false],
    ['?', 'ab', false],
    ['node_modules', 'node_modules/.cache', true],
  ])('%s and %s: %s', (a, b, wanted) => {
    expect([touch(a, b), touch(b, a)]).toEqual([wanted, wanted]);
  });
});

describe('an ignore file as a document', () => {
  test('spans lead to what is written', () => {
    const text = '\uFEFF# one\r\n  ! /a/  \r\n\n # b\nc';
    const { patterns, comments, source } = parse(text);
    expect(comments.map(({ span }) => source.slice(span))).toEqual(['# one']);
    expect(
      patterns.map(({ span, valueSpan, lineSpan }) => [span, valueSpan, lineSpan].map((s) => source.slice(s))),
    ).toEqual([
      ['! /a/', '/a/', '  ! /a/  \r\n'],
      ['# b', '# b', ' # b\n'],
      ['c', 'c', 'c'],
    ]);
    expect(patterns.map(({ negated, value }) => [negated, value])).toEqual([
      [true, 'a'],
      [false, '# b'],
      [false, 'c'],
    ]);
  });

  test('an empty text has nothing', () => {
    expect(parse('')).toMatchObject({ patterns: [], comments: [] });
    expect(parse('\uFEFF')).toMatchObject({ patterns: [], comments: [] });
  });
});

const piece = fc.constantFrom(
  'a',
  'b',
  '.',
  '/',
  '*',
  '**',
  '?',
  '!',
  '[',
  ']',
  '[ab]',
  '[^a]',
  '\\',
  '-',
  '^',
  '#',
  ' ',
  'é',
  '{',
  '|',
);
const line = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
const path = fc
  .array(fc.constantFrom('a', 'b', 'ab', '.a', '-', 'é', 'b^'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const plain = fc
  .array(fc.constantFrom('a', 'b', '/', '*', '**', '?'), { minLength: 1, maxLength: 7 })
  .map((p) => p.join(''));

/** The same patterns by JavaScript's regular expressions, for texts short enough for backtracking. */
function reference(value: string, candidate: string): boolean {
  if (/^[^*?]*$/.test(value)) return candidate === value;
  if (/^[^*?]*\*\*$/.test(value)) return candidate.startsWith(value.slice(0, -2));
  if (/^\*\*[^*?]*$/.test(value)) {
    const end = value.slice(2);
    return candidate.endsWith(end) || (end.startsWith('/') && candidate === end.slice(1));
  }
  const source = value.replace(/\*\*\/?(?=$)|\*\*\/?|\*|\?/g, (found, at: number) => {
    if (found === '*') return '[^/]*';
    if (found === '?') return '[^/]';
    return at + found.length === value.length ? '.*' : '(?:.*/)?';
  });
  return new RegExp(`^${source}$`, 'u').test(candidate);
}

describe('properties', () => {
  test('a pattern matches what its expression says', () => {
    fc.assert(
      fc.property(plain, path, (text, candidate) => {
        const [pattern] = parse(text).patterns;
        if (pattern?.expression === undefined || pattern.negated) return;
        expect(pattern.expression.matches(candidate)).toBe(reference(pattern.value, candidate));
      }),
      { numRuns: 3000 },
    );
  });

  test('every text is read, with spans in order and inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string()), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, eol) => {
          const text = lines.join(eol);
          const { patterns, comments } = parse(text);
          const spans = [...patterns, ...comments].map(({ span }) => span).sort((a, b) => a.start - b.start);
          for (const [index, { start, end }] of spans.entries()) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(spans[index + 1]?.start ?? text.length);
          }
          for (const pattern of patterns) expect(text.slice(pattern.span.start, pattern.span.end)).toBe(pattern.text);
        },
      ),
    );
  });

  test('two patterns that match one path are known to meet, and a match is known to be possible at each start', () => {
    fc.assert(
      fc.property(line, line, path, (one, other, candidate) => {
        const [a] = parse(one).patterns;
        const [b] = parse(other).patterns;
        if (a?.expression === undefined || b?.expression === undefined || !a.expression.matches(candidate)) return;
        for (let at = 1; at < candidate.length; at++)
          expect(takesMore(a.expression.steps, candidate.slice(0, at))).toBe(true);
        if (b.expression.matches(candidate))
          expect(mayMeet(a.expression.steps, b.expression.steps, { steps: Infinity })).toBe(true);
        if (b.expression.matches(`${candidate}/x`)) {
          expect(mayMeet(below(a.expression.steps), b.expression.steps, { steps: Infinity })).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('a later pattern decides, and what is below an ignored path is ignored without exceptions', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), path, (lines, candidate) => {
        const positive = lines.map((text) => text.replaceAll('!', ''));
        const list = listOf(positive.join('\n'));
        if (list.unclear) return;
        if (list.ignores(candidate)) expect(list.ignores(`${candidate}/x/y`)).toBe(true);
        const last = `!${candidate}`;
        expect(listOf([...positive, last].join('\n')).ignores(candidate)).toBe(false);
        expect(listOf([...positive, last, candidate].join('\n')).ignores(`${candidate}/x`)).toBe(true);
      }),
    );
  });
});

// A matcher that goes back and tries again would be at it for longer than anybody lives.
test('no text is tried again for another way through a pattern', () => {
  const evil = `${'*a'.repeat(200)}*b\n${'**/a'.repeat(200)}z\n${'[^/]'.repeat(100)}x\n`;
  const list = listOf(evil);
  const long = `${'a'.repeat(1000)}/${'a/'.repeat(50)}c`;
  expect(list.ignores(long)).toBe(false);
  const [one, other] = list.patterns;
  new PatternComparer().touch(one!, other!);
});
