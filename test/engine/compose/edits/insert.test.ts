import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  appendItem,
  appendTo,
  editScalar,
  insertEntries,
  insertEntry,
  insertPath,
  replaceScalar,
} from '../../../../server/src/engine/compose/edits/insert.js';
import type { YamlValue } from '../../../../server/src/engine/compose/edits/write.js';
import type { ComposeNode, MapNode } from '../../../../server/src/engine/compose/tree/types.js';
import type { ComposeDocument } from '../../../../server/src/engine/compose/types.js';
import { applyEdits, type Edit } from '../../../../server/src/engine/text/span.js';
import { parse } from '../parse.js';
import { yamlFiles } from './yamlFiles.js';

const added: YamlValue = { words: ['ALL', '0.5', 'a: b'], more: { deep: [{ x: 1, y: 'on' }], none: null } };

describe('inserting into any file', () => {
  const check = (
    edit: (doc: ComposeDocument, node: ComposeNode) => readonly Edit[] | undefined,
    change: (value: unknown, node: ComposeNode) => unknown,
  ): void => {
    let done = 0;
    fc.assert(
      fc.property(yamlFiles, fc.nat(), ({ text, value }, pick) => {
        const doc = parse(text);
        expect(doc.problems).toEqual([]);
        const places = placesOf(doc);
        const [path, node] = places[pick % places.length] ?? [[], doc.roots[0] as ComposeNode];
        const edits = edit(doc, node);
        if (edits === undefined) return;
        done++;
        const result = applyEdits(text, edits);
        expect(parseYaml(result, { merge: true })).toEqual(changed(value, path, (old) => change(old, node)));
        for (const { span } of edits)
          expect(node.kind === 'scalar' || text.slice(span.start, span.end).trim() === '').toBe(true);
        expect(result.includes('\r')).toBe(text.includes('\r') && result.includes('\n'));
        if (text.includes('\r')) expect(/(?:^|[^\r])\n/.test(result)).toBe(false);
        expect(result.split(' # note').length).toBe(text.split(' # note').length);
        // A comment stays behind what it speaks of.
        const noted = node.kind === 'scalar' ? [] : (text.match(/^ *(?:- )?\w+(?=.*# note)/gm) ?? []);
        for (const start of noted) {
          expect(result.split(/\r?\n/).some((line) => line.startsWith(start) && line.includes('# note'))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(done).toBeGreaterThan(40);
  };

  it('adds an entry to a mapping', () => {
    check(
      (doc, node) => (node.kind === 'map' ? insertEntry(doc, node, 'new', added) : undefined),
      (old) => ({ ...(old as object), new: added }),
    );
  });

  it('adds entries behind another', () => {
    check(
      (doc, node) =>
        node.kind === 'map'
          ? insertEntries(
              doc,
              node,
              [
                ['one', 'x'],
                ['two', ['y']],
              ],
              { after: ['image', 'ports'] },
            )
          : undefined,
      (old) => ({ ...(old as object), one: 'x', two: ['y'] }),
    );
  });

  it('adds an item under a key', () => {
    check(
      (doc, node) => (node.kind === 'map' ? appendItem(doc, node, 'cap_add', 'it') : undefined),
      (old) => {
        const { cap_add: list, ...more } = old as { cap_add?: unknown };
        const before = list === undefined || list === null ? [] : Array.isArray(list) ? (list as unknown[]) : [list];
        return { ...more, cap_add: [...before, 'it'] };
      },
    );
  });

  it('adds an item to a list', () => {
    check(
      (doc, node) => (node.kind === 'list' ? appendTo(doc, node, { target: 80, published: '80' }) : undefined),
      (old) => [...(old as unknown[]), { target: 80, published: '80' }],
    );
  });

  it('replaces a scalar', () => {
    for (const value of ['plain', 'yes', "it's: 5", '[x', true, 7]) {
      check(
        (doc, node) => (node.kind === 'scalar' ? replaceScalar(doc, node, value) : undefined),
        (_, node) => (node.kind === 'scalar' && node.style !== 'plain' ? String(value) : value),
      );
    }
  });

  it('writes in front of what a scalar says', () => {
    for (const start of ['127.0.0.1:', "it's ", '{x, ', 'a: ']) {
      check(
        (doc, node) => (node.kind === 'scalar' && node.value !== null ? editScalar(doc, node, 0, 0, start) : undefined),
        (old) => `${start}${String(old)}`,
      );
    }
  });
});

describe('inserting', () => {
  const web = (text: string): { doc: ComposeDocument; map: MapNode } => {
    const doc = parse(text);
    return { doc, map: doc.services.get('web')?.map as MapNode };
  };
  const result = (
    text: string,
    edit: (doc: ComposeDocument, map: MapNode) => readonly Edit[] | undefined,
  ): string | undefined => {
    const { doc, map } = web(text);
    const edits = edit(doc, map);
    return edits && applyEdits(text, edits);
  };

  it('does as the file does', () => {
    expect(
      result("services:\n    web:\n        image: 'x'\n        ports:\n        - 'a: b'\n", (doc, map) =>
        insertEntries(doc, map, [
          ['cap_drop', ['ALL']],
          ['cpus', '0.5'],
          ['deploy', { limits: { x: 1 } }],
        ]),
      ),
    ).toBe(
      "services:\n    web:\n        image: 'x'\n        ports:\n        - 'a: b'\n        cap_drop:\n        - ALL\n        cpus: '0.5'\n        deploy:\n            limits:\n                x: 1\n",
    );
    expect(
      result('services:\n  web:\n    ports: ["1:1"]\n    image: x # that\n\n# end\n', (doc, map) =>
        insertEntry(doc, map, 'cap_drop', ['ALL'], { after: ['ports'] }),
      ),
    ).toBe('services:\n  web:\n    ports: ["1:1"]\n    cap_drop: [ALL]\n    image: x # that\n\n# end\n');
  });

  it('goes down a path as far as there is one', () => {
    const add = (doc: ComposeDocument, map: MapNode): readonly Edit[] | undefined =>
      insertPath(doc, map, ['deploy', 'resources', 'limits', 'memory'], '512M');
    expect(
      result('services:\n  web:\n    deploy:\n      resources:\n        limits:\n          cpus: "1"\n', add),
    ).toBe(
      'services:\n  web:\n    deploy:\n      resources:\n        limits:\n          cpus: "1"\n          memory: 512M\n',
    );
    expect(result('services:\n  web:\n    deploy:\n      replicas: 2\n', add)).toBe(
      'services:\n  web:\n    deploy:\n      replicas: 2\n      resources:\n        limits:\n          memory: 512M\n',
    );
    expect(result('services:\n  web: {deploy: {resources: }}\n', add)).toBe(
      'services:\n  web: {deploy: {resources: { limits: { memory: 512M } } }}\n',
    );
    expect(result('services:\n  web:\n    deploy: # later\n    image: x\n', add)).toBe(
      'services:\n  web:\n    deploy: # later\n      resources:\n        limits:\n          memory: 512M\n    image: x\n',
    );
    expect(result('services:\n  web:\n    deploy: x\n', add)).toBeUndefined();
  });

  it('writes next to merge keys', () => {
    const add = (doc: ComposeDocument, map: MapNode): readonly Edit[] | undefined =>
      insertEntry(doc, map, 'user', '1000');
    const base = 'x-b: &b\n  image: x\nservices:\n';
    expect(result(`${base}  web:\n    <<: *b # all\n`, add)).toBe(
      `${base}  web:\n    <<: *b # all\n    user: "1000"\n`,
    );
    expect(result(`${base}  web: { <<: *b }\n`, add)).toBe(`${base}  web: { user: "1000", <<: *b }\n`);
    expect(result(`${base}  web: {}\n`, add)).toBe(`${base}  web: {user: "1000"}\n`);
  });

  it('is refused where others would be changed', () => {
    const item = (doc: ComposeDocument, map: MapNode): readonly Edit[] | undefined =>
      appendItem(doc, map, 'cap_add', 'X');
    const entry = (doc: ComposeDocument, map: MapNode): readonly Edit[] | undefined => insertEntry(doc, map, 'k', 'v');
    for (const text of [
      'services:\n  web: &w\n    image: x\n  two:\n    <<: *w\n',
      'x-b: &b {image: x}\nservices:\n  web: *b\n',
      'services:\n  web: # x\n    ? image\n    : x\n',
    ]) {
      expect(result(text, entry), text).toBeUndefined();
      expect(result(text, item), text).toBeUndefined();
    }
    for (const text of [
      'x-b: &b\n  cap_add: [A]\nservices:\n  web:\n    <<: *b\n',
      'x-b: &b [A]\nservices:\n  web:\n    cap_add: *b\n',
      'x-b: &b A\nservices:\n  web:\n    cap_add: [*b]\n',
      'services:\n  web:\n    cap_add: {a: b}\n',
      'services:\n  web:\n    cap_add: |\n      a\n',
      'services:\n  web:\n    cap_add:\n      - |+\n        a\n\n',
    ]) {
      expect(result(text, item), text).toBeUndefined();
    }
    expect(result('services:\n  web:\n    image: x\n    command: |+\n      a\n\n', entry)).toBeUndefined();
    expect(result('services:\n  web:\n    k: x\n', entry)).toBeUndefined();
  });
});

/** Every value of the file with the way to it. */
function placesOf(doc: ComposeDocument): readonly (readonly [path: readonly (string | number)[], node: ComposeNode])[] {
  const found: (readonly [readonly (string | number)[], ComposeNode])[] = [];
  const visit = (path: readonly (string | number)[], node: ComposeNode | undefined): void => {
    if (node === undefined) return;
    if (path.length > 0) found.push([path, node]);
    if (node.kind === 'list') node.items.forEach((item, index) => visit([...path, index], item));
    if (node.kind === 'map') for (const { key, value } of node.entries) visit([...path, key], value);
  };
  visit([], doc.roots[0]);
  return found;
}

function changed(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  change: (old: unknown) => unknown,
): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changed(item, rest, change) : (item as unknown)));
  const map = value as { readonly [key: string]: unknown };
  return { ...map, [key]: changed(map[key], rest, change) };
}
