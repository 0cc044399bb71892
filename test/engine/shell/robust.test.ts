import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../server/src/engine/shell/parse.js';
import { MappedText } from '../../../server/src/engine/text/mapped.js';
import { join } from './join.js';

const parse = (text: string) => parseShell(MappedText.at(text, 0));

describe('text that does not parse', () => {
  it.each([
    ['a "b', 'unterminated double quote'],
    ['a && && b', "expected command after '&&'"],
    ['if a; then b', "expected 'fi' to close 'if'"],
    ['a )', "unexpected token ')'"],
    ['echo $(a', 'unterminated command substitution'],
    ['echo "$(a &&)"', "expected command after '&&'"],
  ])('%s: keeps the commands and says what is wrong', (text, message) => {
    const script = parse(text);
    expect(script.errors[0]).toMatchObject({ kind: 'syntax', message: `The shell will refuse this: ${message}.` });
    expect(script.commands.some(({ name }) => name === 'a')).toBe(true);
    for (const { span } of script.errors) {
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('hard cases end quickly', () => {
  const repeat = (part: string, count: number) => part.repeat(count);
  it.each([
    ['10,000 heredocs', `cat ${repeat('<<A ', 10_000)}`],
    ['40,000 process substitutions', `cat ${repeat('<(', 40_000)}`],
    ['40,000 closed ones', `cat ${repeat('<(a) ', 40_000)}`],
    ['10,000 nested substitutions', `echo ${repeat('$(', 10_000)}`],
    ['4,000 closed ones', `echo ${repeat('$(', 4000)}a${repeat(')', 4000)}`],
    ['300 with much text', `echo ${repeat('"$(a ', 300)}${repeat('x ', 100_000)}${repeat(')"', 300)}`],
    ['10,000 parentheses', repeat('(', 10_000)],
    ['5,000 spaced ones', repeat('( ', 5000)],
    ['10,000 functions', repeat('f() ', 4000)],
    ['10,000 coproc', repeat('coproc ', 10_000)],
    ['60,000 backticks', repeat('`a` ', 30_000)],
    ['130,000 commands', repeat('a;', 130_000)],
    ['10,000 arithmetic groups', `(( ${repeat('(', 4900)}`],
    ['10,000 expansions', `echo ${repeat('${a:-', 10_000)}`],
    ['100,000 sums', `echo $((${repeat('1+', 100_000)}1))`],
    ['256 kB of one word', repeat('a', 256 * 1024)],
  ])('%s', (_, text) => {
    const script = parse(text);
    for (const { words } of script.commands) for (const { span } of words) expect(span.end <= text.length).toBe(true);
  });

  it('says that a text is too large, and gives no commands', () => {
    for (const text of [repeat('a ', 200_000), repeat('a <<A\n', 501), repeat('(', 6000)]) {
      const { commands: found, errors, simple } = parse(text);
      expect(found).toEqual([]);
      expect(simple).toBe(false);
      expect(errors).toEqual([
        { kind: 'limit', span: { start: 0, end: text.length }, message: 'This shell text is too large to be checked.' },
      ]);
    }
  });

  it('reports a limit once, not as an error of the script', () => {
    const { errors } = parse(`echo ${repeat('$(', 300)}a${repeat(')', 300)}`);
    expect(errors.map(({ kind }) => kind)).toEqual(['limit']);
  });
});

describe('any text', () => {
  const token = fc.constantFrom(
    ...`a bc $X \${Y} "q r" 's t' && || ; | & ( ) { } $( \` " ' \\ > < << 2>&1 if then else fi for in do done while case esac ;; [[ ]] (( )) # ! = A=1 *.x ~ $' \\\n`.split(
      ' ',
    ),
    '\n',
    ' ',
    '\t',
    '\r\n',
    '\0',
    '😀',
    '\ud800',
  );
  const text = fc.oneof(
    fc.array(token, { maxLength: 40 }).map((parts) => parts.join(' ')),
    fc.array(token, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('never throws, and spans lie inside and show the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { commands: found, errors } = parse(source);
        for (const { span } of errors) expect(span.start >= 0 && span.end <= source.length).toBe(true);
        for (const { span, words, assignments, redirects } of found) {
          expect(span.start >= 0 && span.start <= span.end && span.end <= source.length).toBe(true);
          for (const part of [...words, ...assignments, ...redirects]) {
            expect(part.span.start >= span.start && part.span.end <= span.end).toBe(true);
          }
          if (source.includes('\\')) continue;
          for (const word of words) expect(source.slice(word.span.start, word.span.end)).toBe(word.text);
          for (const word of words) {
            if (word.content) expect(word.content.text).toBe(word.value);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('has the same commands when continuations break it, with spans that lead back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'bc', ' ', ' && ', '"d e"', '$F', ';g'), fc.boolean())),
        (parts) => {
          const document = parts.map(([part, broken]) => part + (broken ? '\\\n' : '')).join('');
          const joined = join(document);
          const found = parseShell(joined).commands;
          expect(found.map(({ words }) => words.map(({ value }) => value))).toEqual(
            parse(joined.text).commands.map(({ words }) => words.map(({ value }) => value)),
          );
          for (const { words } of found) {
            for (const { span, text: written } of words) {
              expect(document.slice(span.start, span.end).replaceAll('\\\n', '')).toBe(written);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
