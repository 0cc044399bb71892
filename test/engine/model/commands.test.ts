import { describe, expect, test } from 'vitest';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import { names, nth, open } from './parse.js';

function shown(doc: DockerfileDocument, keyword = 'RUN', n = 0): readonly string[] {
  return doc.commandsOf(nth(doc, keyword, n)).map(({ form, span }) => `${form}: ${doc.source.slice(span)}`);
}

describe('shell form', () => {
  test('commands have document spans through continuations and comments', () => {
    const doc = open('FROM node', 'RUN --network=none a b \\', '  # why', '  && c', 'CMD d', 'ENTRYPOINT e');
    expect(shown(doc)).toEqual(['shell: a b', 'shell: c']);
    expect(shown(doc, 'CMD')).toEqual(['shell: d']);
    expect(shown(doc, 'ENTRYPOINT')).toEqual(['shell: e']);
  });

  test('a health check is what follows CMD', () => {
    const doc = open(
      'FROM node',
      'HEALTHCHECK --retries=3 CMD curl x || exit 1',
      'HEALTHCHECK cmd ["curl", "y"]',
      'HEALTHCHECK NONE',
    );
    expect(shown(doc, 'HEALTHCHECK')).toEqual(['shell: curl x', 'shell: exit 1']);
    expect(shown(doc, 'HEALTHCHECK', 1)).toEqual(['exec: "curl", "y"']);
    expect(doc.commandsOf(nth(doc, 'HEALTHCHECK', 2))).toEqual([]);
  });

  test('other instructions have none', () => {
    const doc = open('FROM node', 'COPY a b', 'LABEL x="apt-get update"', 'ENV c=d');
    expect(doc.instructions.flatMap((each) => doc.commandsOf(each))).toEqual([]);
  });

  test('a trigger has its own, and its ONBUILD has none', () => {
    const doc = open('FROM node', 'RUN a', 'ONBUILD RUN b \\', '  && c');
    expect(doc.commandsOf(nth(doc, 'ONBUILD'))).toEqual([]);
    expect(doc.runCommands.map(({ name, instruction }) => [name, instruction.parent?.keyword])).toEqual([
      ['a', undefined],
      ['b', 'ONBUILD'],
      ['c', 'ONBUILD'],
    ]);
  });

  test('text for PowerShell, cmd or Python is not read as shell', () => {
    const doc = open(
      'FROM node',
      'SHELL ["pwsh", "-c"]',
      'RUN a',
      'SHELL ["python", "-c"]',
      'RUN b',
      'FROM mcr.microsoft.com/windows/servercore',
      'RUN c',
    );
    expect(doc.byKeyword('RUN').map((run) => doc.scriptOf(run))).toEqual([undefined, undefined, undefined]);
    expect(doc.runCommands).toEqual([]);
  });

  test('what sh -c is given counts too, in place, with lists of its own', () => {
    const doc = open('FROM node', `RUN sudo bash -ec 'a; "b" c' && d`);
    const commands = doc.commandsOf(nth(doc, 'RUN'));
    expect(names(doc, nth(doc, 'RUN'))).toEqual(['sudo', 'a', 'b', 'd']);
    expect(doc.source.slice(commands[2]!.span)).toBe('"b" c');
    expect(commands[1]!.list).not.toBe(commands[0]!.list);
    expect(commands[2]!.list).toBe(commands[1]!.list);
    expect(commands[3]!.list).toBe(commands[0]!.list);
  });

  test('an unchanged question gives the same answer object', () => {
    const doc = open('FROM node', 'RUN a');
    expect(doc.commandsOf(nth(doc, 'RUN'))).toBe(doc.commandsOf(nth(doc, 'RUN')));
    expect(doc.scriptOf(nth(doc, 'RUN'))).toBe(doc.scriptOf(nth(doc, 'RUN')));
  });
});

describe('exec form', () => {
  test('is one command whose words are the strings', () => {
    const doc = open('FROM node', 'CMD ["/usr/bin/node", "a b", "$X"]');
    const [command] = doc.commandsOf(nth(doc, 'CMD'));
    expect(command).toMatchObject({ form: 'exec', name: 'node', join: 'start' });
    expect(command!.words.map(({ value, span }) => [value, doc.source.slice(span)])).toEqual([
      ['/usr/bin/node', '"/usr/bin/node"'],
      ['a b', '"a b"'],
      ['$X', '"$X"'],
    ]);
    expect(doc.scriptOf(nth(doc, 'CMD'))).toBeUndefined();
  });

  test('holds a script behind sh -c, mapped through the escapes of JSON', () => {
    const doc = open('FROM node', String.raw`RUN ["/bin/sh", "-c", "echo \"x\" \u0026& b \\$c"]`);
    expect(shown(doc).slice(1)).toEqual([String.raw`exec: echo \"x\"`, String.raw`exec: b \\$c`]);
    expect(doc.commandsOf(nth(doc, 'RUN'))[1]!.words.map(({ span }) => doc.source.slice(span))).toEqual([
      'echo',
      String.raw`\"x\"`,
    ]);
  });

  test('is read in any stage, and empty arrays are nothing', () => {
    const doc = open('# escape=`', 'FROM mcr.microsoft.com/windows/nanoserver', 'CMD ["app.exe"]', 'CMD []');
    expect(names(doc, nth(doc, 'CMD'))).toEqual(['app.exe']);
    expect(doc.commandsOf(nth(doc, 'CMD', 1))).toEqual([]);
  });
});

describe('heredocs', () => {
  test('a lone one is the script, in CRLF and with tabs taken off too', () => {
    const doc = open('FROM node\r', 'RUN <<-EOF\r', '\tif a; then\r', '\t\tb c\r', '\tfi\r', '\tEOF\r', 'RUN d');
    expect(shown(doc)).toEqual(['heredoc: a', 'heredoc: b c']);
    expect(doc.scriptOf(nth(doc, 'RUN'))?.errors).toEqual([]);
  });

  test.each([
    ['#!/bin/bash -e', true],
    ['#!/usr/bin/env -S bash -e', true],
    ['#!/usr/bin/env python3', false],
    ['#!/usr/bin/python3', false],
  ])('a shebang decides: %s', (line, posix) => {
    const doc = open('FROM node', 'SHELL ["pwsh", "-c"]', 'RUN <<EOF', line, 'a', 'EOF');
    expect(names(doc, nth(doc, 'RUN'))).toEqual(posix ? ['a'] : []);
  });

  test.each(['RUN bash -e <<EOF', 'RUN <<EOF bash', 'RUN x=1 /bin/sh <<"EOF" && z', 'RUN sudo sh -s <<EOF'])(
    'a shell in front reads it: %s',
    (line) => {
      const doc = open('FROM node', line, 'a b', 'EOF', 'RUN c');
      expect(shown(doc)).toContain('heredoc: a b');
      expect(names(doc, nth(doc, 'RUN', 1))).toEqual(['c']);
    },
  );

  test.each(['RUN python3 <<EOF', 'RUN cat <<EOF > /x', 'RUN bash /run.sh <<EOF'])(
    'other programs do not: %s',
    (line) => {
      const doc = open('FROM node', line, 'apt-get update', 'EOF');
      expect(names(doc, nth(doc, 'RUN'))).not.toContain('apt-get');
      expect(doc.scriptOf(nth(doc, 'RUN'))?.errors).toEqual([]);
    },
  );

  test('several heredocs go to their own commands', () => {
    const doc = open('FROM node', 'RUN sh <<A && cat <<B', 'a', 'A', 'b', 'B');
    expect(names(doc, nth(doc, 'RUN'))).toEqual(['sh', 'a', 'cat']);
  });

  test('under ONBUILD too', () => {
    const doc = open('FROM node', 'ONBUILD RUN <<EOF', 'a', 'EOF', 'ONBUILD RUN sh <<EOF', 'b', 'EOF');
    expect(doc.runCommands.map(({ name }) => name)).toEqual(['a', 'sh', 'b']);
  });

  test('an unfinished one is read as far as it goes', () => {
    const doc = open('FROM node', 'RUN <<EOF', 'a');
    expect(names(doc, nth(doc, 'RUN'))).toEqual(['a']);
  });
});
