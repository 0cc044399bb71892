import { describe, expect, it } from 'vitest';
import { codes, covered, first, parse } from './helpers.js';

const names = (text: string) => parse(text).directives.map((d) => `${d.name}=${d.value}`);

describe('parser directives', () => {
  it('reads the leading block, in any case, with blanks', () => {
    expect(names('#syntax=a\n# ESCAPE = ` \n  #  check=skip=all;error=true\nFROM x')).toEqual([
      'syntax=a',
      'escape=`',
      'check=skip=all;error=true',
    ]);
  });

  it('gives the places of name and value', () => {
    const text = '# Syntax = docker/dockerfile:1 \n';
    const [directive] = parse(text).directives;
    expect(covered(text, directive!.nameSpan)).toBe('Syntax');
    expect(covered(text, directive!.valueSpan)).toBe('docker/dockerfile:1');
    expect(covered(text, directive!.span)).toBe('# Syntax = docker/dockerfile:1');
  });

  it.each([
    ['a comment', '# c\n# escape=`\n'],
    ['a blank line', '\n# escape=`\n'],
    ['an instruction', 'FROM x\n# escape=`\n'],
    ['an unknown key', '# foo=bar\n# escape=`\n'],
    ['an empty comment', '#\n# escape=`\n'],
    ['an empty value', '# syntax=\n# escape=`\n'],
  ])('ends the block at %s', (_, text) => {
    expect(parse(text).escape).toBe('\\');
    expect(parse(text).directives).toEqual([]);
    expect(parse(text).comments.at(-1)!.text).toBe(' escape=`');
  });

  it('finds syntax but no escape behind a #! line', () => {
    const syntax = parse('#!/usr/bin/env docker\n# syntax=a\n# escape=`\nRUN x');
    expect(syntax.directives.map((d) => d.name)).toEqual(['syntax']);
    expect(syntax.escape).toBe('\\');
  });

  it('reports a repeated directive and an escape that is none, and goes on', () => {
    expect(codes('# escape=`\n# escape=\\\nFROM x')).toEqual(['duplicate-directive']);
    expect(parse('# escape=`\n# escape=\\\nFROM x').escape).toBe('`');
    expect(codes('# escape=x\nFROM x')).toEqual(['invalid-directive']);
  });

  it('continues lines with the backtick and leaves Windows paths alone', () => {
    const run = first('# escape=`\r\nRUN dir C:\\ `\r\n  D:\\\r\nUSER x');
    expect(run.body.text).toBe('dir C:\\   D:\\');
    expect(first('# escape=`\nCOPY a c:\\dir\\').words.map((w) => w.value)).toEqual(['a', 'c:\\dir\\']);
    expect(first('ENV A=c:\\dir').pairs[0]!.value!.value).toBe('c:dir');
  });
});
