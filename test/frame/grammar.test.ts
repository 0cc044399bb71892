import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../server/src/engine/didYouMean.js';
import { Linter } from '../../server/src/engine/lint.js';
import { parseComment } from '../../server/src/engine/suppress/grammar.js';
import { parseSuppressions } from '../../server/src/engine/suppress/parse.js';

const piece = fc.constantFrom(
  '#',
  ' ',
  '\t',
  'docker-patterns',
  'hadolint',
  'check',
  'ignore',
  'ignore-file',
  'global',
  'stage',
  'skip',
  '=',
  ',',
  ';',
  '--',
  'trivy:ignore:',
  'exp',
  'DS-0002',
  'checkov:skip=',
  'CKV_DOCKER_3',
  'kics-scan',
  'ignore-line',
  'ignore-block',
  'disable',
  'enable',
  'shellcheck',
  'shell',
  'SC2086',
  'experimental',
  'error',
  'DL3008',
  'root-user',
  'all',
  ':',
  '\n',
  '\r\n',
  '\\\n',
  'RUN x',
  'FROM a',
  '<<E',
  'E\n',
  '\uFEFF',
);

describe('comments', () => {
  test('never throw, and ids stand where they say', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { ids, span, covers, malformed } of parseSuppressions(new Linter([]).open('dockerfile', text))) {
          expect(text.slice(span.start).trimStart()).toMatch(/^#/);
          for (const { id, span: at } of ids) {
            expect(text.slice(at.start, at.end)).toBe(id);
            expect(at.start >= span.start && at.end <= span.end).toBe(true);
          }
          if (malformed !== undefined) expect(covers).toBeUndefined();
        }
      }),
    );
  });

  test.each([
    '# docker-patterns ignore=',
    '# docker-patterns',
    '# hadolint',
    '# hadolint ignore=',
    '# check=skip=',
    '#',
    '# trivy:ignore:',
    '# checkov:skip=',
    '# kics-scan ',
    '# kics-scan disable=',
    '# shellcheck ',
    '# shellcheck disable=',
    '# hadolint shell=',
  ])('a megabyte behind %j is read without giving up', (start) => {
    for (const filler of [' ', '\t', ',', 'a', '- ', ' --', '=', ';', ':', '#']) {
      expect(() => parseComment(start + filler.repeat(1_000_000 / filler.length))).not.toThrow();
    }
  });
});

test.each(['ignore=shell-form-command--nope', 'ignore=shell-form-command --nope', 'ignore-file=a,b--nope -- x'])(
  'a reason without blanks around its dashes is told as such: %s',
  (comment) => {
    expect(parseComment(`# docker-patterns ${comment}`).map(({ malformed }) => malformed)).toEqual([
      'This comment hides nothing: put a blank before and behind the "--" of the reason.',
    ]);
  },
);

describe('did you mean', () => {
  const names = ['FROM', 'RUN', 'COPY', 'EXPOSE', 'ENTRYPOINT', 'apk-cache-left'];

  test.each([
    ['FORM', 'FROM'],
    ['CPOY', 'COPY'],
    ['copy', 'COPY'],
    ['EXP', 'EXPOSE'],
    ['apk-cash-left', 'apk-cache-left'],
    ['INCLUDE', undefined],
    ['X', undefined],
    ['', undefined],
    ['A'.repeat(10_000), undefined],
  ])('%s: %s', (word, near) => {
    expect(nearest(word, names)).toBe(near);
  });
});
