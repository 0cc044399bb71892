import { describe, expect, it } from 'vitest';
import { parseTree } from '../../../server/src/engine/compose/tree/parse.js';
import { plainValue } from '../../../server/src/engine/compose/tree/scalar.js';
import type { ComposeNode, ComposeTree } from '../../../server/src/engine/compose/tree/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';

const parse = (text: string): ComposeTree => parseTree(new SourceText(text));

/** The value of a node as plain data. */
function data(node: ComposeNode | undefined): unknown {
  if (node === undefined) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(data);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, data(value)]));
}

const said = (text: string): readonly string[] =>
  parse(text).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);

describe('quotes at the end of a file', () => {
  it.each([
    ['a: "b\\"', ['yaml-syntax: "']],
    ['a: "b\\\\"', []],
    ["a: 'b''", ["yaml-syntax: '"]],
    ["a: 'b'''", []],
    ["a: ''", []],
    ["a: '''", ["yaml-syntax: '"]],
    ['a: "', ['yaml-syntax: "']],
  ])('%j: one that is escaped closes nothing', (text, problems) => {
    expect(said(text)).toEqual(problems);
  });
});

describe('values', () => {
  // As go.yaml.in/yaml/v4 answers through compose-go's loader.
  it.each([
    ['0755', 493],
    ['0o17', 15],
    ['1_000', 1000],
    ['yes', 'yes'],
    ['0b11', 3],
    ['0x1F', 31],
    ['1e3', 1000],
    ['.inf', Infinity],
    ['+1', 1],
    ['1.', 1],
    ['-0755', -493],
    ['089', 89],
    ['~', null],
    ['Null', null],
    ['12:30:45', '12:30:45'],
    ['0x_1', 1],
    ['TRUE', true],
    ['09.5', 9.5],
    ['1e', '1e'],
    ['.5', 0.5],
    ['0o8', '0o8'],
    ['99999999999999999999', 1e20],
    ['=', '='],
    ['-0x10', -16],
    ['0b102', '0b102'],
    ['1__0', 10],
    ['_1', '_1'],
    ['1.5e3_0', 1.5e30],
    ['0.1_5', 0.15],
    ['on', 'on'],
    ['12e03', 12000],
    ['-2E+05', -200000],
    ['+.5', 0.5],
    ['00', 0],
    ['0_7', 7],
    ['08', 8],
    ['0.0', 0],
  ])('%s', (text, value) => {
    expect(plainValue(text)).toBe(value);
  });

  it('tags of YAML decide, and unknown ones make a text', () => {
    const text = "a: !foo 3\nb: !!str 3\nc: !!int '3'\nd: !!int x\n";
    expect(data(parse(text).roots[0])).toEqual({ a: '3', b: '3', c: 3, d: 'x' });
    expect(said(text)).toEqual(['invalid-tag: x']);
  });
});

describe('structure', () => {
  it('keeps places and merge tags', () => {
    const text =
      'services: !override\n  web: &w\n    image: "x"   # c\n    ports: !reset\n      - 1\n  db: !reset null\n';
    const [root] = parse(text).roots;
    const services = root?.get('services');
    expect(services?.tag).toBe('override');
    const web = services?.kind === 'map' ? services.entry('web') : undefined;
    const ports = web?.value?.kind === 'map' ? web.value.entry('ports') : undefined;
    const at = (span: { start: number; end: number } | undefined): string => text.slice(span?.start, span?.end);
    expect([web?.value?.anchor, ports?.value?.tag, ports?.value?.kind]).toEqual(['w', 'reset', 'list']);
    expect(at(web?.value?.span)).toBe('image: "x"   # c\n    ports: !reset\n      - 1');
    expect(at(ports?.span)).toBe('ports: !reset\n      - 1');
    expect(at(ports?.value?.span)).toBe('- 1');
    expect(data(root)).toEqual({ services: { web: { image: 'x', ports: [1] }, db: null } });
  });

  it('follows aliases and merge keys; explicit keys win, then the first source', () => {
    const text =
      'a: &a {k: 1, j: 2}\nb: &b {k: 2, m: 3}\nl: &l [*a]\nc:\n  <<: [*b, *a]\n  j: 5\nd:\n  <<: *l\ne: {"<<": q}\n';
    const [root] = parse(text).roots;
    expect(said(text)).toEqual([]);
    expect(data(root)).toMatchObject({ c: { j: 5, k: 2, m: 3 }, d: { k: 1, j: 2 }, e: { '<<': 'q' } });
    const c = root?.get('c');
    const k = c?.kind === 'map' ? c.entry('k') : undefined;
    expect([k?.merged, k?.value?.sharedBy && text.slice(k.value.sharedBy.start, k.value.sharedBy.end)]).toEqual([
      true,
      '*b',
    ]);
    expect(c?.kind === 'map' ? [c.entry('j')?.merged, c.get('j')?.sharedBy] : 0).toEqual([false, undefined]);
  });

  it('reads every document; anchors reach into the next', () => {
    const { roots, problems } = parse('a: &x 1\n---\nb: *x\n');
    expect([roots.map(data), problems]).toEqual([[{ a: 1 }, { b: 1 }], []]);
  });

  it('skips a byte order mark and lines that end in CRLF', () => {
    const text = '\uFEFFa: b\r\nc: |\r\n  x\r\n  y\r\n';
    const [root] = parse(text).roots;
    expect(data(root)).toEqual({ a: 'b', c: 'x\ny\n' });
    const a = root?.entry('a');
    expect(text.slice(a?.keySpan.start, a?.span.end)).toBe('a: b');
  });
});

describe('problems', () => {
  it.each([
    ['a: 1\nb: 2\n"a": 3\n', ['duplicate-key: "a"']],
    ['x: &a {k: 1}\ny:\n  <<: *a\n  <<: {z: 1}\n', ['duplicate-key: <<']],
    ['1: a\n', ['non-string-key: 1']],
    ['a: {true: 1, 2.5: 1, yes: 2, "1": 3}\n', ['non-string-key: true', 'non-string-key: 2.5']],
    ['a: {? [x] : 1}\n', ['non-string-key: [x]']],
    ['a: {~: 1}\n', ['non-string-key: ~']],
    ['a: *x\nb: &x 1\n', ['unknown-alias: *x']],
    ['a: &x {b: *x}\n', ['alias-cycle: *x']],
    ['- 1\n', ['not-a-mapping: - 1']],
    ['hello\n', ['not-a-mapping: hello']],
    ['a: 1\n---\n', ['not-a-mapping: ']],
    ['', ['empty-file: ']],
    ['# c\n', ['empty-file: # c']],
    ['y:\n  <<: 3\n', ['invalid-merge: 3']],
    ['y:\n  <<:\n', ['invalid-merge: <<']],
    ['a:\n\tb: 1\n', ['yaml-syntax: \t']],
    ['a: b: c\n', ['yaml-syntax: b']],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('names both places of a key that is written twice', () => {
    expect(parse('a: 1\na: 2\n').problems[0]).toMatchObject({
      first: { start: 0, end: 1 },
      span: { start: 5, end: 6 },
    });
  });

  it('keeps the rest of a half-typed file', () => {
    const text = 'services:\n  web:\n    image: x\n    por\n    build: [a,\n  db:\n    image: "y\n    user: z\n';
    expect(data(parse(text).roots[0])).toMatchObject({
      services: { web: { image: 'x', por: null, build: ['a'] }, db: { image: 'y user: z' } },
    });
  });

  it('reads on behind what does not fit', () => {
    const text = 'services:\n  web:\n    image: ]\n    user: a\n  db:\n    image: x}\n    build: }\nvolumes:\n  v:\n';
    expect(data(parse(text).roots[0])).toEqual({
      services: { web: { image: null, user: 'a' }, db: { image: 'x}', build: null } },
      volumes: { v: null },
    });
    expect(said(text)).toEqual(['yaml-syntax: ]', 'yaml-syntax: }']);
  });
});

describe('size', () => {
  it('survives alias bombs, and says so', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const { problems } = parse(bomb.join('\n'));
    expect(problems.map(({ code }) => code)).toEqual(['too-many-values']);
  });

  it('survives any depth', () => {
    expect(parse('['.repeat(50_000)).problems.length).toBeGreaterThan(0);
    expect(parse(`a: ${'['.repeat(2000)}${']'.repeat(2000)}`).problems.map(({ code }) => code)).toEqual(['too-deep']);
  });

  // Looking at each again for each other would be 10 billion steps.
  it('is read in one go, however many keys, merge keys or blanks there are', () => {
    const keys = Array.from({ length: 150_000 }, (_, i) => `k${i}: v\n`);
    expect(parse(keys.join('')).roots[0]?.entries).toHaveLength(keys.length);
    const merges = Array.from({ length: 100_000 }, (_, i) => `s${i}: {<<: *x}\n`);
    expect(parse(`x: &x {a: 1}\n${merges.join('')}`).roots[0]?.entries).toHaveLength(merges.length + 1);
    expect(parse(`a: "${' '.repeat(10_000_000)}x\\n"`).problems).toEqual([]);
  });
});
