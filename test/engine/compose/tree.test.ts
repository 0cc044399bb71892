import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { parseTree } from '../../../server/src/engine/compose/tree/parse.js';
import { plainValue } from '../../../server/src/engine/compose/tree/scalar.js';
import type { ComposeNode, ComposeTree, ScalarNode } from '../../../server/src/engine/compose/tree/types.js';
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

function* scalars(node: ComposeNode | undefined): Generator<ScalarNode> {
  if (node?.kind === 'scalar') yield node;
  else if (node?.kind === 'list') for (const item of node.items) yield* scalars(item);
  else for (const { value } of node?.entries ?? []) yield* scalars(value);
}

const only = (text: string): ScalarNode => {
  const [scalar] = scalars(parse(text).roots[0]);
  if (scalar === undefined) throw new Error('no scalar');
  return scalar;
};

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

describe('content of scalars', () => {
  it.each([
    ['a: x y\n', 'x y'],
    ['a: x\n   y\n\n  z #c\n', 'x y\nz'],
    ["a: 'it''s'\n", "it's"],
    ["a: 'one\n  two\n\n  it''s'\n", "one two\nit's"],
    ['a: "x\\ty\\u00e9\\\n   z  \n  w"\n', 'x\tyézz w'.replace('zz', 'z')],
    ['a: |\n  x\n    y\n\n  z\n', 'x\n  y\n\nz\n'],
    ['a: |2-\n   x\n  y\n', ' x\ny'],
    ['a: >\n  x\n  y\n\n    z\n  w\n', 'x y\n\n  z\nw\n'],
    ['a: >+\n  x\n\n', 'x\n\n'],
    ['a: |+\n\n\nb: 1\n', '\n\n'],
  ])('%j', (text, content) => {
    expect(only(text).text.text).toBe(content);
  });

  it('maps characters to where they stand', () => {
    const text = 'a: >\n  x $A\n  y\n';
    const scalar = only(text);
    expect(scalar.interpolated).toBe(true);
    const { start, end } = scalar.text.span(scalar.text.text.indexOf('$A'), scalar.text.text.indexOf('y') + 1);
    expect(text.slice(start, end)).toBe('$A\n  y');
  });

  it('is what the yaml package says, at places that hold it', () => {
    const piece = fc.constantFrom(
      'x',
      ' ',
      '  ',
      '\n  ',
      '\n   ',
      '\n\n  ',
      '\\n',
      '\\"',
      "''",
      '\t',
      '\\u0041',
      '\r\n  ',
      '$A',
      '\\\n  ',
      '#',
      'é',
    );
    const head = fc.constantFrom(
      ['"', '"'],
      ["'", "'"],
      ['q', ''],
      ['|\n  ', ''],
      ['>\n  ', ''],
      ['>-\n  ', ''],
      ['|2+\n  ', ''],
      ['|\n\n   ', '\n\n'],
    );
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 14 }), ([open, close], pieces) => {
        const text = `a: ${open}${pieces.join('')}${close}\n`;
        const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
        if (document.errors.length > 0) return;
        const mapped = only(text).text;
        expect([text, mapped.text]).toEqual([text, (document.toJS() as { a: string }).a]);
        let before = -1;
        for (let i = 0; i < mapped.text.length; i++) {
          const at = mapped.offset(i);
          const isItself = text.startsWith(mapped.text.charAt(i), at);
          const isReplaced = /[\\\r\n \t]/.test(text.charAt(at)) || at >= text.length;
          expect([text, i, at, isItself || isReplaced, at >= before]).toEqual([text, i, at, true, true]);
          before = at;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('size', () => {
  const timed = (text: string): number => {
    const started = performance.now();
    parse(text);
    return performance.now() - started;
  };

  it('survives alias bombs, and says so', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const started = performance.now();
    const { problems } = parse(bomb.join('\n'));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(problems.map(({ code }) => code)).toEqual(['too-many-values']);
  });

  it('survives any depth', () => {
    expect(parse('['.repeat(50_000)).problems.length).toBeGreaterThan(0);
    expect(parse(`a: ${'['.repeat(2000)}${']'.repeat(2000)}`).problems.map(({ code }) => code)).toEqual(['too-deep']);
  });

  it('takes time that grows with the text', () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: v\n`).join('');
    timed(keys(1000));
    const one = Math.max(20, timed(keys(12_500)));
    // Eight times as many; four times that for a busy machine.
    expect(timed(keys(100_000)) / one).toBeLessThan(32);
    const merges = (count: number): string =>
      'x: &x {a: 1}\n' + Array.from({ length: count }, (_, i) => `s${i}: {<<: *x}\n`).join('');
    const few = Math.max(20, timed(merges(1500)));
    expect(timed(merges(12_000)) / few).toBeLessThan(32);
    expect(timed(`a: "${' '.repeat(100_000)}x\\n"`)).toBeLessThan(3000);
  });
});
