import { memoised } from '../memo.js';
import type { Span } from '../text/span.js';
import { dependenciesIn } from './forms/names.js';
import { itemsOf, textField } from './forms/pieces.js';
import type { ComposeNode } from './tree/types.js';
import type { ComposeDocument, Service } from './types.js';

/** Keys by which a service leads to another one. */
export type EdgeKind = 'depends_on' | 'links' | 'volumes_from' | 'network_mode' | 'ipc' | 'pid' | 'uts' | 'cgroup';

/** A service that another one must be there for; Compose starts it first (compose-go, loader/normalize.go). */
export interface ServiceEdge {
  readonly kind: EdgeKind;
  readonly from: Service;
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** The item, or key to end of value. */
  readonly whole: Span;
  /** Undefined where no such service is in this file. */
  readonly to: Service | undefined;
  /** `required: false` lets the other one be switched off by its profile; undefined where a variable decides. */
  readonly required: boolean | undefined;
  readonly node: ComposeNode | undefined;
}

const namespaces = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'] as const;

/** All edges between services, in the order of services and keys. Names that a variable decides are left out. */
export const serviceEdges = memoised((doc: ComposeDocument): readonly ServiceEdge[] =>
  [...doc.services.values()].flatMap((from) => edgesOf(doc, from)),
);

function edgesOf(doc: ComposeDocument, from: Service): readonly ServiceEdge[] {
  const edges: ServiceEdge[] = [];
  const add = (kind: EdgeKind, name: string, span: Span, whole: Span, node: ComposeNode | undefined): void => {
    edges.push({ kind, from, name, span, whole, to: doc.services.get(name), required: true, node });
  };
  for (const { name, span, whole, required, node } of dependenciesIn(from.get('depends_on'))) {
    edges.push({ kind: 'depends_on', from, name, span, whole, to: doc.services.get(name), required, node });
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

/** Services that wait for one another, as the edges that close the circle; each circle once, from its first service on. */
export const dependencyCycles = memoised((doc: ComposeDocument): readonly (readonly ServiceEdge[])[] => {
  const outgoing = new Map<Service, ServiceEdge[]>();
  for (const edge of serviceEdges(doc)) {
    if (edge.to === undefined) continue;
    const known = outgoing.get(edge.from);
    if (known === undefined) outgoing.set(edge.from, [edge]);
    else known.push(edge);
  }
  const cycles: (readonly ServiceEdge[])[] = [];
  const done = new Set<Service>();
  for (const start of doc.services.values()) {
    if (done.has(start)) continue;
    // One frame a service, so that a long chain needs no deep stack.
    const path: ServiceEdge[] = [];
    const onPath = new Map<Service, number>([[start, 0]]);
    const frames = [{ service: start, next: 0 }];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const edge = outgoing.get(frame.service)?.[frame.next++];
      if (edge?.to === undefined) {
        frames.pop();
        path.pop();
        onPath.delete(frame.service);
        done.add(frame.service);
        continue;
      }
      const since = onPath.get(edge.to);
      if (since !== undefined) cycles.push([...path.slice(since), edge]);
      else if (!done.has(edge.to)) {
        onPath.set(edge.to, frames.length);
        path.push(edge);
        frames.push({ service: edge.to, next: 0 });
      }
    }
  }
  return cycles;
});
