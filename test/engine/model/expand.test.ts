import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandText } from '../../../server/src/engine/dockerfile/model/expand.js';
import type { Lookup } from '../../../server/src/engine/dockerfile/model/expand.js';

const env: Readonly<Record<string, Lookup>> = {
  A: { value: 'abab' },
  E: { value: '' },
  P: { value: '/usr/local/lib.tar.gz' },
  NL: { value: 'a\nb' },
  OPEN: 'not-given',
  HOST: 'unknown',
};
const expand = (text: string, escape: '\\' | '`' = '\\', quotes = true) =>
  expandText(text, (name) => env[name] ?? 'unset', { escape, quotes });

describe('expansion with known values', () => {
  test.each([
    ['plain', 'plain'],
    ['$A', 'abab'],
    ['${A}x', 'ababx'],
    ['$Ax', ''],
    ['$A-x', 'abab-x'],
    ['$1a$@', 'a'],
    ['$', '$'],
    ['a$ b', 'a$ b'],
    ['\\$A', '$A'],
    ['\\\\$A', '\\abab'],
    ["'$A'", '$A'],
    ['"$A \\"x\\" \\n"', 'abab "x" \\n'],
    [`"it's $A"`, "it's abab"],
    ['${U:-d}', 'd'],
    ['${U-d}', 'd'],
    ['${E:-d}', 'd'],
    ['${E-d}', ''],
    ['${A:-d}', 'abab'],
    ['${U:+x}', ''],
    ['${E:+x}', ''],
    ['${E+x}', 'x'],
    ['${A:+x}', 'x'],
    ['${A:?no}', 'abab'],
    ['${U:-${V:-${A}}}', 'abab'],
    ['${U:-"a}b"}', 'a}b'],
    ['${U:-a\\}b}', 'a}b'],
    ['${A#a}', 'bab'],
    ['${A#*b}', 'ab'],
    ['${A##*b}', ''],
    ['${A%b}', 'aba'],
    ['${A%a*}', 'ab'],
    ['${A%%a*}', ''],
    ['${P##*/}', 'lib.tar.gz'],
    ['${P%%.*}', '/usr/local/lib'],
    ['${P%.*}', '/usr/local/lib.tar'],
    ['${A/b/x}', 'axab'],
    ['${A//b/x}', 'axax'],
    ['${A//?/x}', 'xxxx'],
    ['${P//\\//-}', '-usr-local-lib.tar.gz'],
    ['${A/b/$E}', 'aab'],
    ['${NL#*b}', 'a\nb'],
    ['<<EOF', '<<EOF'],
  ])('%s gives “%s”', (text, value) => {
    expect(expand(text)).toEqual({ value, known: true, unknown: [] });
  });

  test('a backtick escapes where the directive says so, and the backslash is plain', () => {
    expect(expand('C:\\$A\\x', '`').value).toBe('C:\\abab\\x');
    expect(expand('`$A', '`').value).toBe('$A');
  });

  test('quotes are plain characters in heredoc bodies', () => {
    expect(expand(`'$A' "x"`, '\\', false).value).toBe(`'abab' "x"`);
  });

  test.each([
    '${',
    '${A',
    '${}',
    '${:x}',
    '${{A}}',
    '${A!}',
    '${A:#x}',
    '${U?}',
    '${E:?}',
    "'a",
    '"a',
    '${A/b}',
    '${A#\\x}',
  ])('what Docker refuses stays as written: %s', (text) => {
    expect(expand(text)).toEqual({ value: text, known: false, unknown: [] });
  });
});

describe('expansion without a known value', () => {
  test.each([
    ['$HOST/x', '$HOST/x', ['HOST']],
    ['"${HOST}"', '${HOST}', ['HOST']],
    ['${HOST:-d}', 'd', ['HOST']],
    ['${HOST:+d}', '${HOST:+d}', ['HOST']],
    ['${HOST#a}-$A', '${HOST#a}-abab', ['HOST']],
    ['$OPEN', '$OPEN', ['OPEN']],
    ['$HOST$OPEN', '$HOST$OPEN', ['HOST', 'OPEN']],
    ['${OPEN:-$HOST}', '$HOST', ['HOST']],
  ])('%s gives “%s”', (text, value, unknown) => {
    expect(expand(text)).toEqual({ value, known: false, unknown });
  });

  test('an ARG that nobody gives takes the default', () => {
    expect(expand('${OPEN:-d}')).toEqual({ value: 'd', known: true, unknown: [] });
    expect(expand('x${OPEN:+-$OPEN}')).toEqual({ value: 'x', known: true, unknown: [] });
  });

  test('a default that is not used does not count', () => {
    expect(expand('${A:-$HOST}')).toEqual({ value: 'abab', known: true, unknown: [] });
  });
});

describe('expansion of any text', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '$',
        '{',
        '}',
        'A',
        'HOST',
        ':',
        '-',
        '+',
        '?',
        '#',
        '%',
        '/',
        '*',
        '\\',
        '`',
        "'",
        '"',
        '😀',
        ' ',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: 'binary' })),
        fc.constantFrom('\\' as const, '`' as const),
        (text, escape) => {
          expect(typeof expand(text, escape).value).toBe('string');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('comes to an end for nesting and patterns that invite backtracking', () => {
    expect(expand('${A:-'.repeat(100_000)).known).toBe(false);
    const value = 'a'.repeat(4000);
    expect(expandText(`\${X##${'*a'.repeat(40)}b}`, () => ({ value }), { escape: '\\' }).value).toBe(value);
    // Replacing in so long a value is not tried: the result counts as unknown.
    expect(expandText(`\${X//${'*a'.repeat(40)}b/c}`, () => ({ value }), { escape: '\\' }).known).toBe(false);
  });
});
