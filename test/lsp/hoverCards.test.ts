import type { MarkupContent } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { schemaAt } from '../../server/src/engine/compose/schema/at.js';
import { flagsOf, directiveNames, mountOptions, mountTypes } from '../../server/src/engine/dockerfile/syntax/tables.js';
import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import type { FactAnswer, Facts } from '../../server/src/engine/facts.js';
import { factsFrom, unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Language } from '../../server/src/engine/rule.js';
import type { Analysis } from '../../server/src/lsp/analysis.js';
import type { ClientSupport } from '../../server/src/lsp/client.js';
import { composeKeys, sentenceOf } from '../../server/src/lsp/help/composeKeys.js';
import * as help from '../../server/src/lsp/help/flags.js';
import { hoverAt } from '../../server/src/lsp/hover/hover.js';

const linter = new Linter([]);
const support = { hoverMarkdown: true, commands: new Set<string>() } as unknown as ClientSupport;

/** What a hover says at each `‸`, or at each place of a text without one; its words and its text. */
function hovers(language: Language, marked: string, facts: Facts = unknownFacts) {
  const offsets = marked.includes('‸')
    ? marked.split('‸').reduce<number[]>((found, part) => [...found, (found.at(-1) ?? 0) + part.length], [])
    : Array.from({ length: marked.length + 1 }, (_, index) => index);
  const text = marked.replaceAll('‸', '');
  const document = linter.open(language, text);
  const options = { config: defaultConfig([]), facts, date: '2026-11-01' };
  const report = linter.lint(document, options);
  const analysis = { document, report, facts } as unknown as Analysis;
  return offsets.slice(0, marked.includes('‸') ? -1 : undefined).map((offset) => {
    const hover = hoverAt(analysis, document.source.positionAt(offset), support);
    if (hover?.range === undefined) return undefined;
    const { start, end } = hover.range;
    const words = text.slice(document.source.offsetAt(start), document.source.offsetAt(end));
    return { words, says: (hover.contents as MarkupContent).value };
  });
}

function hover(language: Language, marked: string, facts?: Facts) {
  return hovers(language, marked, facts)[0];
}

const withEnv = (text: string): Facts =>
  factsFrom(new Map<string, FactAnswer>([['read:.env', { presence: 'present', text }]]));

describe('a hover in a Dockerfile', () => {
  it('on a flag says what counts without it and since when it is there', () => {
    expect(hover('dockerfile', 'FROM a\nCOPY --li‸nk . .\n')).toMatchObject({
      words: '--link',
      says: expect.stringMatching(/Without it: .*Since syntax 1\.4\./) as string,
    });
  });

  it('on an option of a mount speaks of that type, behind a continuation too', () => {
    const text = 'FROM a\nRUN --mount=type=secret,\\\n  id=k‸ey,required=t‸rue make\n';
    const [id, required] = hovers('dockerfile', text.replace(',\\\n  ', ','));
    expect(id?.says).toContain('of a secret mount');
    expect(id?.says).toContain('as `docker build --secret id=…` calls it');
    expect(id?.says).not.toContain('cache');
    expect(id?.says).toContain('the last part of the target');
    expect(required?.words).toBe('required=true');
  });

  it('on a trigger looks into the trigger', () => {
    expect(hover('dockerfile', 'FROM a\nONBUILD COPY --par‸ents . .\n')?.words).toBe('--parents');
  });

  it('on an image with variables names the image that they give', () => {
    const found = hover('dockerfile', 'ARG V=24\nFROM no‸de:${V}-slim\n');
    expect(found?.words).toBe('node:${V}-slim');
    expect(found?.says).toContain('`node:24-slim`: Debian');
    expect(found?.says).toContain('`node:24-alpine`');
    expect(found?.says).toContain('Gets fixes until');
  });

  it('on an image of a release that is over proposes no smaller one of that release', () => {
    const found = hover('dockerfile', 'FROM deb‸ian:10\n');
    expect(found?.says).toContain('No more fixes since');
    expect(found?.says).not.toContain('smaller');
  });

  it('on an image that it does not know says only that', () => {
    expect(hover('dockerfile', 'FROM example.com/a/b‸:1\n')?.says).toContain('Not in the table');
  });

  it('on the name of a stage says what it is and who uses it', () => {
    const text = 'FROM golang:1.26 AS bu‸ild\nFROM scratch\nCOPY --from=bu‸ild /a /a\nFROM bui‸ld\n';
    const said = hovers('dockerfile', text);
    for (const each of said) expect(each?.says).toContain('Used by COPY in line 3 and FROM in line 4.');
    expect(said.map((each) => each?.words)).toEqual(['build', 'build', 'build']);
  });

  it('on a stage that nobody uses says so', () => {
    expect(hover('dockerfile', 'FROM a AS te‸st\nFROM b\n')?.says).toContain('No other stage uses it');
  });

  it('on a variable gives its value at that place and where it comes from', () => {
    const text = 'FROM a\nENV A=1\nENV A=2 B=$‸A\nWORKDIR /$‸A\nRUN echo "${‸A}" \'$‸A\' $‸C\n';
    const [earlier, later, shell, quoted, unknown] = hovers('dockerfile', text);
    expect(earlier?.says).toContain('`A` = `1`');
    expect(later?.says).toContain('`A` = `2`');
    expect(later?.says).toContain('Set by ENV in line 3.');
    expect(shell).toMatchObject({ words: '${A}', says: later?.says });
    expect(quoted).toBeUndefined();
    expect(unknown).toBeUndefined();
  });

  it('on a build argument without a value says who gives it', () => {
    expect(hover('dockerfile', 'FROM a\nARG V\nUSER $‸V\n')?.says).toContain('empty unless `--build-arg`');
    const said = hovers(
      'dockerfile',
      'FROM --platform=$BUILD‸PLATFORM a\nARG TARGET‸OS\nRUN a $TARGET‸OS\nENV PATH=/b:$PA‸TH\n',
    );
    expect(said[0]?.says).toContain('the platform of the machine that builds');
    expect(said[1]?.says).toContain('the platform that the build is for');
    expect(said[2]?.says).toContain('the platform that the build is for');
    expect(said[3]?.says).toContain('that of the base image');
  });

  it('on a directive explains it', () => {
    expect(hover('dockerfile', '# esc‸ape=`\nFROM a\n')?.words).toBe('# escape=`');
  });

  it('in the shell text of a command, a comment and a blank says nothing', () => {
    expect(hovers('dockerfile', '# a com‸ment\nFROM a\nRUN ec‸ho hi‸\n')).toEqual([undefined, undefined, undefined]);
  });

  it.each(['ADD', 'COPY', 'FROM', 'HEALTHCHECK', 'RUN'])('knows every flag of %s', (keyword) => {
    expect(Object.keys(help.flags[keyword] ?? {}).sort()).toEqual([...flagsOf(keyword)].sort());
  });

  it('knows every mount, option and directive', () => {
    expect(Object.keys(help.mountTypes).sort()).toEqual([...mountTypes].sort());
    expect(Object.keys(help.mountOptions).sort()).toEqual([...mountOptions].sort());
    expect(Object.keys(help.directives).sort()).toEqual([...directiveNames].sort());
  });
});

describe('the links of a hover', () => {
  it('name the page of the guide before a heading of it', () => {
    expect(hover('dockerignore', 'a‸\n')?.says).toContain('Guide: .dockerignore: Rules of the file');
    expect(hover('dockerfile', 'FR‸OM a\n')?.says).toContain('[Guide: Multi-stage builds]');
  });

  it('never name a heading that all pages have', () => {
    const says = hover('dockerfile', 'FROM a AS b\nFROM c\nCOPY --fr‸om=b d e\n')?.says;
    expect(says).toContain('[Guide: Multi-stage builds]');
  });
});

describe('a hover in an ignore file', () => {
  it.each([
    [
      'node_mod‸ules\n',
      'keeps `node_modules` at the top (not in folders below) out of the build context; of a folder, all',
    ],
    ['/di‸st/\n', 'keeps `dist` at the top'],
    ['**/*.‸md\n', 'keeps whatever matches `*.md`, in whichever folder, out of the build context'],
    ['src/*.‸ts\n', 'keeps whatever matches `*.ts` in `src` out'],
    ['*‸\n', 'keeps everything out of the build context.'],
    ['a\n!REA‸DME.md\n', 'takes `README.md` at the top (not in folders below) back into the build context'],
    ['a‸\n!b\n', 'the last pattern that matches a file counts'],
    ['[‸\n', 'Docker stops the build'],
  ])('on %j says what it does', (text, says) => {
    expect(hover('dockerignore', text)?.says).toContain(says);
  });

  it('on a comment says nothing', () => {
    expect(hover('dockerignore', '# com‸ment\n')).toBeUndefined();
  });
});

describe('a hover in a Compose file', () => {
  const service = (lines: string): string => `services:\n  web:\n    image: nginx:1.29\n${lines}`;

  it('on a key says what the schema says, in flow style and behind an anchor too', () => {
    const text =
      'x-a: &a\n  restart: always\nservices:\n  web: {<<: *a, ima‸ge: nginx:1.29, deploy: {resources: {lim‸its: {}}}}\n';
    const [image, limits] = hovers('compose', text);
    expect(image).toMatchObject({ words: 'image', says: expect.stringContaining('services/#image') as string });
    expect(limits).toMatchObject({ words: 'limits', says: expect.stringContaining('deploy/#resources') as string });
  });

  it('on a key with few values lists them', () => {
    const found = hover(
      'compose',
      service('    depends_on:\n      db:\n        cond‸ition: service_healthy\n  db: {image: a}\n'),
    );
    expect(found?.says).toContain('`service_healthy`');
    expect(found?.says).toContain('Without it: `service_started`.');
  });

  it('on a name that somebody made up says nothing', () => {
    expect(hover('compose', service('    environment: {NA‸ME: x}\n'))).toBeUndefined();
    expect(hover('compose', 'x-mi‸ne: 1\nservices: {}\n')).toBeUndefined();
  });

  it('on the image of a service knows the image', () => {
    expect(hover('compose', 'services:\n  db:\n    image: "post‸gres:${V:-18}"\n')?.says).toContain(
      '`postgres:18`: Debian',
    );
  });

  it('on a service says what it is and who needs it, wherever it is named', () => {
    const text =
      'services:\n  web: {build: ., depends_on: {d‸b: {condition: service_started}}, links: [d‸b:x]}\n  d‸b: {image: postgres:18}\n';
    for (const found of hovers('compose', text)) {
      expect(found?.words).toBe('db');
      expect(found?.says).toContain('service from `postgres:18`');
      expect(found?.says).toContain('Needed by `web`.');
    }
  });

  it('on a volume or network says who uses it', () => {
    const text = service('    volumes: ["da‸ta:/d"]\nvolumes:\n  da‸ta: {external: true}\n  lone‸ly:\n');
    const [used, declared, unused] = hovers('compose', text);
    expect(used?.words).toBe('data');
    expect(used?.says).toBe(declared?.says);
    expect(used?.says).toContain('Made outside this project.');
    expect(unused?.says).toContain('No service of this file uses it.');
  });

  it('on a variable says what counts, with the value of .env', () => {
    const text = service('    ports: ["${PO‸RT:-80}:80"]\n    user: $‸UID\n    command: ${X:?gi‸ve it}\n');
    const [port, uid, stop] = hovers('compose', text, withEnv('PORT=8080\nUID="$PORT"\n'));
    expect(port?.says).toContain('`PORT` = `8080` in .env');
    expect(port?.says).toContain('If it is not set or empty: `80`.');
    expect(uid?.says).toContain('`UID` = `$PORT` in .env');
    expect(uid?.says).not.toContain('it is empty');
    expect(stop?.says).toContain('Compose stops and says `give it`');
  });

  it('never shows a secret of .env', () => {
    const found = hover(
      'compose',
      service('    environment: ["A=${DB_PASS‸WORD}"]\n'),
      withEnv('DB_PASSWORD=hunter2\n'),
    );
    expect(found?.says).toContain('DB_PASSWORD');
    expect(found?.says).not.toContain('hunter2');
  });

  it('adds only to keys that there are', () => {
    for (const name of Object.keys(composeKeys)) {
      const place = (any: string | number) => schemaAt(name.split('.').map((step) => (step === '*' ? any : step)));
      const inList = schemaAt(name.split('.').map((step, index) => (step !== '*' ? step : index === 1 ? 'x' : 0)));
      expect(place('x') ?? inList, name).toBeDefined();
    }
  });

  it('says something of every key, in a sentence', () => {
    const look = (path: readonly string[]): void => {
      for (const { key, description } of path.length > 6 ? [] : (schemaAt(path)?.keys ?? [])) {
        expect(sentenceOf([...path, key], description), [...path, key].join('.')).toMatch(/^[A-Z].*\.$/s);
        look([...path, key]);
      }
    };
    for (const section of ['services', 'networks', 'volumes', 'secrets', 'configs', 'models']) look([section, 'x']);
    look([]);
  });

  it('leaves nothing of a sentence of the schema to Markdown', () => {
    const found = hover('compose', 'services:\n  web:\n    build: {context: ., s‸sh: [default]}\n');
    expect(found?.says).toContain('default\\|\\<id\\>');
  });
});

describe('a hover anywhere', () => {
  const texts: readonly (readonly [Language, string])[] = [
    [
      'dockerfile',
      '# syntax=x\n\nARG A\r\nFROM ${A:-b} AS c\nRUN --mount=type=,from=c,x <<E\n$A ${\nE\nCOPY --from= "a\\\n# x\n b"\nONBUILD ONBUILD\nENV A\nFROM',
    ],
    [
      'compose',
      'a: [\nservices:\n  web: &a {image: ${X, <<: *a}\n  b: *a\n  c:\n   - ${A:-${B:-$C}}\n? [x]\n: y\n---\nservices: {d}\n',
    ],
    ['dockerignore', '!\n\\\n[\n**\n/\n!**/[a-\n'],
  ];
  it.each(texts)('in a broken %s never fails and is short', (language, text) => {
    for (const found of hovers(language, text)) {
      const [said = ''] = found?.says.split('\n\n[') ?? [];
      expect(said.split('\n').length).toBeLessThan(8);
      expect(said.length).toBeLessThan(500);
    }
  });
});
