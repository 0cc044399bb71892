import { describe, expect, test } from 'vitest';
import { stageChain } from '../../../server/src/engine/dockerfile/stages/chain.js';
import { nth, open } from './parse.js';

describe('stages', () => {
  test('know their alias, platform, instructions and place', () => {
    const doc = open(
      'ARG A',
      '# c',
      'FROM --platform=linux/amd64 node:20 AS Build',
      'RUN a',
      '',
      'from build',
      'run b',
    );
    const [first, last] = doc.stages;
    expect(doc.preamble).toEqual([nth(doc, 'ARG')]);
    expect(first).toMatchObject({ index: 0, name: 'build', isFinal: false });
    expect(first?.alias?.text).toBe('Build');
    expect(first?.platform?.value?.text).toBe('linux/amd64');
    expect(doc.source.slice(first!.span)).toBe('FROM --platform=linux/amd64 node:20 AS Build\nRUN a');
    expect(doc.finalStage).toBe(last);
    expect(last).toMatchObject({ name: undefined, isFinal: true, parent: first });
    expect(last?.baseImage?.text).toBe('node:20');
    expect(stageChain(last!)).toEqual([last, first]);
  });

  test('a file without FROM has none, and everything is preamble', () => {
    const doc = open('RUN a', 'ARG B');
    expect(doc.stages).toEqual([]);
    expect(doc.finalStage).toBeUndefined();
    expect(doc.preamble).toHaveLength(2);
    expect(doc.stageOf(nth(doc, 'RUN'))).toBeUndefined();
    expect(doc.scopeAt(nth(doc, 'RUN')).get('B')).toBeUndefined();
    expect(doc.shellAt(nth(doc, 'RUN')).name).toBe('sh');
  });

  test('an unfinished FROM is a stage on something unknown', () => {
    const doc = open('FROM', 'FROM node AS', 'FROM node AS x extra');
    expect(doc.stages.map(({ base }) => base.kind)).toEqual(['unknown', 'image', 'image']);
    expect(doc.stages.map(({ name }) => name)).toEqual([undefined, undefined, 'x']);
  });

  test('FROM names an earlier stage, never itself or a later one', () => {
    const doc = open('FROM node AS node', 'FROM later', 'FROM node AS later');
    expect(doc.stages.map(({ base }) => base.kind)).toEqual(['image', 'image', 'stage']);
  });

  test('a stage name may come from a global ARG', () => {
    const doc = open('ARG KIND=prod', 'FROM node AS base-prod', 'FROM base-${KIND}');
    expect(doc.stages[1]!.parent).toBe(doc.stages[0]);
  });

  test('a trigger belongs to the stage of its ONBUILD and is listed behind it', () => {
    const doc = open('FROM a', 'ONBUILD RUN x', 'FROM b');
    expect(doc.instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'ONBUILD', 'RUN', 'FROM']);
    expect(doc.stageOf(nth(doc, 'RUN'))).toBe(doc.stages[0]);
    expect(doc.stages[0]!.instructions).toHaveLength(2);
  });
});

describe('links', () => {
  const doc = open(
    'FROM node AS a',
    'FROM node AS b',
    'FROM scratch',
    'COPY --from=A /x /y',
    'COPY --from=1 /x /y',
    'COPY --from=9 /x /y',
    'COPY --from=nginx:1.27 /x /y',
    'COPY --from=$A /x /y',
    'RUN --mount=type=bind,from=b,target=/x --mount=type=cache,target=/y z',
    'RUN --mount=from=0,target=/x z',
  );

  test('COPY takes a stage by name or number, or an image', () => {
    const sources = doc.finalStage!.links.slice(0, 5).map(({ source }) => source);
    expect(sources.map(({ kind }) => kind)).toEqual(['stage', 'stage', 'unknown', 'image', 'unknown']);
    expect(sources[0]).toEqual({ kind: 'stage', stage: doc.stages[0] });
    expect(sources[1]).toEqual({ kind: 'stage', stage: doc.stages[1] });
    expect(sources[3]).toMatchObject({ image: { familiar: 'nginx', tag: '1.27' } });
  });

  test('a mount takes a stage by name only', () => {
    const links = doc.finalStage!.links.slice(5);
    expect(links.map(({ text, source }) => [text, source.kind])).toEqual([
      ['b', 'stage'],
      ['0', 'image'],
    ]);
    expect(links.map(({ span }) => doc.source.slice(span))).toEqual(['b', '0']);
  });

  test('of two stages with one name, FROM takes the one above and COPY the last', () => {
    const twice = open('FROM a AS x', 'FROM x', 'COPY --from=x / /', 'FROM b AS x');
    expect(twice.stages[1]!.parent).toBe(twice.stages[0]);
    expect(twice.stages[1]!.links[0]!.source).toEqual({ kind: 'stage', stage: twice.stages[2] });
  });
});

describe('reachability', () => {
  test('goes through bases, COPY and mounts, and leaves the rest', () => {
    const doc = open(
      'FROM node AS base',
      'FROM base AS build',
      'FROM node AS lib',
      'FROM node AS unused',
      'COPY --from=build / /',
      'FROM scratch',
      'COPY --from=build / /',
      'RUN --mount=from=lib,target=/x y',
    );
    expect(doc.stages.map(({ reachable }) => reachable)).toEqual([true, true, true, false, true]);
  });

  test('a trigger is needed by the stage built from it, not by its own', () => {
    const doc = open('FROM a AS x', 'FROM b AS y', 'ONBUILD COPY --from=x / /', 'FROM y');
    expect(doc.stages[0]!.reachable).toBe(true);
    const alone = open('FROM a AS x', 'FROM b', 'ONBUILD COPY --from=x / /');
    expect(alone.stages[0]!.reachable).toBe(false);
  });

  test('a stage that copies from itself or in a circle ends', () => {
    const doc = open('FROM a AS x', 'COPY --from=y / /', 'FROM b AS y', 'COPY --from=x / /', 'COPY --from=y / /');
    expect(doc.stages.map(({ reachable }) => reachable)).toEqual([true, true]);
  });
});

describe('what is in force', () => {
  test('USER and WORKDIR of the stage and of its parents', () => {
    const doc = open(
      'FROM node AS a',
      'WORKDIR rel',
      'WORKDIR /srv/',
      'WORKDIR app/../web',
      'USER node',
      'FROM a',
      'ENV D=x',
      'WORKDIR $D',
      'RUN y',
      'USER root',
      'FROM node',
      'RUN z',
    );
    expect(doc.workdirAt(nth(doc, 'WORKDIR', 1))).toBeUndefined();
    expect(doc.workdirAt(nth(doc, 'USER'))).toBe('/srv/web');
    expect(doc.workdirAt(nth(doc, 'RUN'))).toBe('/srv/web/x');
    expect(doc.userAt(nth(doc, 'USER'))).toBeUndefined();
    expect(doc.userAt(nth(doc, 'RUN'))).toBe(nth(doc, 'USER'));
    expect(doc.stages.map(({ user }) => user?.body.text)).toEqual(['node', 'root', undefined]);
    expect(doc.userAt(nth(doc, 'RUN', 1))).toBeUndefined();
    expect(doc.workdirAt(nth(doc, 'RUN', 1))).toBeUndefined();
  });

  test('WORKDIR starts at / in scratch and is unknown behind an unknown variable', () => {
    const doc = open('FROM scratch', 'WORKDIR a', 'WORKDIR $X', 'WORKDIR b', 'RUN x');
    expect(doc.workdirAt(nth(doc, 'WORKDIR', 1))).toBe('/a');
    expect(doc.workdirAt(nth(doc, 'RUN'))).toBeUndefined();
  });

  test('WORKDIR on Windows loses its drive', () => {
    const doc = open(
      '# escape=`',
      'FROM mcr.microsoft.com/windows/nanoserver:ltsc2022',
      'WORKDIR C:\\app',
      'WORKDIR sub/x',
      'RUN y',
    );
    expect(doc.workdirAt(nth(doc, 'RUN'))).toBe('\\app\\sub\\x');
  });

  test('ENTRYPOINT takes away the CMD of the parent, not that of its own stage', () => {
    const doc = open(
      'FROM node AS a',
      'CMD ["a"]',
      'FROM a AS b',
      'ENTRYPOINT ["b"]',
      'FROM a AS c',
      'CMD ["c"]',
      'ENTRYPOINT ["c"]',
      'FROM a AS d',
      'HEALTHCHECK NONE',
      'FROM b',
    );
    expect(doc.stages.map(({ cmd }) => cmd?.body.text)).toEqual(['["a"]', undefined, '["c"]', '["a"]', undefined]);
    expect(doc.stages.map(({ entrypoint }) => entrypoint?.body.text)).toEqual([
      undefined,
      '["b"]',
      '["c"]',
      undefined,
      '["b"]',
    ]);
    expect(doc.stages[3]!.healthcheck).toBe(nth(doc, 'HEALTHCHECK'));
  });

  test('triggers of a parent run first in the stage built from it, and no further', () => {
    const doc = open('FROM a AS x', 'ONBUILD USER app', 'FROM x AS y', 'RUN b', 'FROM y', 'USER root');
    expect(doc.stages[0]!.user).toBeUndefined();
    expect(doc.userAt(nth(doc, 'RUN'))).toBe(nth(doc, 'USER', 0));
    expect(doc.stages[2]!.user).toBe(nth(doc, 'USER', 1));
  });
});

describe('SHELL', () => {
  test.each([
    ['SHELL ["/bin/bash", "-o", "pipefail", "-c"]', 'bash', true],
    ['SHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]', 'bash', true],
    ['SHELL ["C:\\\\x\\\\PowerShell.exe", "-Command"]', 'powershell', false],
    ['SHELL ["pwsh", "-c"]', 'pwsh', false],
    ['SHELL ["python3", "-c"]', 'python3', false],
    ['SHELL bash -c', '', false],
  ])('%s', (line, name, posix) => {
    const doc = open('FROM node', 'RUN a', line, 'RUN b');
    expect(doc.shellAt(nth(doc, 'RUN', 1))).toMatchObject({ name, posix, instruction: nth(doc, 'SHELL') });
  });

  test('stays in stages built from it and is the default elsewhere', () => {
    const doc = open('FROM node AS a', 'RUN a', 'SHELL ["bash", "-c"]', 'FROM a', 'RUN b', 'FROM node', 'RUN c');
    expect(doc.byKeyword('RUN').map((run) => doc.shellAt(run).name)).toEqual(['sh', 'bash', 'sh']);
    expect(doc.shellAt(nth(doc, 'RUN')).words).toEqual(['/bin/sh', '-c']);
  });
});
