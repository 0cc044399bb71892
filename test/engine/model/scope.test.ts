import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMap, entriesOf, getIn, setIn } from '../../../server/src/engine/dockerfile/model/persistent.js';
import type { PersistentMap } from '../../../server/src/engine/dockerfile/model/persistent.js';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../../server/src/engine/dockerfile/syntax/types.js';
import { nth, open } from './parse.js';

function values(doc: DockerfileDocument, instruction: Instruction): Record<string, string | undefined> {
  const own = [...doc.scopeAt(instruction).all.values()].filter(({ kind }) => kind !== 'predefined');
  return Object.fromEntries(own.map(({ name, value }) => [name, value]));
}

describe('ARG', () => {
  test('a global ARG is seen by every FROM and by no stage that does not declare it again', () => {
    const doc = open('ARG V=20', 'FROM node:$V', 'RUN a', 'ARG V', 'RUN b', 'FROM node:$V-slim', 'RUN c');
    expect(doc.stages.map(({ baseImage }) => baseImage?.tag)).toEqual(['20', '20-slim']);
    expect(values(doc, nth(doc, 'RUN', 0))).toEqual({});
    expect(values(doc, nth(doc, 'RUN', 1))).toEqual({ V: '20' });
    expect(values(doc, nth(doc, 'RUN', 2))).toEqual({});
    expect(doc.scopeAt(nth(doc, 'FROM', 1)).get('V')).toMatchObject({ kind: 'global-arg', value: '20' });
    expect(doc.scopeAt(nth(doc, 'RUN', 1)).get('V')).toMatchObject({ kind: 'arg', declaration: nth(doc, 'ARG', 1) });
  });

  test('pairs of one ARG see those before them', () => {
    const doc = open('FROM scratch', 'ARG A=1 B=$A-2', 'RUN x');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ A: '1', B: '1-2' });
  });

  test('without a default it is known by name only', () => {
    const doc = open('ARG TAG', 'FROM node:$TAG', 'ARG X', 'USER ${X:-app}', 'USER $X');
    expect(doc.stages[0]!.base).toEqual({ kind: 'unknown', text: 'node:$TAG' });
    expect(doc.scopeAt(nth(doc, 'USER')).get('X')).toMatchObject({ value: undefined, optional: true });
    expect(doc.expand(nth(doc, 'USER').words[0]!, nth(doc, 'USER'))).toEqual({
      value: 'app',
      known: true,
      unknown: [],
    });
    expect(doc.expand(nth(doc, 'USER', 1).words[0]!, nth(doc, 'USER', 1)).unknown).toEqual(['X']);
  });

  test('a second ARG without a value keeps the first', () => {
    const doc = open('ARG V=1', 'ARG V', 'FROM a:$V', 'ENV E=2', 'ARG E', 'RUN x');
    expect(doc.stages[0]!.baseImage?.tag).toBe('1');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ E: '2' });
  });

  test('the platform arguments are there for FROM, and in a stage once declared', () => {
    const doc = open('FROM --platform=$BUILDPLATFORM a', 'RUN x', 'ARG TARGETARCH', 'ARG TARGETOS=linux', 'RUN y');
    expect(doc.scopeAt(nth(doc, 'FROM')).get('TARGETARCH')).toMatchObject({ kind: 'predefined', value: undefined });
    expect(doc.scopeAt(nth(doc, 'RUN')).get('TARGETARCH')).toBeUndefined();
    expect(doc.scopeAt(nth(doc, 'RUN', 1)).get('TARGETARCH')).toMatchObject({ kind: 'arg', optional: false });
    expect(doc.scopeAt(nth(doc, 'RUN', 1)).get('TARGETOS')).toMatchObject({ value: 'linux' });
    expect(doc.scopeAt(nth(doc, 'RUN')).get('http_proxy')).toMatchObject({ kind: 'predefined' });
  });

  test('the default follows the escape directive, in lower case and CRLF', () => {
    const doc = open('# escape=`\r', 'arg V=`$x\r', 'from a\r', 'arg V\r', 'run b\r');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ V: '$x' });
  });
});

describe('ENV', () => {
  test('its pairs see what stood before the instruction', () => {
    const doc = open('FROM scratch', 'ENV A=1', 'ENV A=2 B=$A', 'RUN x');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ A: '2', B: '1' });
  });

  test('overrides an ARG above it; names can hold variables', () => {
    const doc = open('FROM scratch', 'ARG V=1', 'ENV V=2 X_$V=3', 'ENV old style $V', 'RUN x');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ V: '2', X_1: '3', old: 'style 2' });
  });

  test('a value from the base image is not known', () => {
    const doc = open('FROM node:20', 'ENV PATH=/x:$PATH HOME2=$HOME', 'RUN x');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ PATH: undefined, HOME2: undefined });
  });

  test('variables that double themselves stay small', () => {
    const doc = open('FROM scratch', 'ENV A=xxxxxxxxxx', ...Array.from({ length: 200 }, () => 'ENV A=$A$A'), 'RUN x');
    expect(doc.scopeAt(nth(doc, 'RUN')).get('A')?.value).toBeUndefined();
  });
});

describe('stages and triggers', () => {
  test('a stage takes ENV and ARG over from its parent stage, as it is at its end', () => {
    const doc = open('FROM node AS a', 'ARG V=1', 'FROM A', 'RUN x', 'FROM node', 'RUN y');
    expect(values(doc, nth(doc, 'RUN'))).toEqual({ V: '1' });
    expect(values(doc, nth(doc, 'RUN', 1))).toEqual({});
  });

  test('a trigger counts for later triggers and for stages of the file, not for its own stage', () => {
    const doc = open('FROM node AS a', 'ONBUILD ARG T=1', 'ONBUILD RUN $T', 'RUN own', 'FROM a', 'RUN child');
    expect(values(doc, nth(doc, 'RUN', 0))).toEqual({ T: '1' });
    expect(values(doc, nth(doc, 'RUN', 1))).toEqual({});
    expect(values(doc, nth(doc, 'RUN', 2))).toEqual({ T: '1' });
  });

  test('expands the strings of a JSON array without their JSON escapes', () => {
    const doc = open('# escape=`', 'FROM scratch', 'ENV V=x', 'COPY ["a", "C:\\\\$V"]');
    const copy = nth(doc, 'COPY');
    expect(doc.expand(copy.words[1]!, copy).value).toBe('C:\\x');
  });

  test('the name behind a heredoc or in single quotes is no variable', () => {
    const doc = open('FROM scratch', 'ENV V=x', 'LABEL a=\'$V\' b="$V"');
    const label = nth(doc, 'LABEL');
    expect(label.pairs.map(({ value }) => doc.expand(value!, label).value)).toEqual(['$V', 'x']);
  });
});

describe('persistent map', () => {
  test('behaves like a map, and earlier versions stay as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat())), (pairs) => {
        const versions: { map: PersistentMap<number>; plain: Map<string, number> }[] = [
          { map: emptyMap, plain: new Map() },
        ];
        for (const [name, value] of pairs) {
          const { map, plain } = versions.at(-1)!;
          versions.push({ map: setIn(map, name, value), plain: new Map(plain).set(name, value) });
        }
        for (const { map, plain } of versions) {
          expect(new Map(entriesOf(map))).toEqual(plain);
          for (const [name] of pairs) expect(getIn(map, name)).toBe(plain.get(name));
        }
      }),
      { numRuns: 100 },
    );
  });
});
