import { describe, expect, it } from 'vitest';
import { instructionLimit, textLimit } from '../../../server/src/engine/dockerfile/syntax/parse.js';
import { flagsOf, instructionKeywords } from '../../../server/src/engine/dockerfile/syntax/tables.js';
import { codes, covered, parse } from './helpers.js';

describe('problems', () => {
  it.each([
    ['FORM x', 'unknown-instruction', 'FORM'],
    ['ONBUILD FOO x', 'unknown-instruction', 'FOO'],
    ['COPY --form=a b c', 'unknown-flag', 'form'],
    ['CMD --x', 'unknown-flag', 'x'],
    ['COPY --from=a --from=b c d', 'duplicate-flag', 'from'],
    ['COPY --from a b', 'missing-flag-value', 'from'],
    ['COPY --link= a b', 'missing-flag-value', 'link'],
    ['COPY --link=maybe a b', 'invalid-arguments', 'maybe'],
    ['RUN --network=lan x', 'invalid-arguments', 'lan'],
    ['RUN --mount=type=cash,target=/x y', 'invalid-arguments', 'cash'],
    ['RUN --mount=typ=cache y', 'invalid-arguments', 'typ'],
    ['RUN --mount=from=$A,target=/b y', 'invalid-arguments', '$A'],
    ['HEALTHCHECK --interval=5 CMD x', 'invalid-arguments', '5'],
    ['HEALTHCHECK --retries=-1 CMD x', 'invalid-arguments', '-1'],
    ['HEALTHCHECK NONE x', 'invalid-arguments', 'NONE'],
    ['HEALTHCHECK curl x', 'invalid-arguments', 'curl'],
    ['HEALTHCHECK CMD', 'missing-arguments', 'HEALTHCHECK'],
    ['FROM', 'missing-arguments', 'FROM'],
    ['FROM a b', 'invalid-arguments', ''],
    ['FROM a AS 1b', 'invalid-arguments', '1b'],
    ['FROM a AS build-', 'invalid-arguments', 'build-'],
    ['FROM a AS A..b', 'invalid-arguments', 'A..b'],
    ['COPY a', 'missing-arguments', 'COPY'],
    ['ENV A', 'missing-arguments', 'ENV'],
    ['ENV A=b c', 'invalid-arguments', 'c'],
    ['LABEL =b', 'invalid-arguments', ''],
    ['ARG', 'missing-arguments', 'ARG'],
    ['SHELL bash -c', 'invalid-arguments', ''],
    ['SHELL []', 'missing-arguments', 'SHELL'],
    ['CMD ["a", 1]', 'invalid-arguments', ''],
    ['VOLUME [""]', 'invalid-arguments', ''],
    ['USER', 'missing-arguments', 'USER'],
    ['ONBUILD', 'missing-arguments', 'ONBUILD'],
    ['ONBUILD FROM a', 'forbidden-trigger', 'FROM'],
    ['ENV A="b', 'invalid-arguments', '"b'],
    ['WORKDIR ${A^}', 'invalid-arguments', '${A^}'],
    ['COPY a <<E\nE\n', 'invalid-arguments', '<<E'],
  ])('finds what Docker refuses: %s', (text, code, word) => {
    expect(parse(text).problems.map((p) => [p.code, p.word])).toEqual([[code, word]]);
  });

  it.each([
    'RUN',
    'CMD []',
    'ENTRYPOINT',
    'ARG --x A',
    'STOPSIGNAL --x 9',
    'HEALTHCHECK --x NONE',
    'HEALTHCHECK --interval=1m30s --timeout=0 --retries=+3 CMD x',
    'RUN --mount=type=cache,target=/a --mount=type=tmpfs,dst=/b,ro x',
    'RUN --mount=type=$T,target=/x y',
    'RUN --device=a,required x',
    'COPY --exclude=a --exclude=b --link=TRUE c d',
    'ADD --keep-git-dir --unpack=false --checksum=sha256:a b c',
    'FROM --platform=$P a as B_1.x-y',
    'ENV A b c',
    'LABEL a=',
    'CMD ["a",]',
    "RUN echo it's ${A^^}",
    'COPY <<"E" /x\nE\n',
    'VOLUME ["/a"]',
  ])('accepts what Docker accepts: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });

  it('underlines the word at fault', () => {
    const text = 'FROM a\nRUN --mount=type=cash x\nCOPY --form=a b c';
    expect(parse(text).problems.map((p) => covered(text, p.span))).toEqual(['cash', '--form']);
  });

  it.each([
    'RUN a\n  && b',
    'RUN a\n&& b',
    'RUN a\n  b',
    'RUN a\n  --flag',
    'ENV A=b\n  C=d',
    'RUN a\n  && b \\\n  && c\n  && d',
    'RUN a &&\nb',
    'RUN a |\n\nb',
  ])('sees that a continuation is missing: %s', (text) => {
    expect(new Set(codes(text))).toEqual(new Set(['missing-continuation']));
  });

  it.each([
    'RUN a\n<<<<<<< b',
    'RUN a\n>>>>>>> b',
    'RUN a\n=======',
    'RUN a\n|||||||',
    'RUN a\nb',
    'RUN a\n\n  b',
    'RUN a\n  RUNN b',
    'FROM a\n  b',
    '&& b',
  ])('sees an unknown instruction: %s', (text) => {
    expect(codes(text)).toEqual(['unknown-instruction']);
  });

  it('goes on behind every problem', () => {
    const text = 'FOO\nCOPY --x a\nRUN <<E\nENV\nCMD ["a", 1]\nUSER x';
    expect(parse(text).instructions.map((i) => i.keyword)).toEqual(['FOO', 'COPY', 'RUN', 'CMD', 'USER']);
  });
});

describe('limits', () => {
  it('reads the beginning of a very large text and says so', () => {
    const syntax = parse('RUN a\n'.repeat(textLimit / 6 + 1));
    expect(syntax.limited).toBe(true);
    expect(syntax.problems.map((p) => p.code)).toEqual(['input-too-large']);
    expect(syntax.instructions).toHaveLength(instructionLimit);
    expect(parse(`RUN ${'a'.repeat(textLimit)}`)).toMatchObject({ limited: true, instructions: [] });
    expect(parse('RUN a').limited).toBe(false);
  });

  it('looks for a thousand problems and no more', () => {
    expect(parse('x\n'.repeat(5000)).problems).toHaveLength(1000);
  });

  it.each([
    ['100,000 instructions', 'RUN echo a\n'.repeat(100_000), 100_000],
    ['10,000 heredocs', 'RUN <<EOF\necho\nEOF\n'.repeat(10_000), 10_000],
    ['10,000 unfinished heredocs', Array.from({ length: 10_000 }, (_, i) => `RUN <<E${i}\necho\n`).join(''), 10_000],
    ['a line of 1 MB', `RUN ${'a b '.repeat(250_000)}`, 1],
    ['a flag of 1 MB', `RUN --mount=${'a=b,'.repeat(250_000)}`, 1],
    ['100,000 pairs', `ENV ${'A=b '.repeat(100_000)}`, 1],
    ['100,000 continuations', `RUN a ${'\\\n  b '.repeat(100_000)}`, 1],
    ['1 MB of ONBUILD', 'ONBUILD '.repeat(125_000), 1],
    ['1 MB of open variables', `RUN <<E ${'${A:-'.repeat(200_000)}`, 1],
  ])('reads %s', (_, text, count) => {
    const syntax = parse(text);
    expect(syntax.instructions).toHaveLength(count);
    expect(syntax.instructions.flatMap(({ words }) => words).filter((word) => word.span.end <= 0)).toEqual([]);
    expect(syntax.problems.length).toBeLessThanOrEqual(1100);
  });
});

describe('tables', () => {
  it('lists keywords and flags in order', () => {
    expect(instructionKeywords).toHaveLength(18);
    expect(instructionKeywords).toEqual([...instructionKeywords].sort());
    for (const keyword of instructionKeywords) expect(flagsOf(keyword)).toEqual([...flagsOf(keyword)].sort());
    expect(flagsOf('COPY')).toContain('from');
    expect(flagsOf('FOO')).toEqual([]);
  });
});
