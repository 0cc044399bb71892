import { describe, expect, test } from 'vitest';
import { globalDefaults, imageByDefault } from '../../../server/src/engine/dockerfile/stages/defaults.js';
import { misplacedLinks, pathBetween } from '../../../server/src/engine/dockerfile/stages/order.js';
import { unknownSources } from '../../../server/src/engine/dockerfile/stages/unknownSource.js';
import { open } from '../model/parse.js';

const links = (...lines: readonly string[]): readonly string[] =>
  misplacedLinks(open(...lines)).map(
    ({ link, stage, source, circular }) => `${stage.index}→${source.index} ${link.text}${circular ? ' circular' : ''}`,
  );

describe('stages that are not finished when they are needed', () => {
  test('by name, by number, through mounts and bases', () => {
    expect(links('FROM x AS a', 'COPY --from=b / /', 'FROM x AS b')).toEqual(['0→1 b']);
    expect(links('FROM x AS a', 'COPY --from=1 / /', 'FROM a AS b')).toEqual(['0→1 1 circular']);
    expect(links('FROM x AS a', 'RUN --mount=from=B y', 'FROM x AS b', 'COPY --from=a / /')).toEqual([
      '0→1 B circular',
    ]);
    expect(links('FROM x AS a', 'COPY --from=a / /')).toEqual(['0→0 a circular']);
    expect(links('FROM x AS a', 'FROM a AS b', 'COPY --from=a / /', 'COPY --from=0 / /')).toEqual([]);
    expect(links('FROM x AS a', 'ONBUILD COPY --from=b / /', 'FROM x AS b')).toEqual([]);
  });

  test('only those on the ring are circular', () => {
    const found = links('FROM x AS a', 'COPY --from=c / /', 'FROM x AS b', 'COPY --from=c / /', 'FROM a AS c');
    expect(found).toEqual(['0→2 c circular', '1→2 c']);
  });

  test('a thousand of them take no recursion', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => [
      `FROM x AS s${i}`,
      `COPY --from=s${(i + 1) % 3000} / /`,
    ]).flat();
    const doc = open(...lines);
    expect(misplacedLinks(doc).filter(({ circular }) => circular)).toHaveLength(2999);
    const [first, last] = [doc.stages[0], doc.stages[2999]];
    expect(first && last && pathBetween(first, last)).toHaveLength(3000);
  });
});

test('global arguments as a build without any sees them', () => {
  const doc = open('ARG A=1', 'ARG B=$A-$C D', 'ARG A=2 E=${D:-x}', 'FROM a:$B$E', 'FROM $D', 'FROM x');
  const { values, declarations } = globalDefaults(doc);
  expect(['A', 'B', 'D', 'E'].map((name) => values.get(name))).toEqual(['2', '1-', undefined, 'x']);
  expect([...declarations.keys()]).toEqual(['A', 'B', 'D', 'E']);
  expect(doc.stages.map((stage) => imageByDefault(doc, stage))).toEqual(['a:1-x', '', undefined]);
});

test.each([
  ['7', 'number'],
  ['+7', 'number'],
  ['$A', 'variable'],
  ['Foo', 'invalid'],
  ['biuld', 'misspelt'],
  ['builder', 'misspelt'],
  ['templates', undefined],
  ['busybox', undefined],
  ['team/build', undefined],
  ['biuld:1', undefined],
  ['BUILD', undefined],
])('COPY --from=%s: %s', (name, kind) => {
  const doc = open('FROM x AS build', 'FROM y', `COPY --from=${name} /a /b`);
  expect(unknownSources(doc).map((unknown) => unknown.kind)).toEqual(kind === undefined ? [] : [kind]);
});
