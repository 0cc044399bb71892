import { describe, expect, it } from 'vitest';
import { cyclesOf, serviceEdges } from '../../../server/src/engine/compose/references.js';
import type { ComposeDocument } from '../../../server/src/engine/compose/types.js';
import { at, parse } from './parse.js';

/** The circles of a file that is a project by itself. */
const dependencyCycles = (doc: ComposeDocument) =>
  cyclesOf(
    serviceEdges(doc).map((edge) => ({ ...edge, start: edge.from.name })),
    doc.services.keys(),
  );

describe('edges between services', () => {
  it('are those of depends_on and those that other keys imply', () => {
    const doc = parse(
      'services:\n  a:\n    depends_on: [b, "${C}"]\n    links: ["b:alias", c]\n    volumes_from: ["b:ro", "container:x"]\n' +
        '    network_mode: service:b\n    pid: "service:zz"\n    ipc: host\n' +
        '  b:\n    depends_on: {c: {condition: service_healthy, required: false}, d: !reset null}\n  c: {}\n',
    );
    expect(
      serviceEdges(doc).map(({ kind, from, span, to, required }) => [
        kind,
        from.name,
        at(doc, span),
        to?.name,
        required,
      ]),
    ).toEqual([
      ['depends_on', 'a', 'b', 'b', true],
      ['network_mode', 'a', 'b', 'b', true],
      ['pid', 'a', 'zz', undefined, true],
      ['links', 'a', 'b', 'b', true],
      ['links', 'a', 'c', 'c', true],
      ['volumes_from', 'a', 'b', 'b', true],
      ['depends_on', 'b', 'c', 'c', false],
    ]);
  });

  it('make circles', () => {
    const doc = parse(
      'services:\n  x: {depends_on: [a]}\n  a: {depends_on: [b, s]}\n  b: {links: [c]}\n  c: {ipc: "service:a"}\n  s: {depends_on: [s]}\n',
    );
    expect(dependencyCycles(doc).map((cycle) => cycle.map(({ from, name }) => `${from.name}>${name}`))).toEqual([
      ['a>b', 'b>c', 'c>a'],
      ['s>s'],
    ]);
    expect(dependencyCycles(parse('services: {a: {depends_on: [b, c]}, b: {depends_on: [c]}, c: {}}'))).toEqual([]);
  });

  it('are none in a long chain, and where one service needs very many', () => {
    const chain = (count: number): string =>
      'services:\n' + Array.from({ length: count }, (_, i) => `  s${i}: {depends_on: [s${i + 1}]}\n`).join('');
    const all = `services:\n  a: {depends_on: [${Array.from({ length: 16_000 }, (_, i) => `s${i}`).join(', ')}]}\n`;
    for (const text of [chain(10_000), all]) {
      const doc = parse(text);
      expect([doc.services.size > 0, dependencyCycles(doc)]).toEqual([true, []]);
    }
  });

  // From each service to the end again would be 80 billion steps.
  it('are looked for by walking through each service once', () => {
    const names = Array.from({ length: 400_000 }, (_, i) => `s${i}`);
    const chain = names.map((start, i) => ({ start, name: `s${i + 1}` }));
    expect(cyclesOf(chain, names)).toEqual([]);
    expect(cyclesOf(chain, names.toReversed())).toEqual([]);
    const star = names.map((name) => ({ start: 'a', name }));
    expect(cyclesOf(star, ['a', ...names])).toEqual([]);
  });
});
