import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../server/src/engine/dockerfile/context/folders.js';
import { ignoreFileOf } from '../../../server/src/engine/dockerfile/context/ignoreFile.js';
import { missingSources, sourceFacts } from '../../../server/src/engine/dockerfile/context/missing.js';
import { contextSources } from '../../../server/src/engine/dockerfile/context/sources.js';
import { secretFacts } from '../../../server/src/engine/dockerfile/context/secrets.js';
import { parseDockerfile } from '../../../server/src/engine/dockerfile/document.js';
import type { DockerfileDocument } from '../../../server/src/engine/dockerfile/model/types.js';
import type { FactQuery, Facts } from '../../../server/src/engine/facts.js';
import { gitIgnores, parseGitignore } from '../../../server/src/engine/gitignore/gitignore.js';
import { SourceText } from '../../../server/src/engine/text/source.js';
import { factsOf } from '../../../server/tools/generate/facts.js';

const parse = (text: string, path?: string): DockerfileDocument => parseDockerfile(new SourceText(text), path);

function known(doc: DockerfileDocument, files: readonly string[] | Readonly<Record<string, string>>): Facts {
  const entries = Array.isArray(files) ? files.map((name: string) => [name, ''] as const) : Object.entries(files);
  const path = doc.path ?? 'Dockerfile';
  return factsOf(new Map([...entries, [path, '']]), path, (facts) => sourceFacts(doc, facts));
}

describe('sources', () => {
  const pathsOf = (text: string): readonly string[] => contextSources(parse(text)).map(({ path }) => path);

  test.each([
    ['COPY a ./b/../c /d/ /x/', ['a', 'c', 'd']],
    ['COPY . /x', ['']],
    ['COPY / ./ ../.. /x', ['', '', '']],
    ['COPY ["a b", "c", "/x/"]', ['a b', 'c']],
    ['COPY --from=x a /x', []],
    ['COPY <<EOF b /x/\na\nEOF', ['b']],
    ['ADD https://example.com/a git@github.com:a/b.git ssh://x/y c /x/', ['c']],
    ['RUN --mount=target=/x --mount=type=bind,src=a,target=/a --mount=type=cache,source=b,target=/b true', ['', 'a']],
    ['RUN --mount=type=bind,from=x,source=a,target=/a true', []],
    ['ONBUILD COPY a /x', ['a']],
    ['COPY a', []],
    ['COPY', []],
  ])('%s', (line, paths) => {
    expect(pathsOf(`FROM alpine\n${line}\n`)).toEqual(paths);
  });

  test('what only the build knows is not certain', () => {
    const text = 'FROM alpine\nARG A=a\nENV B=b C=$UNKNOWN\nCOPY $A $B ${X} x$C "q" /x/\n';
    expect(contextSources(parse(text)).map(({ path, known: all, certain }) => [path, all, certain])).toEqual([
      ['a', true, false],
      ['b', true, true],
      ['${X}', false, false],
      ['x$C', false, false],
      ['q', true, true],
    ]);
  });
});

describe('the folder of the context', () => {
  const from = (copies: string, path: string, files: readonly string[]): string | undefined => {
    const doc = parse(`FROM alpine\n${copies}\n`, path);
    return contextOf(doc, known(doc, files))?.folder;
  };

  test.each([
    ['COPY a b /x/', 'Dockerfile', ['a', 'b'], ''],
    ['COPY a b /x/', 'app/Dockerfile', ['app/a', 'app/b', 'a'], ''],
    ['COPY a b /x/', 'docker/Dockerfile', ['a', 'b'], '../'],
    ['COPY a docker/b /x/', 'docker/prod/Dockerfile', ['a', 'docker/b'], '../../'],
    ['COPY a b /x/', 'app/Dockerfile', ['app/a', 'b'], undefined],
    ['COPY a b /x/', 'app/Dockerfile', [], undefined],
    ['COPY . /x/', 'app/Dockerfile', ['app/a'], ''],
    ['COPY . /x/', 'docker/Dockerfile', ['a'], undefined],
    ['COPY . /x/', 'build/docker/Dockerfile', ['a'], undefined],
    ['COPY . a /x/', 'docker/Dockerfile', ['docker/a'], ''],
    ['COPY *.js /x/', 'docker/Dockerfile', ['a.js'], '../'],
  ])('%s in %s with %j: %j', (copies, path, files, folder) => {
    expect(from(copies, path, files)).toBe(folder);
  });

  test('a text without a place, or without facts, has none', () => {
    const doc = parse('FROM alpine\nCOPY a /x/\n', 'Dockerfile');
    expect(
      contextOf(
        doc,
        factsOf(undefined, 'Dockerfile', () => []),
      ),
    ).toBeUndefined();
    const nowhere = parse('FROM alpine\nCOPY . /x/\n');
    expect(contextOf(nowhere, known(nowhere, ['a']))).toBeUndefined();
  });
});

test('the ignore file beside the Dockerfile counts before that of the context', () => {
  const doc = parse('FROM alpine\nCOPY a b /x/\n', 'docker/Dockerfile');
  const path = (files: readonly string[]): string | undefined =>
    ignoreFileOf(doc, known(doc, ['a', 'b', ...files]))?.path;
  expect(path([])).toBe('../.dockerignore');
  expect(path(['.dockerignore', 'docker/.dockerignore'])).toBe('../.dockerignore');
  expect(path(['.dockerignore', 'docker/Dockerfile.dockerignore'])).toBe('Dockerfile.dockerignore');
});

describe('what is asked', () => {
  test('nothing for a Dockerfile that takes nothing', () => {
    const doc = parse('FROM alpine\nCOPY --from=a b c\nRUN true\n', 'a/Dockerfile');
    expect([...sourceFacts(doc, known(doc, [])), ...secretFacts(doc, known(doc, []))]).toEqual([]);
  });

  test('is bounded, whatever is copied', () => {
    const many = Array.from({ length: 2000 }, (_, i) => `COPY a${i}/b/c/d${i} /x/\n`).join('');
    const doc = parse(`FROM alpine\n${many}`, 'a/b/c/d/e/f/g/Dockerfile');
    const questions = new Set<string>();
    factsOf(new Map([['a/b/c/d/e/f/g/a1/b/x', '']]), 'a/b/c/d/e/f/g/Dockerfile', (facts) => {
      const asked: readonly FactQuery[] = [...sourceFacts(doc, facts), ...secretFacts(doc, facts)];
      for (const { kind, path } of asked) questions.add(`${kind} ${path}`);
      return asked;
    });
    expect(questions.size).toBeLessThan(3000);
  });

  test('leads nowhere but up to the root and down from the context', () => {
    const doc = parse('FROM alpine\nCOPY ../../../../etc/x ~/y /z w /x/\n', 'a/Dockerfile');
    factsOf(new Map([['a/w', '']]), 'a/Dockerfile', (facts) => {
      const asked = sourceFacts(doc, facts);
      expect(asked.filter(({ path }) => path.startsWith('/') || path.includes('../..'))).toEqual([]);
      return asked;
    });
  });
});

describe('properties', () => {
  const name = fc.constantFrom('a', 'b', 'src', 'package.json', 'app.py', 'README.md', 'dist');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  test('nothing that exists is missing', () => {
    fc.assert(
      fc.property(
        fc.array(path, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('Dockerfile', 'x/Dockerfile'),
        (all, place) => {
          // A name is a file or a folder.
          const files = all.filter((one) => !all.some((other) => other.startsWith(`${one}/`)));
          const folder = place.slice(0, place.lastIndexOf('/') + 1);
          const doc = parse(`FROM alpine\n${files.map((file) => `COPY ${file} /x/\n`).join('')}`, place);
          expect([
            ...missingSources(
              doc,
              known(
                doc,
                files.map((file) => folder + file),
              ),
            ),
          ]).toEqual([]);
        },
      ),
    );
  });

  test('any text and any files are answered', () => {
    const word = fc.oneof(
      path,
      fc.constantFrom('.', '/', '..', '../a', '*', 'a*', '[', '\\', '~', '$X', '"a', '<<E'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 4 }),
        fc.array(path, { maxLength: 5 }),
        (lines, files) => {
          const doc = parse(
            `FROM alpine\n${lines.map((words) => `COPY ${words.join(' ')}\n`).join('')}`,
            'x/Dockerfile',
          );
          const kept = files.filter((one) => !files.some((other) => other.startsWith(`${one}/`)));
          for (const { source } of missingSources(doc, known(doc, kept))) {
            expect(source.span.end).toBeLessThanOrEqual(doc.source.text.length);
          }
        },
      ),
    );
  });
});

/** As `git check-ignore --no-index` answers. */
test.each([
  ['dist', ['dist', 'a/dist', 'a/dist/b'], ['dists']],
  ['/dist', ['dist', 'dist/a'], ['a/dist']],
  ['dist/', ['dist', 'a/dist/b'], []],
  ['a/b', ['a/b', 'a/b/c'], ['x/a/b']],
  ['**/b', ['b', 'a/b'], []],
  ['a/**/b', ['a/b', 'a/x/y/b'], ['b']],
  ['a**b', ['ab', 'axb'], ['a/b', 'ax/b']],
  ['*.log\n!keep.log', ['a.log', 'b/c.log'], ['keep.log', 'b/keep.log']],
  ['d\n!d/keep', ['d/keep'], []],
  ['d/*\n!d/keep', ['d/x'], ['d/keep']],
  ['[!a]x', ['bx'], ['ax', '/x']],
  ['# a\n\\#b', ['#b'], ['# a', 'a']],
  ['a \nb\\ ', ['a', 'b '], ['b']],
  ['\uFEFFa\r\nb\r\n', ['a', 'b'], []],
])('.gitignore %j', (text, ignored, kept) => {
  const files = [parseGitignore(text, '')];
  for (const path of ignored) expect([path, gitIgnores(files, path)]).toEqual([path, true]);
  for (const path of kept) expect([path, gitIgnores(files, path)]).toEqual([path, false]);
});

test('a deeper .gitignore decides, but not below a folder that is ignored', () => {
  const files = [
    parseGitignore('*.txt\nout\n', ''),
    parseGitignore('!keep.txt\n', 'a/'),
    parseGitignore('!x\n', 'out/'),
  ];
  expect(['a/keep.txt', 'a/b.txt', 'keep.txt', 'out/x'].map((path) => gitIgnores(files, path))).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
