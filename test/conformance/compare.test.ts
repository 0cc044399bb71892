import { describe, expect, test } from 'vitest';
import { readArguments } from '../../server/tools/conformance/arguments.js';
import { compare } from '../../server/tools/conformance/compare.js';
import { noiseOf } from '../../server/tools/conformance/noise.js';
import { moved, opener, oursFor } from '../../server/tools/conformance/ours.js';
import { comparable } from '../../server/tools/conformance/places.js';
import { scriptsOf } from '../../server/tools/conformance/scripts.js';
import { afterDifferences, missed, percent, raw, total, type Tally } from '../../server/tools/conformance/tally.js';
import { testsOf } from '../../server/tools/conformance/verdict.js';
import type { Declared } from '../../server/tools/conformance/differences.js';
import type { Judged } from '../../server/tools/conformance/run.js';
import type { Ours, Theirs } from '../../server/tools/conformance/types.js';
import { keywordRule } from '../frame/rules.js';

function ours(line: number, ...codes: readonly string[]): Ours {
  return { rule: 'a-rule', codes, line, message: 'ours' };
}

function theirs(line: number, code: string): Theirs {
  return { code, line, message: 'theirs' };
}

function sides(outcomes: ReturnType<typeof compare>): readonly string[] {
  return outcomes.map(({ line, code, side }) => `${line} ${code} ${side}`);
}

describe('compare', () => {
  test('tells who speaks of what where', () => {
    const outcomes = compare([ours(1, 'A'), ours(2, 'A')], [theirs(1, 'A'), theirs(2, 'B')]);
    expect(sides(outcomes)).toEqual(['1 A both', '2 A ours', '2 B theirs']);
    expect(outcomes[0]).toMatchObject({ rule: 'a-rule', said: { ours: 'ours', theirs: 'theirs' } });
  });

  test('counts a code once at one line', () => {
    expect(sides(compare([ours(1, 'A'), ours(1, 'A')], [theirs(1, 'A'), theirs(1, 'A')]))).toEqual(['1 A both']);
    expect(sides(compare([ours(1, 'A'), ours(1, 'A')], []))).toEqual(['1 A ours']);
  });

  test('a finding with several codes speaks for any of them', () => {
    expect(sides(compare([ours(1, 'A', 'B')], [theirs(1, 'B')]))).toEqual(['1 B both']);
    expect(sides(compare([ours(1, 'A', 'B')], [theirs(1, 'A'), theirs(1, 'B')]))).toEqual(['1 A both', '1 B both']);
    expect(sides(compare([ours(1, 'A', 'B')], [theirs(1, 'C')]))).toEqual(['1 A ours', '1 C theirs']);
  });
});

describe('places', () => {
  const open = opener(
    [
      keywordRule('RUN', { id: 'run', equivalents: { hadolint: ['DL3009'] } }),
      keywordRule('CMD', { id: 'cmd', equivalents: { hadolint: ['DL4003'], buildkit: ['JSONArgsRecommended'] } }),
    ],
    'all',
  );

  test('a finding lies at the first line of its outermost instruction', () => {
    const file = open('FROM a\n\nONBUILD \\\n  # why\n  RUN x\n');
    expect(oursFor('hadolint', file)).toMatchObject([{ rule: 'run', codes: ['DL3009'], line: 3 }]);
    expect(oursFor('buildkit', file)).toEqual([]);
    expect(moved([theirs(5, 'X'), theirs(2, 'Y')], file)).toMatchObject([{ line: 3 }, { line: 2 }]);
  });

  test('only LF ends a line', () => {
    const file = open('# a\r# b\nRUN x\r\nRUN y\r\n');
    expect(oursFor('hadolint', file).map(({ line }) => line)).toEqual([2, 3]);
  });

  test('what a comment hides is compared too', () => {
    const file = open('FROM a\n# hadolint ignore=DL3009\nRUN x\n');
    expect(oursFor('hadolint', file)).toHaveLength(1);
  });

  test('of duplicates in a stage the earlier counts', () => {
    const file = open('FROM a\nCMD x\nCMD y\nFROM b\nCMD z\n');
    const said = comparable('hadolint', file, [], [theirs(3, 'DL4003'), theirs(3, 'DL3025')]);
    expect(said.theirs.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('what hadolint has no more is not compared', () => {
    const file = open('FROM a\nRUN x\n');
    expect(comparable('hadolint', file, [ours(2, 'DL3005', 'DL3035')], []).ours).toMatchObject([{ codes: ['DL3035'] }]);
    expect(compare(comparable('hadolint', file, [ours(2, 'DL3005')], []).ours, [])).toEqual([]);
  });

  test('a missing FROM counts once', () => {
    const file = open('RUN x\nRUN y\n');
    const said = comparable('hadolint', file, [ours(1, 'DL3061')], [theirs(1, 'DL3061'), theirs(2, 'DL3061')]);
    expect(sides(compare(said.ours, said.theirs))).toEqual(['0 DL3061 both']);
  });

  test('what only a registry knows is not compared', () => {
    const file = open('FROM a\n');
    const said = comparable('buildkit', file, [ours(1, 'InvalidBaseImagePlatform'), ours(1, 'StageNameCasing')], []);
    expect(sides(compare(said.ours, said.theirs))).toEqual(['1 StageNameCasing ours']);
  });

  test('of what hadolint cannot read nothing else is compared', () => {
    const file = open('FROM a\nRUN x\n');
    const mine = [ours(2, 'DL3009'), ours(2, 'DL1000')];
    const said = comparable('hadolint', file, mine, [theirs(1, 'DL1000')]);
    expect(sides(compare(said.ours, said.theirs))).toEqual(['0 DL1000 both']);
  });
});

describe('scripts', () => {
  test('a place in a script is one of the Dockerfile', () => {
    const text = 'FROM a\nARG B\nRUN one \\\n    # comment\n    two\n';
    const [script] = scriptsOf(opener([], 'all')(text).doc);
    expect(script?.text).toMatch(/^#!\/bin\/sh\n(?:export \w+=1\n)*export B=1\none +two\n$/);
    const line = (script?.text.split('\n').length ?? 0) - 1;
    const column = (script?.text.split('\n')[line - 1]?.indexOf('two') ?? 0) + 1;
    expect(script?.offsetOf({ line, column })).toBe(text.indexOf('two'));
  });

  test('a here-document alone is a script with its own interpreter', () => {
    const [script] = scriptsOf(opener([], 'all')('FROM a\nRUN <<EOF\n#!/usr/bin/env bash\nx\nEOF\n').doc);
    expect(script?.text.startsWith('#!/bin/bash\n')).toBe(true);
    expect(scriptsOf(opener([], 'all')('FROM a\nRUN <<EOF\n#!/usr/bin/env python3\nx\nEOF\n').doc)).toEqual([]);
  });

  test('the options of its interpreter are those of the script', () => {
    const first = (text: string): string | undefined =>
      scriptsOf(opener([], 'all')(`FROM a\nRUN ${text}\nEOF\n`).doc)
        .at(-1)
        ?.text.split('\n')[0];
    expect(first('<<EOF\n#!/bin/bash -eu\nx')).toBe('#!/bin/bash -eu');
    expect(first('<<EOF\n#!/usr/bin/env bash\nx')).toBe('#!/bin/bash');
    expect(first('<<EOF\nx')).toBe('#!/bin/sh');
  });

  test('a here-document that a shell reads is a script of its own', () => {
    const text = 'FROM a\nRUN <<EOF /bin/bash -e\none\n two\nEOF\n';
    const [line, input] = scriptsOf(opener([], 'all')(text).doc);
    expect(line?.text).toContain('\n<<EOF /bin/bash -e\none\n two\nEOF\n');
    expect(input?.text).toMatch(/^#!\/bin\/bash -e\n(?:export \w+=1\n)*one\n two\n/);
    const at = (input?.text.split('\n').indexOf(' two') ?? 0) + 1;
    expect(input?.offsetOf({ line: at, column: 2 })).toBe(text.indexOf('two'));
    expect(scriptsOf(opener([], 'all')('FROM a\nRUN <<EOF cat\none\nEOF\n').doc)).toHaveLength(1);
  });

  test('neither the exec form nor PowerShell is shell text', () => {
    const text = 'FROM a\nRUN ["x"]\nSHELL ["powershell"]\nRUN x\n';
    expect(scriptsOf(opener([], 'all')(text).doc)).toEqual([]);
  });
});

describe('figures', () => {
  const tally: Tally = {
    tool: 'hadolint',
    code: 'DL1',
    rules: ['a-rule'],
    both: 198,
    ours: 6,
    theirs: 4,
    accepted: { upstream: 4, deliberate: 4, unknowable: 0 },
    oursLeft: 2,
    theirsLeft: 0,
  };

  test('agreement is the share of what both say', () => {
    expect(raw(tally)).toBeCloseTo(198 / 208);
    expect(afterDifferences(tally)).toBeCloseTo(0.99);
    expect(percent(afterDifferences({ ...tally, oursLeft: 3 }))).toBe('98.5 %');
    expect(raw({ ...tally, both: 0, ours: 0, theirs: 0 })).toBeUndefined();
    expect(total('all', [tally, tally]).both).toBe(396);
  });

  test('goals are missed by too little agreement and by too much on purpose', () => {
    expect(missed(tally)).toEqual([]);
    expect(missed({ ...tally, oursLeft: 3 })).toHaveLength(1);
    expect(missed({ ...tally, accepted: { ...tally.accepted, deliberate: 5 } })).toHaveLength(1);
    expect(missed({ ...tally, both: 0, oursLeft: 9, rules: [] })).toEqual([]);
  });
});

describe('the own cases as tests', () => {
  const oracle = { version: '1' };
  const oracles = { hadolint: oracle, buildkit: oracle, shellcheck: oracle };
  const text = 'FROM a\nRUN x\n';
  const rules = [keywordRule('RUN', { id: 'run', equivalents: { hadolint: ['DL3009'] } })];
  const failing = (outcome: Partial<Judged>): readonly (string | undefined)[] => {
    const whole: Judged = {
      tool: 'hadolint',
      file: 'a',
      code: 'DL3009',
      line: 2,
      side: 'theirs',
      said: { theirs: 'lists' },
      tooWide: [],
      ...outcome,
    };
    const files = [{ name: 'a', path: 'a', text, ...opener(rules, 'all')(text) }];
    const run = { files, oracles, outcomes: [whole], buildkit: new Map(), refused: [] };
    return testsOf(run, rules, []).map(({ error }) => error);
  };

  test('fail for whatever only one side says, unless a difference is declared', () => {
    expect(failing({})).toEqual(['line 2: DL3009: only hadolint says: lists']);
    expect(failing({ side: 'ours', said: { ours: 'left' } })).toEqual(['line 2: DL3009: only we say: left']);
    expect(failing({ side: 'both' })).toEqual(['']);
    const difference = { id: 'DL3009-1' } as Declared;
    expect(failing({ difference })).toEqual(['']);
    expect(failing({ code: 'DL9999' })).toEqual(['']);
  });

  test('fail for a difference that holds although both speak', () => {
    expect(failing({ side: 'both', tooWide: ['DL3009-1'] })).toEqual([
      'line 2: hadolint DL3009: the difference DL3009-1 holds although both speak',
    ]);
  });
});

describe('the command line', () => {
  test('is read', () => {
    expect(readArguments(['--corpus', 'x', '--record'])).toMatchObject({ corpus: 'x', record: true, only: undefined });
    expect(readArguments(['--recrod'])).toBe('There is no option --recrod.');
    expect(readArguments(['--only'])).toBe('--only needs a value.');
    expect(readArguments(['--speed'])).toMatch(/about a corpus/);
  });
});

describe('noise', () => {
  test('is counted by file and by rule, without what comments hide', () => {
    const rule = keywordRule('RUN', { id: 'run', severity: 'error' });
    const cases = ['FROM a\n', 'FROM a\nRUN x\n', 'FROM a\nRUN x\nRUN y\n# docker-patterns ignore=run\nRUN z\n'];
    const noise = noiseOf(
      cases.map((text) => ({ name: '', path: '', text })),
      [rule, keywordRule('FROM', { id: 'from', profile: 'all' })],
    );
    expect(noise).toMatchObject({ files: 3, median: 1, p90: 2, max: 2 });
    expect(noise.rules).toEqual([{ rule: 'run', severity: 'error', findings: 3 }]);
  });
});
