import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree, parseWhole, type ParsedTree } from '../../../server/src/engine/compose/tree/parse.js';
import type { ComposeNode, ComposeTree } from '../../../server/src/engine/compose/tree/types.js';
import { SourceText } from '../../../server/src/engine/text/source.js';
import { sampleCompose } from '../../../server/tools/bench/sampleCompose.js';

/** Everything that can be asked of a tree; of a node that aliases lead to again only its place. */
function seen({ roots, problems }: ComposeTree): string {
  const known = new Set<ComposeNode>();
  const of = (node: ComposeNode): unknown => {
    const { span, tag, anchor, sharedBy, kind } = node;
    if (known.has(node)) return { span };
    known.add(node);
    const all = { span, tag, anchor, sharedBy, kind };
    if (node.kind === 'list') return { ...all, flow: node.flow, items: node.items.map(of) };
    if (node.kind === 'map') {
      const entries = node.entries.map(({ value, ...entry }) => ({ ...entry, value: value && of(value) }));
      return { ...all, flow: node.flow, entries };
    }
    const { value, style, interpolated, text } = node;
    const places = [...text.pieces(0, text.text.length)];
    return { ...all, value, style, interpolated, text: text.text, places };
  };
  return JSON.stringify({ roots: roots.map(of), problems }, undefined, 1);
}

const pieces = fc.constantFrom(
  ...['services:', 'services: # all', 'volumes:', 'x-a: &a', 'networks: {}', 'name: shop', 'x-b: |', 'x-c: >-2', '---'],
  ...[
    '  api:',
    '  db: &db',
    '  web: *db',
    '  cache: {image: a,',
    '  }',
    '  "q":',
    "  'it''s':",
    '  <<: *a',
    '   odd:',
    ' low:',
  ],
  ...[
    '    image: a:1',
    '    command: >',
    '    command: |+',
    '      text',
    '    <<: *a',
    '    <<: [*a, *db]',
    '    a: "b',
    '    c"',
  ],
  ...[
    '    - one',
    '    - two: 2',
    '  - three',
    '- four',
    '    env: [a, b',
    '    ]',
    '    plain: text',
    '      goes on',
    '      - x',
  ],
  ...[
    '',
    '    ',
    '# comment',
    '  # comment',
    '      # comment',
    '\ttab',
    '    a:\tb',
    '? complex',
    ': value',
    '&x',
    '!reset',
    '%YAML 1.2',
  ],
  ...[
    '  a: !reset null',
    '  api: !override',
    '    k: |2',
    '   less',
    'key',
    '  key',
    '...',
    '    $A: ${B:-c}',
    '1: 2',
    '  3: 4',
    ']',
    '"',
    '  api: |',
  ],
);
const lines = fc.array(pieces, { maxLength: 25 });
const end = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

describe('a Compose file that is read in parts', () => {
  it('is the same tree as one that is read in one piece', () => {
    fc.assert(
      fc.property(lines, end, fc.boolean(), (all, feed, isOpen) => {
        const source = new SourceText(`services:${feed}  a:${feed}${all.join(feed)}${isOpen ? '' : feed}`);
        expect(seen(parseTree(source))).toBe(seen(parseWhole(source)));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same tree after edits of a real file, whatever was known of it', () => {
    const whole = sampleCompose(150);
    const edit = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(60),
      fc.oneof(
        pieces.map((text) => `\n${text}\n`),
        fc.constantFrom('', 'x', ' ', '\n', '"', '&a ', '*defaults', ':', '#', '|'),
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = whole;
        let tree: ParsedTree = parseTree(new SourceText(text));
        expect(tree.known?.size).toBeGreaterThan(5);
        for (const [part, gone, come] of edits) {
          const at = Math.floor(part * text.length);
          text = text.slice(0, at) + come + text.slice(at + gone);
          const source = new SourceText(text);
          // What a broken version does not know, the next one reads anew.
          tree = parseTree(source, tree.known);
          expect(seen(tree)).toBe(seen(parseWhole(source)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads the part again that was edited, and no other', () => {
    const text = sampleCompose(400);
    const before = parseTree(new SourceText(text));
    const after = parseTree(new SourceText(text.replace('POSTGRES_DB: app1', 'POSTGRES_DB: apps1')), before.known);
    const fresh = [...(after.known ?? [])].filter(([part, items]) => before.known?.get(part) !== items);
    expect(fresh.map(([part]) => part.split('\n')[0])).toEqual(['  db1:']);
  });
});
