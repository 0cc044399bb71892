import { itemsOf } from './forms/pieces.js';
import type { ComposeNode, ScalarNode } from './tree/types.js';
import type { ComposeDocument, NamedElement, Service } from './types.js';

const ofService = ['privileged', 'read_only', 'tty', 'stdin_open', 'init', 'oom_kill_disable'];
const ofNetwork = ['internal', 'external', 'attachable', 'enable_ipv4', 'enable_ipv6'];

/** Values that Compose casts to a truth value (compose-go, loader/interpolate.go), each once. */
export function booleansOf(doc: ComposeDocument): ReadonlySet<ScalarNode> {
  const found = new Set<ScalarNode>();
  const add = (node: ComposeNode | undefined, ...keys: readonly string[]): void => {
    if (node?.kind !== 'map') return;
    for (const key of keys) {
      const value = node.get(key);
      if (value?.kind === 'scalar' && value.tag !== 'reset') found.add(value);
    }
  };
  const within = (node: ComposeNode | undefined, key: string): ComposeNode | undefined =>
    node?.kind === 'map' ? node.get(key) : undefined;
  const addService = ({ map }: Service): void => {
    add(map, ...ofService);
    add(within(map, 'healthcheck'), 'disable');
    for (const mount of itemsOf(within(map, 'volumes'))) {
      add(mount, 'read_only');
      add(within(mount, 'volume'), 'nocopy');
    }
    for (const value of valuesOf(within(map, 'depends_on'))) add(value, 'required', 'restart');
    for (const value of valuesOf(within(map, 'networks'))) add(value, 'use_service_name_alias');
  };
  const addAll = (elements: ReadonlyMap<string, NamedElement>, ...keys: readonly string[]): void => {
    for (const { map } of elements.values()) add(map, ...keys);
  };
  for (const service of doc.services.values()) addService(service);
  addAll(doc.networks, ...ofNetwork);
  for (const elements of [doc.volumes, doc.secrets, doc.configs]) addAll(elements, 'external');
  return found;
}

function valuesOf(node: ComposeNode | undefined): readonly (ComposeNode | undefined)[] {
  return node?.kind === 'map' ? node.entries.map(({ value }) => value) : [];
}
