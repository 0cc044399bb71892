import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../server/src/engine/shell/parse.js';
import type { ShellCommand } from '../../../server/src/engine/shell/types.js';
import { MappedText } from '../../../server/src/engine/text/mapped.js';
import { join } from './join.js';

const parse = (text: string) => parseShell(MappedText.at(text, 0));
const commands = (text: string) => parse(text).commands;
const values = (text: string) => commands(text).map(({ words }) => words.map(({ value }) => value).join(' '));
const first = (text: string): ShellCommand => commands(text)[0]!;

describe('commands of a script', () => {
  it.each([
    ['a b && c || d; e | f & g', ['a b', 'c', 'd', 'e', 'f', 'g']],
    ['(a; b) && { c; }', ['a', 'b', 'c']],
    ['if a; then b; elif c; then d; else e; fi', ['a', 'b', 'c', 'd', 'e']],
    ['for x in $(a) y; do b; done', ['a', 'b']],
    ['while a; do b; done; until c; do d; done', ['a', 'b', 'c', 'd']],
    ['case $(a) in x|$(b)) c;; *) d;; esac', ['a', 'b', 'c', 'd']],
    ['f() { a; }; f', ['a', 'f']],
    ['function f { a; }', ['a']],
    ['f() (a)', ['a']],
    ['echo $(a "$(b)") `c`', ['echo $(a "$(b)") `c`', 'a $(b)', 'b', 'c']],
    ['diff <(a) >(b)', ['diff <(a) >(b)', 'a', 'b']],
    ['X=$(a) b', ['b', 'a']],
    ['a ${X:-$(b)} $((1 + $(c)))', ['a ${X:-$(b)} $((1 + $(c)))', 'b', 'c']],
    ['a > $(b)', ['a', 'b']],
    ['{ a; } > $(b)', ['a', 'b']],
    ['! a | b', ['a', 'b']],
    ['time -p a', ['a']],
    ['coproc a', ['a']],
    ['select x in y; do a; done', ['a']],
    ['for ((i = 0; i < $(a); i++)); do b; done', ['a', 'b']],
    ['a # b; c', ['a']],
    ['a; b', ['a', 'b']],
    ['set -ex; a', ['set -ex', 'a']],
    ['a=(x $(b)) ', ['', 'b']],
    ['> file', ['']],
    ['', []],
    ['# only a comment', []],
    [' \t', []],
  ])('%s', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('gives heredoc bodies as text, but sees what they run', () => {
    const script = parse("cat <<EOF >x\nrm $(a) $B\nEOF\ncat <<'EOF'\n$(not run)\nEOF\nls");
    expect(script.commands.map(({ name }) => name)).toEqual(['cat', 'a', 'cat', 'ls']);
    const [heredoc, file] = script.commands[0]!.redirects;
    expect(heredoc?.target?.value).toBe('EOF');
    expect(heredoc?.body).toMatchObject({ value: 'rm $(a) $B\n', literal: false, variables: ['B'] });
    expect(file).toMatchObject({ operator: '>', target: { value: 'x' } });
    expect(script.commands[2]?.redirects[0]?.body).toMatchObject({ value: '$(not run)\n', literal: true });
  });

  it('gives brackets as commands of that name', () => {
    expect(commands('[[ -f $X && $(a) == *.t ]] && (( N > 1 )) || [ -d y ]').map(({ name }) => name)).toEqual([
      '[[',
      'a',
      '((',
      '[',
    ]);
    expect(first('[[ -f $X ]]').args.map(({ value }) => value)).toEqual(['$X']);
    expect(first('(( N > M[1] ))').args[0]?.variables).toEqual(['N', 'M']);
  });

  it('names the program without its folder, only when it is literal', () => {
    const names = commands('/usr/bin/apt-get x; $CMD y; "c"url z; ./run.sh; A=1; ${X}git').map(({ name }) => name);
    expect(names).toEqual(['apt-get', undefined, 'curl', 'run.sh', undefined, undefined]);
  });
});

describe('where commands stand', () => {
  it('numbers lists and says how commands follow one another', () => {
    const seen = commands('a && b | c || (d; e) & f\ng # x\nh').map(({ name, join: j, list }) => [name, j, list]);
    expect(seen).toEqual([
      ['a', 'start', 0],
      ['b', '&&', 0],
      ['c', '|', 0],
      ['d', 'start', 1],
      ['e', ';', 1],
      ['f', '&', 0],
      ['g', 'newline', 0],
      ['h', 'newline', 0],
    ]);
  });

  it('takes `;` before a line end as `;`, and `|&` as a pipe', () => {
    expect(commands('a ;\nb |& c').map(({ join: j }) => j)).toEqual(['start', ';', '|']);
  });

  it.each([
    ['(a)', ['subshell']],
    ['{ a; }', ['group']],
    ['if a; then :; fi', ['if', 'condition']],
    ['if :; then a; fi', ['if']],
    ['if :; then :; else a; fi', ['if']],
    ['while a; do :; done', ['loop', 'condition']],
    ['for x in y; do a; done', ['loop']],
    ['case x in x) a;; esac', ['case']],
    ['f() { a; }', ['function']],
    ['f() (a)', ['function', 'subshell']],
    ['echo "$(a)"', ['substitution']],
    ['for x in y; do (echo `a`); done', ['loop', 'subshell', 'substitution']],
  ])('%s', (text, scopes) => {
    expect(commands(text).find(({ name }) => name === 'a')?.scopes).toEqual(scopes);
  });

  it.each([
    ['a && b; c | d', true],
    ['a\nb "$(c || d)"', true],
    ['[[ -f x ]] && a', true],
    ['a || b', false],
    ['a &', false],
    ['! a', false],
    ['(a)', false],
    ['if a; then b; fi', false],
    ['f() { a; }', false],
    ['a "', false],
  ])('%s: simple is %s', (text, simple) => {
    expect(parse(text).simple).toBe(simple);
  });
});

describe('words', () => {
  it.each([
    ['plain', { value: 'plain', literal: true, quoted: false }],
    [`'a b'`, { value: 'a b', literal: true, quoted: true }],
    [`"a \\"b\\" \\x"`, { value: 'a "b" \\x', literal: true, quoted: true }],
    [`cu'r'"l"`, { value: 'curl', literal: true, quoted: true }],
    ['a\\ b', { value: 'a b', literal: true, quoted: false }],
    ['"$HOME/x"', { value: '$HOME/x', literal: false, quoted: true, variables: ['HOME'] }],
    [`'$HOME'`, { value: '$HOME', literal: true, variables: [] }],
    ['\\$HOME', { value: '$HOME', literal: true, variables: [] }],
    ['${A:-${B}}$C', { literal: false, variables: ['A', 'B', 'C'] }],
    ['${#A}${A%%.*}${A/x/$B}', { literal: false, variables: ['A', 'A', 'A', 'B'] }],
    ['$((A + b[C] + $D))', { literal: false, variables: ['A', 'b', 'C', 'D'] }],
    ['$1$@$?', { literal: false, variables: ['1', '@', '?'] }],
    ['$(echo $A)', { literal: false, variables: [] }],
    ['*.txt', { value: '*.txt', literal: false }],
    ['"*.txt"', { value: '*.txt', literal: true }],
    ['a[12]?', { literal: false }],
    ['{a,b}', { value: '{a,b}', literal: false }],
    ['{}', { value: '{}', literal: true }],
    ['~/x', { value: '~/x', literal: false }],
    ['"~/x"', { value: '~/x', literal: true }],
    [`$'a\\nb'`, { value: 'a\nb', literal: false, quoted: true }],
    ['""', { value: '', literal: true, quoted: true }],
    ['é😀"ü"', { value: 'é😀ü', literal: true }],
  ])('%s', (text, expected) => {
    const word = first(`x ${text}`).args[0];
    expect(word).toMatchObject(expected);
    expect(word).toMatchObject({ text, span: { start: 2, end: 2 + text.length } });
  });

  it('reads assignments, with arrays and additions', () => {
    const { assignments, name } = first('A=1 B="x $Y" C= D+=(a b) P=~/x G=*.t apt-get update');
    expect(name).toBe('apt-get');
    expect(assignments.map((a) => [a.name, a.value?.value, a.value?.literal])).toEqual([
      ['A', '1', true],
      ['B', 'x $Y', false],
      ['C', '', true],
      ['D', '(a b)', false],
      ['P', '~/x', false],
      ['G', '*.t', true],
    ]);
    expect(assignments[1]).toMatchObject({ span: { start: 4, end: 12 }, value: { variables: ['Y'] } });
  });

  it('keeps the assignments of export and declare as words', () => {
    const { words } = first('export A="b c" D=$E F');
    expect(words.map(({ value, literal }) => [value, literal])).toEqual([
      ['export', true],
      ['A=b c', true],
      ['D=$E', false],
      ['F', true],
    ]);
    expect(words[1]).toMatchObject({ text: 'A="b c"', quoted: true, span: { start: 7, end: 14 } });
  });

  it('reads redirects with descriptors', () => {
    const { redirects, span } = first('a 2>&1 >>"log $X" </dev/null {fd}>x &>y <<<"s"');
    expect(redirects.map((r) => [r.descriptor, r.operator, r.target?.value])).toEqual([
      ['2', '>&', '1'],
      [undefined, '>>', 'log $X'],
      [undefined, '<', '/dev/null'],
      ['fd', '>', 'x'],
      [undefined, '&>', 'y'],
      [undefined, '<<<', 's'],
    ]);
    expect(span).toEqual({ start: 0, end: 46 });
    expect(redirects[0]?.span).toEqual({ start: 2, end: 6 });
  });
});

describe('document spans', () => {
  it('cover a word that a continuation breaks', () => {
    const document = 'apt-get ins\\\n  tall && \\\r\n  rm -rf x\\\ny';
    const script = parseShell(join(document));
    const texts = script.commands.map(({ words }) => words.map(({ span }) => document.slice(span.start, span.end)));
    expect(texts).toEqual([
      ['apt-get', 'ins', 'tall'],
      ['rm', '-rf', 'x\\\ny'],
    ]);
    expect(script.commands[1]?.args[1]?.text).toBe('xy');
  });

  it('join continuations without a line end, so a comment swallows the rest', () => {
    expect(parseShell(join('a; \\\nb')).commands).toHaveLength(2);
    expect(parseShell(join('a # why; \\\nb')).commands).toHaveLength(1);
  });

  it('keep the continuations of a heredoc body out of text and value', () => {
    const word = first('apt-get "ins\\\ntall"').args[0];
    expect(word).toMatchObject({ text: '"install"', value: 'install', span: { start: 8, end: 19 } });
    expect(word?.content?.span(0, 7)).toEqual({ start: 9, end: 18 });
  });

  it('place each character of a quoted word', () => {
    const document = `sh -c "echo \\"\\$X\\" 'y'"z\\ w'v'`;
    const content = first(document).args[1]?.content;
    expect(content?.text).toBe(`echo "$X" 'y'z wv`);
    for (let i = 0; i < content!.text.length; i++) expect(document[content!.offset(i)]).toBe(content!.text[i]);
  });

  it('place a quoted word across a continuation', () => {
    const document = `sh -c 'apt-get \\\n install'`;
    const content = parseShell(join(document)).commands[0]?.args[1]?.content;
    const { span } = parseShell(content!).commands[0]!.args[0]!;
    expect(document.slice(span.start, span.end)).toBe('install');
  });

  it('do not place what an ANSI-C string means', () => {
    expect(first(`x $'a\\tb'`).args[0]?.content).toBeUndefined();
  });

  it('are those of the whole substitution for escaped backticks', () => {
    const document = 'echo `a \\`b\\``';
    const [, a, b] = commands(document);
    expect([a?.name, b?.name]).toEqual(['a', 'b']);
    expect([a?.span, b?.span, b?.words[0]?.span]).toEqual(Array(3).fill({ start: 5, end: 14 }));
  });
});

describe('a text that was seen before', () => {
  it('gets the spans of its new place', () => {
    const text = 'curl -o x "$URL" | sh';
    const near = parseShell(MappedText.at(text, 3)).commands;
    const far = parseShell(MappedText.at(text, 1003)).commands;
    expect(far.map(({ span }) => span.start - 1000)).toEqual(near.map(({ span }) => span.start));
    expect(far[0]?.args[2]?.span).toEqual({ start: 1013, end: 1019 });
  });

  it('gives the same array of commands at each question', () => {
    const script = parse('a; b');
    expect(script.commands).toBe(script.commands);
  });
});
