import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../../server/src/engine/dockerfile/document.js';
import { shellUnits } from '../../../server/src/engine/dockerfile/shell/units.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

/** The shell of each RUN, by its word behind RUN. */
function shells(text: string): Readonly<Record<string, string>> {
  const doc = parseDockerfile(new SourceText(text));
  return Object.fromEntries(
    doc.byKeyword('RUN').map((run) => [run.words[0]?.value ?? '', doc.shellAt(run).name] as const),
  );
}

function dialects(text: string): readonly string[] {
  return shellUnits(parseDockerfile(new SourceText(text))).map(({ dialect }) => dialect);
}

describe('# hadolint shell=', () => {
  test.each([
    [
      'above the first FROM: every stage',
      '# hadolint shell=bash\nFROM x\nRUN a\nFROM y\nRUN b\n',
      { a: 'bash', b: 'bash' },
    ],
    ['also with ARG between', '# hadolint shell=bash\nARG Z\nFROM x\nRUN a\nFROM y\nRUN b\n', { a: 'bash', b: 'bash' }],
    ['below FROM: that stage', 'FROM x\n# hadolint shell=ash\nRUN a\nFROM y\nRUN b\n', { a: 'ash', b: 'sh' }],
    ['and stages built from it', 'FROM x AS s\n# hadolint shell=ash\nRUN a\nFROM s\nRUN b\n', { a: 'ash', b: 'ash' }],
    ['from there on', 'FROM x\nRUN a\n# hadolint shell=bash # why\nRUN b\n', { a: 'sh', b: 'bash' }],
    [
      'above a later FROM: the stage below',
      'FROM x\nRUN a\n# hadolint shell=bash\nFROM y\nRUN b\n',
      { a: 'sh', b: 'bash' },
    ],
    [
      'the last of SHELL and comment counts',
      'FROM x\nSHELL ["/bin/ash","-c"]\nRUN a\n# hadolint shell=bash\nRUN b\nSHELL ["/bin/sh","-c"]\nRUN c\n',
      { a: 'ash', b: 'bash', c: 'sh' },
    ],
    ['a path', '# hadolint shell=/usr/bin/bash\nFROM x\nRUN a\n', { a: 'bash' }],
    ['triggers', 'FROM x\n# hadolint shell=bash\nONBUILD RUN a\n', { a: 'bash' }],
    ['not inside an instruction', 'FROM x\nRUN a \\\n# hadolint shell=bash\n x\nRUN b\n', { a: 'sh', b: 'sh' }],
    ['not with more words', 'FROM x\n# hadolint shell=bash please\nRUN a\n', { a: 'sh' }],
  ])('%s', (_, text, expected) => {
    expect(shells(text)).toEqual(expected);
  });

  test('a shell that is not POSIX leaves no script to read', () => {
    const doc = parseDockerfile(new SourceText('FROM x\n# hadolint shell=powershell\nRUN Get-Process\n'));
    const [run] = doc.byKeyword('RUN');
    expect(doc.shellAt(run!)).toMatchObject({ name: 'powershell', posix: false, instruction: undefined });
    expect(doc.shellAt(run!).pragma).toBeDefined();
    expect(doc.scriptOf(run!)).toBeUndefined();
  });

  test('shell checks read its dialect', () => {
    expect(dialects('FROM debian\nRUN a\n# hadolint shell=bash\nRUN b\n')).toEqual(['dash', 'bash']);
  });
});

test.each([
  ['above a RUN, for it alone', '# shellcheck shell=bash\nRUN a\nRUN b\n', ['bash', 'dash']],
  ['at the top of a script', 'RUN <<E\n# shellcheck shell=ksh disable=SC2086\na\nE\n', ['ksh']],
  ['not below a command', 'RUN <<E\na\n# shellcheck shell=ksh\nb\nE\n', ['dash']],
  ['in a script for a shell', 'RUN sh <<E\n# shellcheck shell=bash\na\nE\n', ['dash', 'bash']],
  ['a shebang is stronger', '# shellcheck shell=ksh\nRUN <<E\n#!/bin/bash\na\nE\n', ['bash']],
])('# shellcheck shell= %s', (_, text, expected) => {
  expect(dialects(`FROM debian\n${text}`)).toEqual(expected);
});
