import { memoised } from '../memo.js';
import type { Span } from '../text/span.js';
import { dependenciesIn } from './forms/names.js';
import { readPairs } from './forms/pairs.js';
import { itemsOf, textField } from './forms/pieces.js';
import type { ComposeNode } from './tree/types.js';
import type { ComposeDocument, Service } from './types.js';

/** Keys by which a service leads to another one. */
export type EdgeKind =
  'additional_contexts' | 'depends_on' | 'links' | 'volumes_from' | 'network_mode' | 'ipc' | 'pid' | 'uts' | 'cgroup';

/** A name by which a service leads to another one, which must be there; Compose starts that first (compose-go, loader/normalize.go). */
export interface Edge {
  readonly kind: EdgeKind;
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** The item, or key to end of value. */
  readonly whole: Span;
  /** `required: false` lets the other one be switched off by its profile; undefined where a variable decides. */
  readonly required: boolean | undefined;
  readonly node: ComposeNode | undefined;
}

/** An edge within one file. */
export interface ServiceEdge extends Edge {
  readonly from: Service;
  /** Undefined where no such service is in this file. */
  readonly to: Service | undefined;
}

const namespaces = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'] as const;

/** All edges between services, in the order of services and keys. Names that a variable decides are left out. */
export const serviceEdges = memoised((doc: ComposeDocument): readonly ServiceEdge[] =>
  [...doc.services.values()].flatMap((from) =>
    edgesOf(from).map((edge) => ({ ...edge, from, to: doc.services.get(edge.name) })),
  ),
);

/** Where a service, or what a file says of it, leads. */
export function edgesOf(from: { get(key: string): ComposeNode | undefined }): readonly Edge[] {
  const edges: Edge[] = [];
  const add = (kind: EdgeKind, name: string, span: Span, whole: Span, node: ComposeNode | undefined): void => {
    edges.push({ kind, name, span, whole, required: true, node });
  };
  for (const { name, span, whole, required, node } of dependenciesIn(from.get('depends_on'))) {
    edges.push({ kind: 'depends_on', name, span, whole, required, node });
  }
  for (const key of namespaces) {
    const node = from.get(key);
    const [name, span] = part(node, /^service:(.+)$/s) ?? [];
    if (name !== undefined && span !== undefined && node !== undefined) add(key, name, span, node.span, node);
  }
  for (const item of listOf(from.get('links'))) {
    // compose-go takes the part in front of the colon only where there is just one.
    const [name, span] = part(item, /^([^:]*):[^:]*$/) ?? part(item, /^(.*)$/s) ?? [];
    if (name !== undefined && span !== undefined) add('links', name, span, item.span, item);
  }
  for (const item of listOf(from.get('volumes_from'))) {
    const [name, span] = part(item, /^(?!container:)([^:]*)/) ?? [];
    if (name !== undefined && span !== undefined) add('volumes_from', name, span, item.span, item);
  }
  return edges;
}

/** Services whose images a build takes from; nothing waits for them (compose-go, loader/validate.go). */
export function contextsOf(from: { get(key: string): ComposeNode | undefined }): readonly Edge[] {
  const build = from.get('build');
  const contexts = build?.kind === 'map' ? build.get('additional_contexts') : undefined;
  return readPairs(contexts).pairs.flatMap(({ node, span: whole }): readonly Edge[] => {
    const [name, span] = part(node, /^(?:[^=]*=)?service:(.+)$/s) ?? [];
    if (name === undefined || span === undefined) return [];
    return [{ kind: 'additional_contexts', name, span, whole, required: true, node }];
  });
}

function listOf(node: ComposeNode | undefined): readonly ComposeNode[] {
  return node?.kind === 'list' ? itemsOf(node) : [];
}

/** What the first group of a pattern finds in a text without unknown variables, and where. */
function part(node: ComposeNode | undefined, pattern: RegExp): readonly [string, Span] | undefined {
  if (node?.kind !== 'scalar' || node.interpolated || textField(node) === undefined) return undefined;
  const found = pattern.exec(node.text.text);
  if (found?.[1] === undefined) return undefined;
  const start = found[0].indexOf(found[1]);
  return [found[1], node.text.span(start, start + found[1].length)];
}

/** So many circles are told: where everything needs everything, each further one says the same again. */
export const mostCycles = 30;

/** Circles among names, from each `start` to each `name`, in the order of `names`: the first `mostCycles` that are wanted. */
export function cyclesOf<T extends { readonly start: string; readonly name: string }>(
  edges: readonly T[],
  names: Iterable<string>,
  isWanted: (cycle: readonly T[]) => boolean = () => true,
): readonly (readonly T[])[] {
  const outgoing = new Map<string, T[]>();
  for (const edge of edges) {
    const known = outgoing.get(edge.start);
    if (known === undefined) outgoing.set(edge.start, [edge]);
    else known.push(edge);
  }
  const cycles: (readonly T[])[] = [];
  const done = new Set<string>();
  for (const start of names) {
    if (done.has(start)) continue;
    // One frame a service, so that a long chain needs no deep stack.
    const path: T[] = [];
    const onPath = new Map<string, number>([[start, 0]]);
    const frames = [{ name: start, next: 0 }];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const edge = outgoing.get(frame.name)?.[frame.next++];
      if (edge === undefined) {
        frames.pop();
        path.pop();
        onPath.delete(frame.name);
        done.add(frame.name);
        continue;
      }
      const since = onPath.get(edge.name);
      if (since !== undefined) {
        const cycle = [...path.slice(since), edge];
        if (!isWanted(cycle)) continue;
        if (cycles.push(cycle) >= mostCycles) return cycles;
      } else if (!done.has(edge.name)) {
        onPath.set(edge.name, frames.length);
        path.push(edge);
        frames.push({ name: edge.name, next: 0 });
      }
    }
  }
  return cycles;
}
