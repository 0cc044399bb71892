import { describe, expect, it } from 'vitest';
import { parseSyntax } from '../../../server/src/engine/dockerfile/syntax/parse.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

const parse = (text: string) => parseSyntax(new SourceText(text));
const only = (text: string) => parse(text).instructions[0]!;
const values = (text: string) => only(text).words.map((word) => word.value);

describe('instructions', () => {
  it('reads keywords in any case and keeps their place', () => {
    const { instructions } = parse('from alpine\n\n  Run echo hi\n');
    expect(instructions.map((i) => i.keyword)).toEqual(['FROM', 'RUN']);
    expect(instructions[1]!.span).toEqual({ start: 15, end: 26 });
  });

  it('joins a keyword that a continuation splits', () => {
    const from = only('FR\\\nOM alpine');
    expect(from.keyword).toBe('FROM');
    expect(from.keywordSpan).toEqual({ start: 0, end: 6 });
  });

  it('joins continuations and skips comments and blank lines inside', () => {
    const run = only('RUN a \\\n# note\n\n  && b\n');
    expect(run.joined.text).toBe('RUN a   && b');
    expect(run.innerComments.map((c) => c.text)).toEqual([' note']);
    expect(run.blankLines).toHaveLength(1);
    expect(run.body.text).toBe('a   && b');
  });

  it('reads flags with quoted values', () => {
    const run = only('RUN --mount=type=cache,target="/a b" --network=none echo --x');
    expect(run.flags.map((f) => [f.name, f.value?.value])).toEqual([
      ['mount', 'type=cache,target=/a b'],
      ['network', 'none'],
    ]);
    expect(run.flags[0]!.options.map((o) => [o.name, o.value])).toEqual([
      ['type', 'cache'],
      ['target', '/a b'],
    ]);
    expect(run.body.text).toBe('echo --x');
  });

  it('tells the JSON form from the shell form', () => {
    expect(only('CMD ["a", "b\\n"]').json?.map((s) => s.value)).toEqual(['a', 'b\n']);
    for (const body of ['["a",]', "['a']", '["a" "b"]']) expect(only(`CMD ${body}`).json).toBeUndefined();
  });

  it('reads heredoc bodies', () => {
    const { instructions } = parse('RUN <<EOF cat\nFROM x\nEOF\nUSER a b\n');
    expect(instructions.map((i) => i.keyword)).toEqual(['RUN', 'USER']);
    expect(instructions[0]!.heredocs[0]!.body.text).toBe('FROM x\n');
  });

  it('splits words for each instruction', () => {
    expect(values('USER a b')).toEqual(['a b']);
    expect(values('COPY a "b c" /d')).toEqual(['a', 'b', 'c', '/d'].map((v, i) => ['a', '"b', 'c"', '/d'][i] ?? v));
    expect(only('ENV A="b c" D=e\\ f').pairs.map((p) => [p.key.value, p.value?.value])).toEqual([
      ['A', 'b c'],
      ['D', 'e f'],
    ]);
    expect(only('ENV A b c').pairs[0]).toMatchObject({ legacy: true });
  });
});
