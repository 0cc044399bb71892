import { Cut, itemsOf } from '../forms/pieces.js';
import type { Span } from '../../text/span.js';
import type { ComposeNode, MapEntry, MapNode } from '../tree/types.js';
import { identityOf, isNull, madeEntry, madeList, madeMap, madeScalar, partOf } from './nodes.js';
import { uniqueItems } from './unique.js';

/** A value, or that only its name is written. */
type Value = ComposeNode | undefined;
type Path = readonly string[];
type Merger = (base: Value, over: Value, path: Path) => Value;

const pairKeys =
  'annotations build.args build.additional_contexts build.labels environment labels sysctls deploy.labels'.split(' ');
const sequenceKeys = 'build.extra_hosts dns dns_opt dns_search env_file label_file extra_hosts tmpfs'.split(' ');

const replaced: Merger = (_, over) => over;
const pairs: Merger = (base, over) => {
  const index = new Map<string, MapEntry>();
  for (const entry of [...pairsOf(base), ...pairsOf(over)]) {
    if (entry.value?.tag === 'reset') index.delete(entry.key);
    else index.set(entry.key, entry);
  }
  const place = over ?? base;
  return place === undefined ? undefined : madeMap(place.span, index);
};
const sequence: Merger = (base, over, path) => appended(sequenceOf(base), sequenceOf(over), over ?? base, path);
const mapping: Merger = (base, over, path) => mergeMaps(mapOf(base, path[2]), mapOf(over, path[2]), over ?? base, path);

/** What is merged in a way of its own (compose-go, override/merge.go), by the way from a service. */
const ofService: ReadonlyMap<string, Merger> = new Map<string, Merger>([
  ...pairKeys.map((key) => [key, pairs] as const),
  ...sequenceKeys.map((key) => [key, sequence] as const),
  ...['command', 'entrypoint', 'healthcheck.test'].map((key) => [key, replaced] as const),
  ...['networks', 'models', 'depends_on'].map((key) => [key, mapping] as const),
  ['build', (base, over, path) => mergeMaps(buildOf(base), buildOf(over), over ?? base, path)],
  ['logging', logging],
]);

function mergerOf(path: Path): Merger | undefined {
  const key = path.slice(2).join('.');
  if (path[0] !== 'services') {
    if (path[0] === 'networks' && key === 'ipam.config') return ipam;
    return key === 'labels' ? pairs : undefined;
  }
  if (path.length === 4 && path[2] === 'ulimits') {
    return (base, over, at) => (base?.kind === 'map' && over?.kind === 'map' ? mergeMaps(base, over, over, at) : over);
  }
  return ofService.get(key);
}

/**
 * Lays one value over another one of an earlier file as Compose does. `path` leads there from the top of the file. Where
 * Compose refuses to merge them the later one counts.
 */
export function mergeValues(base: Value, over: Value, path: Path): Value {
  if (over?.tag === 'override') return over;
  const special = mergerOf(path);
  if (special !== undefined) return special(base, over, path);
  if (isNull(over)) return base;
  if (base?.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, over, path);
  if (base?.kind === 'list' && over.kind === 'list') return appended(itemsOf(base), itemsOf(over), over, path);
  return over;
}

function mergeMaps(base: MapNode | undefined, over: MapNode | undefined, at: Value, path: Path): Value {
  if (at === undefined) return undefined;
  const index = new Map<string, MapEntry>();
  for (const entry of base?.entries ?? []) if (entry.value?.tag !== 'reset') index.set(entry.key, entry);
  for (const entry of over?.entries ?? []) {
    const before = index.get(entry.key);
    if (entry.value?.tag === 'reset') index.delete(entry.key);
    else if (before === undefined) index.set(entry.key, entry);
    else index.set(entry.key, { ...entry, value: mergeValues(before.value, entry.value, [...path, entry.key]) });
  }
  return madeMap(at.span, index);
}

/** Both lists, without what is in the first one already. */
function appended(base: readonly ComposeNode[], over: readonly ComposeNode[], at: Value, path: Path): Value {
  if (at === undefined) return undefined;
  const known = new Set(base.map((item) => identityOf(item)));
  const items = [...base];
  for (const item of over) {
    const identity = identityOf(item);
    if (known.has(identity)) continue;
    known.add(identity);
    items.push(item);
  }
  return uniqueItems(madeList(at.span, items), path);
}

/** `KEY=value` and `KEY: value` in one shape. */
function pairsOf(node: Value): readonly MapEntry[] {
  if (node?.kind === 'map') return node.entries;
  return itemsOf(node).flatMap((item) => {
    if (item.kind !== 'scalar') return [];
    const sign = new Cut(item, () => undefined).masked.indexOf('=');
    const key = item.text.text.slice(0, sign < 0 ? undefined : sign);
    const keySpan = item.text.span(0, key.length);
    return [madeEntry(key, keySpan, sign < 0 ? undefined : partOf(item, sign + 1), item.span)];
  });
}

function sequenceOf(node: Value): readonly ComposeNode[] {
  if (node?.kind !== 'map') return itemsOf(node);
  return node.entries.flatMap(({ key, keySpan, value, span }) => {
    if (value?.tag === 'reset') return [];
    if (isNull(value)) return [madeScalar(keySpan, key)];
    return itemsOf(value).map((item) => madeScalar(span, item.kind === 'scalar' ? `${key}=${item.text.text}` : key));
  });
}

function buildOf(node: Value): MapNode | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return node?.kind === 'map' ? node : undefined;
  return madeMap(node.span, new Map([['context', madeEntry('context', node.span, node, node.span)]]));
}

/** A list of names as a mapping; those of `depends_on` say what is meant where nothing else is said. */
function mapOf(node: Value, key: string | undefined): MapNode | undefined {
  if (node?.kind === 'map' || node === undefined) return node;
  const index = new Map<string, MapEntry>();
  for (const item of itemsOf(node)) {
    if (item.kind !== 'scalar') continue;
    const value = key === 'depends_on' ? dependency(item.span) : undefined;
    index.set(item.text.text, madeEntry(item.text.text, item.span, value, item.span));
  }
  return madeMap(node.span, index);
}

function dependency(span: Span): MapNode {
  const entry = (key: string, value: string | boolean): readonly [string, MapEntry] => [
    key,
    madeEntry(key, span, madeScalar(span, value), span),
  ];
  return madeMap(span, new Map([entry('condition', 'service_started'), entry('required', true)]));
}

/** Options belong to a driver. */
function logging(base: Value, over: Value, path: Path): Value {
  if (base?.kind !== 'map' || over?.kind !== 'map') return over ?? base;
  const [before, driver] = [base, over].map((node) => node.get('driver'));
  const isSame = before === undefined || driver === undefined || identityOf(before) === identityOf(driver);
  return isSame ? mergeMaps(base, over, over, path) : over;
}

/** Address ranges are merged by their subnet, the way compose-go does it. */
function ipam(base: Value, over: Value, path: Path): Value {
  if (base?.kind !== 'list' || over?.kind !== 'list') return over ?? base;
  const merged: MapNode[] = [];
  const subnetOf = (node: MapNode): string => identityOf(node.get('subnet'));
  for (const right of itemsOf(base)) {
    for (const left of itemsOf(over)) {
      if (right.kind !== 'map' || left.kind !== 'map') continue;
      const isKnown = (subnet: string): number => merged.findIndex((node) => subnetOf(node) === subnet);
      if (subnetOf(left) !== subnetOf(right) && isKnown(subnetOf(left)) < 0) {
        merged.push(left);
        continue;
      }
      const both = mergeMaps(right, left, left, path);
      if (both?.kind !== 'map') continue;
      const place = isKnown(subnetOf(both));
      if (place >= 0) merged[place] = both;
      else merged.push(both);
    }
  }
  return madeList(over.span, merged);
}
