import { describe, expect, test } from 'vitest';
import { parseCompose } from '../../../../server/src/engine/compose/document.js';
import { checkSchema } from '../../../../server/src/engine/compose/schema/check.js';
import { schemaProblemsOf } from '../../../../server/src/engine/compose/schema/document.js';
import { composeShape } from '../../../../server/src/engine/compose/schema/shape.js';
import { SourceText } from '../../../../server/src/engine/text/source.js';

function found(text: string, path = 'compose.yaml'): readonly string[] {
  const doc = parseCompose(new SourceText(text), path);
  return schemaProblemsOf(doc).map(({ kind, span }) => `${kind} ${doc.source.slice(span)}`);
}

const lacking =
  'services:\n  web:\n    image: a\n    environment:\n    depends_on: {db: {restart: true}}\n    imagee: b\n';

describe('what another file may give', () => {
  test('is missing in a file that stands for itself', () => {
    const all = ['empty environment', 'missing-key db', 'unknown-key imagee'];
    expect(found(lacking)).toEqual(all);
    expect(found(lacking, 'a/docker-compose.yml')).toEqual(all);
  });

  test('is not missed in one that is laid over another', () => {
    expect(found(lacking, 'compose.override.yaml')).toEqual(['unknown-key imagee']);
    expect(found(lacking, 'compose.prod.yaml')).toEqual(['unknown-key imagee']);
  });

  test('is missing in the first document of a file, whatever the next ones say', () => {
    const all = ['empty environment', 'missing-key db', 'unknown-key imagee'];
    expect(found(`${lacking}---\nservices: {web: {depends_on: {db: {condition: service_started}}}}\n`)).toEqual(all);
    expect(found('services: {a: {image: b}}\n---\nservices:\n  c:\n')).toEqual(['empty c']);
  });

  test('is not missed in a later document that is laid over an earlier one', () => {
    const first = 'services: {web: {image: b, depends_on: {db: {condition: service_started}}}}\n---\n';
    expect(found(`${first}services: {web: {depends_on: {db: {restart: true}}}}\n`)).toEqual([]);
    expect(found('services: {web: {image: b}}\n---\nservices:\n  web:\n')).toEqual([]);
  });

  test('is not missed in a service that extends another', () => {
    expect(found(`${lacking}    extends: {file: base.yaml, service: web}\n`)).toEqual(['unknown-key imagee']);
  });
});

describe('modes of files', () => {
  const withMode = (kind: string, mode: string): string =>
    `services: {web: {image: a, profiles: [b], ${kind}: [{source: c, mode: ${mode}}]}}\n`;

  test('are octal where they are text', () => {
    for (const kind of ['secrets', 'configs']) {
      expect(found(withMode(kind, '"0888"'))).toEqual(['pattern "0888"']);
      expect(found(withMode(kind, 'rw'))).toEqual(['pattern rw']);
      for (const mode of ['"0440"', '0440', '"${MODE}"', '"${MODE:-0440}"'])
        expect(found(withMode(kind, mode))).toEqual([]);
    }
  });

  test('of a tmpfs are no text', () => {
    const text = (mode: string): string =>
      `services: {web: {image: a, volumes: [{type: tmpfs, target: /b, tmpfs: {mode: ${mode}}}]}}\n`;
    expect(found(text('0755'))).toEqual([]);
    expect(found(text('"0755"'))).toEqual(['type "0755"']);
  });
});

describe('with the tree of a document', () => {
  test('all YAML documents of a file are looked at', () => {
    expect(found('services: {a: {imagee: b}}\n---\nservices: {a: {scale: c}}\n')).toEqual([
      'unknown-key imagee',
      'type c',
    ]);
  });

  test('what is shared is told of once, an alias that leads nowhere not at all', () => {
    expect(found('x-a: &a\n  imagee: b\nservices:\n  a: *a\n  b: *a\n  c: {<<: *a, image: c}\n')).toEqual([
      'unknown-key imagee',
    ]);
    expect(found('services:\n  a:\n    image: b\n    ports: *nowhere\n')).toEqual([]);
  });

  test('what aliases of aliases stand for is looked at once', () => {
    const bomb = (levels: number): string => {
      const lines = Array.from(
        { length: levels },
        (_, level) => `x-${level + 1}: &a${level + 1} {a: *a${level}, b: *a${level}}`,
      );
      return `x-0: &a0 {imagee: b}\n${lines.join('\n')}\nservices: *a${levels}\n`;
    };
    expect(found(bomb(30))).toHaveLength(2);
    // So many levels stand for 100,000 values, which the tree follows.
    const [root] = parseCompose(new SourceText(bomb(16)), 'compose.yaml').roots;
    expect(checkSchema(root, composeShape(), { steps: 50, problems: 1000 }).complete).toBe(true);
  });

  test('whatever somebody has typed so far, it never throws', () => {
    const text = `${lacking}    ports:\n      - "80:80"\n      - target: \${P}\nnetworks:\n  a: {external: yes}\n`;
    for (let end = 0; end <= text.length; end++) expect(() => found(text.slice(0, end))).not.toThrow();
  });
});
