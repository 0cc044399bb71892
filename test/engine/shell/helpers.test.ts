import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextCache } from '../../../server/src/engine/shell/cache.js';
import { nestedText } from '../../../server/src/engine/shell/nested.js';
import { flagUses, flagValue, hasFlag, operands } from '../../../server/src/engine/shell/options.js';
import { parseShell } from '../../../server/src/engine/shell/parse.js';
import { execForm, quoteWord } from '../../../server/src/engine/shell/quote.js';
import { isPosixShell, shellOfShebang } from '../../../server/src/engine/shell/shells.js';
import { unwrap } from '../../../server/src/engine/shell/unwrap.js';
import { MappedText } from '../../../server/src/engine/text/mapped.js';

const first = (text: string) => parseShell(MappedText.at(text, 0)).commands[0]!;

describe('unwrap', () => {
  it.each([
    ['apt-get update', 'apt-get update', []],
    ['sudo apt-get update', 'apt-get update', ['sudo']],
    ['sudo -E -u app -- apt-get update', 'apt-get update', ['sudo']],
    ['sudo -Eu app --user=x apt-get update', 'apt-get update', ['sudo']],
    ['env -i A=1 B="x y" make all', 'make all', ['env']],
    ['env -u HOME make', 'make', ['env']],
    ['env -S "a b"', 'env -S a b', []],
    ['env', 'env', []],
    ['/usr/bin/env -', '/usr/bin/env -', []],
    [
      'exec nohup nice -n 5 time -f %e timeout -k 1 10s nginx -g x',
      'nginx -g x',
      'exec nohup nice time timeout'.split(' '),
    ],
    ['command apt-get install', 'apt-get install', ['command']],
    ['command -v apt-get', 'command -v apt-get', []],
    ['xargs -0 -n 1 rm -rf', 'rm -rf', ['xargs']],
    ['xargs -I{} rm {}', 'rm {}', ['xargs']],
    ['xargs', 'xargs', []],
    ['gosu app:app npm start', 'npm start', ['gosu']],
    ['tini -g -- npm start', 'npm start', ['tini']],
    ['busybox wget x', 'wget x', ['busybox']],
    ['chroot /mnt apt-get update', 'apt-get update', ['chroot']],
    ['set -ex', 'set -ex', []],
    ['sudo $CMD x', '$CMD x', ['sudo']],
    ['sudo', 'sudo', []],
    ['timeout 5', 'timeout 5', []],
  ])('%s', (text, words, wrappers) => {
    const found = unwrap(first(text));
    expect(found.wrappers).toEqual(wrappers);
    expect(found.words.map(({ value }) => value).join(' ')).toBe(words);
    expect(found.args).toEqual(found.words.slice(1));
  });

  it('gives the assignments of env with their places', () => {
    const text = 'A=1 env B="x $Y" C= make';
    const { assignments, name } = unwrap(first(text));
    expect(name).toBe('make');
    expect(
      assignments.map((a) => [a.name, a.value?.value, a.value && text.slice(a.value.span.start, a.value.span.end)]),
    ).toEqual([
      ['A', '1', '1'],
      ['B', 'x $Y', 'x $Y'],
      ['C', '', 'C='],
    ]);
  });
});

describe('options', () => {
  const apt = first('apt-get -qy -o Dpkg::Use-Pty=-f --assume-no=x install -t=bookworm -j4 curl -- -z');
  const withValue = ['-o', '--option', '-t', '-j'];

  it('sees flags alone, in bundles and with values', () => {
    expect(hasFlag(apt, { short: 'y', long: ['yes', 'assume-yes'] })).toBe(true);
    expect(hasFlag(apt, { short: 'q' })).toBe(true);
    expect(hasFlag(apt, { long: ['assume-no'] })).toBe(true);
    expect(hasFlag(apt, { long: ['assume'] })).toBe(false);
    expect(hasFlag(apt, { short: 'z' })).toBe(false);
  });

  it('does not take a value for a flag', () => {
    expect(hasFlag(apt, { short: 'f' }, withValue)).toBe(false);
    expect(hasFlag(first('tar -fy'), { short: 'y' }, ['-f'])).toBe(false);
    expect(hasFlag(first('tar -xf -y'), { short: 'y' }, ['-f'])).toBe(false);
  });

  it('gives values, joined, behind `=` or as the next word', () => {
    expect(flagValue(apt, { short: 'o', long: ['option'] }, withValue)?.value).toBe('Dpkg::Use-Pty=-f');
    expect(flagValue(apt, { short: 't' }, withValue)?.value).toBe('bookworm');
    expect(flagValue(apt, { short: 'j' }, withValue)?.value).toBe('4');
    const pip = first('pip install -r a.txt --requirement=b.txt -rc.txt');
    const files = flagUses(pip, { short: 'r', long: ['requirement'] }, ['-r', '--requirement']);
    expect(files.map(({ value }) => value)).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(flagValue(first('pip -r'), { short: 'r' }, ['-r'])).toBeUndefined();
  });

  it('tells operands from flags and their values', () => {
    expect(operands(apt, withValue).map(({ value }) => value)).toEqual(['install', 'curl', '-z']);
    expect(operands(first('tar -xzf a.tgz -C /x - "$F"'), ['-f', '-C']).map(({ value }) => value)).toEqual(['-', '$F']);
    expect(operands(first('mvn -pl core -am package'), ['-pl']).map(({ value }) => value)).toEqual(['package']);
  });
});

describe('nestedText', () => {
  it.each([
    [`sh -c 'apt-get update && b'`, 'sh', 'apt-get update && b'],
    [`/bin/bash -euo pipefail -lc "a b"`, 'bash', 'a b'],
    [`bash -o pipefail -c -e 'a' name`, 'bash', 'a'],
    [`bash --rcfile x -c -- 'a'`, 'bash', 'a'],
    [`su -s /bin/sh -c 'a b' app`, 'sh', 'a b'],
    [`su app -c 'a'`, 'sh', 'a'],
    [`eval 'a b'`, 'sh', 'a b'],
    [`zsh -c 'a'`, 'zsh', 'a'],
  ])('%s', (text, shell, script) => {
    expect(nestedText(unwrap(first(text)))).toMatchObject({ shell, text: { text: script } });
  });

  it.each(['sh script.sh -c x', 'bash -c', 'su app', 'python3 -c "a"', 'eval a b', 'sh -e x', '$SHELL -c a', 'sh -'])(
    '%s: none',
    (text) => {
      expect(nestedText(unwrap(first(text)))).toBeUndefined();
    },
  );

  it('maps what it finds into the document', () => {
    const document = `sudo bash -c "set -e; echo \\"x\\" > y && apt-get install -y \\"curl\\""`;
    const script = parseShell(nestedText(unwrap(first(document)))!.text);
    const seen = script.commands.map(({ span }) => document.slice(span.start, span.end));
    expect(seen).toEqual(['set -e', `echo \\"x\\" > y`, `apt-get install -y \\"curl\\"`]);
  });

  it('takes the word for every span where places are uncertain', () => {
    const document = `bash -c $'apt-get\\tupdate && ls'`;
    const { text } = nestedText(first(document))!;
    const word = { start: 8, end: document.length };
    expect(parseShell(text).commands.map(({ name, span }) => [name, span])).toEqual([
      ['apt-get', word],
      ['ls', word],
    ]);
    expect(text.slice(0, 3).span(0, 2)).toEqual(word);
    expect(text.pieces()).toEqual([word]);
    expect([text.offset(0), text.offset(text.text.length)]).toEqual([word.start, word.end]);
  });
});

describe('shells', () => {
  it.each([
    ['#!/bin/sh', { name: 'sh', posix: true }],
    ['#!/usr/bin/env bash', { name: 'bash', posix: true }],
    ['#! /usr/bin/env -S A=1 bash -e\r', { name: 'bash', posix: true }],
    ['#!/usr/bin/python3 -u', { name: 'python3', posix: false }],
    ['#!/usr/bin/env', undefined],
    ['#!', undefined],
    ['echo', undefined],
    ['', undefined],
  ])('%s', (line, expected) => {
    expect(shellOfShebang(line)).toEqual(expected);
  });

  it('knows which shells read POSIX text', () => {
    expect(['sh', 'bash', 'ash', 'dash', 'ksh'].every(isPosixShell)).toBe(true);
    expect(['powershell', 'pwsh', 'cmd', 'fish', 'zsh', 'python3', ''].some(isPosixShell)).toBe(false);
  });
});

describe('execForm', () => {
  it.each([
    [`nginx -g 'daemon off;'`, '["nginx", "-g", "daemon off;"]'],
    ['node server.js', '["node", "server.js"]'],
    ['exec node server.js', '["node", "server.js"]'],
    [`echo "a \\"b\\"" 'c\\d' é ''`, '["echo", "a \\"b\\"", "c\\\\d", "é", ""]'],
    [`x '$HOME' "*" \\~ '{a,b}'`, '["x", "$HOME", "*", "~", "{a,b}"]'],
    ['x\ty', '["x", "y"]'],
    [`x 'a\tb'`, '["x", "a\\tb"]'],
  ])('%s', (text, expected) => {
    expect(execForm(first(text))).toBe(expected);
  });

  it.each([
    'echo $HOME',
    'echo "$HOME"',
    'echo $(a)',
    'echo *',
    'echo {a,b}',
    'cat ~/x',
    'a > b',
    'A=1 b',
    'A=1',
    'cd /x',
    'exec',
    'exec -a x y',
    '. ./env',
    `echo $'a'`,
    '[[ -f x ]]',
    '(a)',
    `echo 'a\nb'`,
    '"" x',
    `'' x`,
    `echo '\ud800'`,
  ])('%s: no array means the same', (text) => {
    expect(execForm(first(text))).toBeUndefined();
  });

  it('is valid JSON with the words that the shell would pass', () => {
    const printable = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((s) => quoteWord(s) !== undefined);
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1, maxLength: 5 }), (words) => {
        const text = ['run', ...words].map((word) => quoteWord(word)).join(' ');
        expect(JSON.parse(execForm(first(text)) ?? 'null')).toEqual(['run', ...words]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('quoteWord', () => {
  it.each([
    ['/usr/local/bin', '/usr/local/bin'],
    ['a b', `'a b'`],
    [`it's`, `'it'\\''s'`],
    ['', `''`],
    ['~/x', `'~/x'`],
    ['$X', `'$X'`],
    ['A=b', 'A=b'],
    ['=b', `'=b'`],
    ['#x', `'#x'`],
    ['é', `'é'`],
    ['a\nb', undefined],
    ['a\0', undefined],
  ])('%j', (value, expected) => {
    expect(quoteWord(value)).toBe(expected);
  });
});

describe('TextCache', () => {
  it('forgets what was used longest ago when it is full', () => {
    const cache = new TextCache<number>(3 * 70);
    const key = (n: number) => `text ${n}`;
    for (const n of [1, 2, 3]) cache.set(key(n), n);
    expect(cache.get(key(1))).toBe(1);
    cache.set(key(4), 4);
    expect([1, 2, 3, 4].map((n) => cache.get(key(n)))).toEqual([1, undefined, 3, 4]);
    expect(cache.size).toBe(3);
  });

  it('counts a replaced text once and does not keep one that is too long', () => {
    const cache = new TextCache<number>(150);
    for (let i = 0; i < 10; i++) cache.set('same', i);
    cache.set('other', 1);
    expect(cache.size).toBe(2);
    cache.set('x'.repeat(100), 1);
    expect([cache.get('same'), cache.get('x'.repeat(100))]).toEqual([9, undefined]);
  });
});
