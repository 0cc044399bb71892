import { describe, expect, it } from 'vitest';
import { covered, first, values } from './helpers.js';

const pairs = (text: string) => first(text).pairs.map((p) => [p.key.value, p.value?.value]);

describe('words', () => {
  it('splits between blanks without regard to quotes, and takes quotes off in the value', () => {
    expect(first('COPY "a b" /d').words.map((w) => w.text)).toEqual(['"a', 'b"', '/d']);
    expect(values('FROM "alpine" AS b')).toEqual(['alpine', 'AS', 'b']);
  });

  it('takes one value as a whole', () => {
    expect(values('USER a b ')).toEqual(['a b']);
    expect(values('WORKDIR "/a b"')).toEqual(['/a b']);
    expect(values('MAINTAINER "a" b')).toEqual(['"a" b']);
  });

  it('reads pairs with quotes and escapes', () => {
    expect(pairs('ENV A="b c" D=e\\ f G=\'h "i\' J="k\\"l" M=')).toEqual([
      ['A', 'b c'],
      ['D', 'e f'],
      ['G', 'h "i'],
      ['J', 'k"l'],
      ['M', ''],
    ]);
    expect(pairs('LABEL "a.b"="c=d"')).toEqual([['a.b', 'c=d']]);
    expect(pairs('ARG A B=1 C=')).toEqual([
      ['A', undefined],
      ['B', '1'],
      ['C', ''],
    ]);
  });

  it('reads the older form of ENV as one pair to the end of the line', () => {
    const text = 'ENV A b  "c"=d \\\n e';
    const [pair] = first(text).pairs;
    expect(pair).toMatchObject({ legacy: true });
    expect(pair!.value!.text).toBe('b  "c"=d  e');
    expect(covered(text, pair!.span)).toBe('A b  "c"=d \\\n e');
    expect(first(text).words.map((w) => w.text)).toEqual(['A', 'b  "c"=d  e']);
  });

  it('gives the place of a word that a continuation splits', () => {
    const text = 'ENV A="b\\\nc" D=e';
    const [, second] = first(text).words;
    expect(covered(text, first(text).words[0]!.span)).toBe('A="b\\\nc"');
    expect(covered(text, second!.span)).toBe('D=e');
    expect(covered(text, second!.at(2, 3))).toBe('e');
  });

  it('reads HEALTHCHECK with its command', () => {
    const text = 'HEALTHCHECK --interval=5s \\\n CMD curl -f x || exit 1';
    const check = first(text);
    expect(check.words[0]!.text).toBe('CMD');
    expect(check.command!.body.text).toBe('curl -f x || exit 1');
    expect(covered(text, check.command!.keywordSpan!)).toBe('CMD');
    expect(first('HEALTHCHECK CMD ["a", "b"]').command!.json!.map((s) => s.value)).toEqual(['a', 'b']);
    expect(first('HEALTHCHECK NONE').command).toBeUndefined();
    expect(first('RUN a').command!.body.text).toBe('a');
    expect(first('USER a').command).toBeUndefined();
  });

  it('reads the instruction behind ONBUILD with its place', () => {
    const text = 'ONBUILD \\\n  RUN --network=none a';
    const { trigger } = first(text);
    expect(trigger).toMatchObject({ keyword: 'RUN', index: 0 });
    expect(covered(text, trigger!.span)).toBe('RUN --network=none a');
    expect(trigger!.flags[0]!.name).toBe('network');
    expect(trigger!.body.text).toBe('a');
    expect(trigger!.parent?.keyword).toBe('ONBUILD');
    expect(first('ONBUILD').trigger).toBeUndefined();
  });
});

describe('variables', () => {
  const uses = (text: string) => first(text).words.flatMap((w) => w.variables);

  it('finds them outside single quotes and behind no escape', () => {
    expect(uses('USER $A\'$B\'"$C"\\$D${E}').map((v) => v.name)).toEqual(['A', 'C', 'E']);
  });

  it('reads operators and operands', () => {
    const found = uses('USER ${A:-b} ${C+d} ${E##*/} ${F%x} ${G/h/i} ${J//k/l} ${M:?n}');
    expect(found.map((v) => [v.name, v.operator, v.operand])).toEqual([
      ['A', ':-', 'b'],
      ['C', '+', 'd'],
      ['E', '##', '*/'],
      ['F', '%', 'x'],
      ['G', '/', 'h/i'],
      ['J', '//', 'k/l'],
      ['M', ':?', 'n'],
    ]);
  });

  it('finds those inside operands', () => {
    const text = 'USER ${A:-x${B}"$C"}';
    expect(uses(text).map((v) => covered(text, v.span))).toEqual(['${A:-x${B}"$C"}', '${B}', '$C']);
    expect(covered(text, uses(text)[0]!.operandSpan!)).toBe('x${B}"$C"');
  });

  it('gives places through flag quotes, JSON escapes and continuations', () => {
    const flag = 'COPY --chown="a:"$B c d';
    expect(covered(flag, first(flag).flags[0]!.value!.variables[0]!.span)).toBe('$B');
    const json = 'COPY ["\\u0041$B", "/"]';
    expect(covered(json, first(json).words[0]!.variables[0]!.nameSpan)).toBe('B');
    const split = 'USER ${A\\\nB}';
    expect(covered(split, uses(split)[0]!.span)).toBe('${A\\\nB}');
    expect(uses(split)[0]!.name).toBe('AB');
  });

  it('finds none where Docker expands none', () => {
    for (const text of ['RUN $A', 'CMD ["$A"]', 'MAINTAINER $A', 'FROM x AS $A']) expect(uses(text)).toEqual([]);
  });

  it('survives deep nesting', () => {
    expect(values(`USER ${'${A:-'.repeat(50_000)}`)[0]).toHaveLength(250_000);
  });
});
