import { describe, expect, test } from 'vitest';
import { absoluteWorkdir, hasWorkdirBefore } from '../../../server/src/engine/dockerfile/paths/workdir.js';
import { open } from '../model/parse.js';

/** The fix of the last WORKDIR, and whether another one stands above it. */
function last(...lines: readonly string[]): readonly [string | undefined, boolean] {
  const doc = open(...lines);
  const workdir = doc.byKeyword('WORKDIR').at(-1);
  if (workdir === undefined) throw new Error('There is no WORKDIR.');
  return [absoluteWorkdir(doc, workdir)?.title, hasWorkdirBefore(doc, workdir)];
}

describe('a relative WORKDIR', () => {
  test.each([
    ['behind nothing goes on from the base image', ['FROM debian:13', 'WORKDIR a'], 'Write /a', false],
    ['nor does a trigger stand above itself', ['FROM debian:13', 'ONBUILD WORKDIR a'], 'Write /a', false],
    ['a trigger runs in another build', ['FROM debian:13', 'ONBUILD WORKDIR /b', 'WORKDIR a'], 'Write /a', false],
    ['goes on from the one above', ['FROM debian:13', 'WORKDIR /b', 'WORKDIR a'], 'Write /b/a', true],
    ['has no place below a relative one', ['FROM debian:13', 'WORKDIR b', 'WORKDIR a'], undefined, true],
    ['nor has a trigger', ['FROM debian:13', 'WORKDIR b', 'ONBUILD WORKDIR a'], undefined, true],
    ['nor behind another trigger', ['FROM debian:13', 'ONBUILD WORKDIR b', 'ONBUILD WORKDIR a'], undefined, true],
    ['nor below an unknown one', ['FROM debian:13', 'ARG B', 'WORKDIR $B', 'WORKDIR a'], undefined, true],
    ['nor in a stage on top', ['FROM debian:13 AS b', 'WORKDIR b', 'FROM b', 'WORKDIR a'], undefined, true],
    [
      'a trigger of the stage below counts',
      ['FROM debian:13 AS b', 'ONBUILD WORKDIR b', 'FROM b', 'WORKDIR a'],
      undefined,
      true,
    ],
  ])('%s', (_, lines, title, before) => {
    expect(last(...lines)).toEqual([title, before]);
  });
});
