import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Draft } from '../../server/src/engine/report.js';
import { rules } from '../../server/src/rules/index.js';
import { date } from './harness.js';
import { loud } from '../loud.js';

const linter = new Linter(rules);

function errors(text: string, draft?: Draft): readonly string[] {
  const options = { config: defaultConfig(rules), facts: unknownFacts, date, ...loud };
  const report = linter.lint(linter.open('dockerfile', text), draft === undefined ? options : { ...options, draft });
  return report.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, at }) => `${rule.id} ${at.start}-${at.end}`);
}

describe('a file that Docker refuses as a whole', () => {
  test.each([
    ['nothing', '', ['missing-from 0-0']],
    ['blanks', ' \r\n\t\n', ['missing-from 0-0']],
    ['comments', '# FROM a\r\n#\r\n', ['missing-from 0-0']],
    ['parser directives', '# syntax=docker/dockerfile:1\n# escape=`\n', ['missing-from 0-0']],
    ['the first instruction that needs an image', 'ARG A\nRUN a\nCMD ["a"]\n', ['missing-from 6-9']],
    ['one error for FROM without an image', 'FROM\n', ['syntax-error 0-4']],
    ['one error for a FROM that cannot be read', 'FROM Node: as\n', ['syntax-error 5-13']],
    ['one error for a misspelled FROM', 'FORM a\nRUN b\n', ['unknown-instruction 0-4']],
    [
      'one error for each instruction before FROM',
      'ENV\nFOO\nRUN a\nFROM a:1\n',
      ['syntax-error 0-3', 'unknown-instruction 4-7', 'instruction-before-from 8-11'],
    ],
    ['a comment that hides it', '# docker-patterns ignore-file=missing-from\n', []],
    ['the comment of another tool', 'ARG A\n# hadolint ignore=DL3061\nRUN a\n', []],
  ])('%s', (_, text, found) => {
    expect(errors(text)).toEqual(found);
  });

  test('a new file is left alone letter by letter', () => {
    const text =
      '# A comment\n\nARG TAG=3.22\nFROM alpine:$TAG AS build\nRUN true\n\nFROM build\nUSER 1000\nCMD ["sh"]\n';
    for (let at = 0; at <= text.length; at++) {
      expect(errors(text.slice(0, at), { at, saved: false }), JSON.stringify(text.slice(0, at))).toEqual([]);
    }
  });

  test('a new file without FROM is told once it is saved', () => {
    const text = 'RUN true\nCMD ["sh"]\n';
    expect(errors(text, { at: text.length, saved: false })).toEqual([]);
    expect(errors(text, { at: text.length, saved: true })).toEqual(['missing-from 0-3']);
  });
});

describe('a file that is no text as Docker reads it', () => {
  const plain = 'FROM debian:13-slim\n\nWORKDIR /app\nCOPY . .\n# A comment\nCMD ["app"]\n';
  const swapped = (bytes: Buffer): Buffer => bytes.swap16();
  const decoded = (bytes: Buffer): string => new TextDecoder('utf-8').decode(bytes);
  const wide = Buffer.from(Uint32Array.from(plain, (character) => character.charCodeAt(0)).buffer);

  test.each([
    ['UTF-16', Buffer.from(plain, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${plain.replaceAll('\n', '\r\n')}`, 'utf16le')],
    ['UTF-16', swapped(Buffer.from(plain, 'utf16le'))],
    ['UTF-16', swapped(Buffer.from(`\uFEFF${plain}`, 'utf16le'))],
    ['UTF-16', Buffer.from('# \u8a66\u9a13\nFROM a:1\n', 'utf16le')],
    ['UTF-32', wide],
    ['UTF-32', Buffer.from(wide).swap32()],
    [undefined, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    [undefined, Buffer.from('7f454c460201010000000000', 'hex')],
    [undefined, Buffer.from('1f8b0800000000000003edfd', 'hex')],
    [undefined, Buffer.alloc(4096)],
  ])('%s has one finding', (encoding, bytes) => {
    const options = { config: defaultConfig(rules, 'all'), facts: unknownFacts, date, ...loud };
    const { findings } = linter.lint(linter.open('dockerfile', decoded(bytes)), options);
    const message =
      encoding === undefined
        ? 'What stands here is no text, so Docker finds no instruction in it and the build stops.'
        : `This file is ${encoding} text, which Docker cannot read, so the build stops here; save it as UTF-8.`;
    expect(findings.map((finding) => [finding.rule.id, finding.message])).toEqual([['unknown-instruction', message]]);
    expect(findings[0]?.fixes).toEqual([]);
  });

  test('what stands above it is still read', () => {
    expect(errors('FORM a\nRUN a\n\0\0\0\nCPOY b c\n')).toEqual([
      'unknown-instruction 0-4',
      'unknown-instruction 13-16',
    ]);
  });
});

describe('what Docker takes for an image', () => {
  // Told by BuildKit itself (dockerfile2llb).
  test.each(['node', 'a/b/c', 'REG/node', 'localhost/a', 'a:V1', 'a__b', 'a--b', 'a.b', 'a:80/b', '[::1]:80/b', '"a"'])(
    'FROM %s',
    (name) => {
      expect(errors(`FROM ${name}\n`)).toEqual([]);
    },
  );

  test.each(['a:', 'a@', 'A', 'x/REG/a', 'a:b:c', '-a', 'a/', '/a', 'a:-x', 'a_-b', 'a___b', 'a//b', 'Scratch'])(
    'not FROM %s',
    (name) => {
      expect(errors(`FROM ${name}\n`)).toEqual([`invalid-base-image 5-${5 + name.length}`]);
    },
  );

  test('not an empty name', () => {
    expect(errors('FROM ""\n')).toEqual(['empty-base-image 5-7']);
  });
});
