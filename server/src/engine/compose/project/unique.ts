import { Cut, itemsOf, textField } from '../forms/pieces.js';
import { readPorts, type PortMapping, type PortRange } from '../forms/ports.js';
import { readDevices } from '../forms/service.js';
import type { Field } from '../forms/types.js';
import { readVolumes, type VolumeMount } from '../forms/volumes.js';
import type { ComposeNode, ListNode, ScalarNode } from '../tree/types.js';
import { madeList } from './nodes.js';

/** What an item of a list goes by; undefined where a variable decides, or where it is none. */
type Index = (list: ListNode) => (item: ComposeNode) => string | undefined;

const word: Index = () => (item) => (item.kind === 'scalar' ? keyOf(item) : undefined);

/** The text before the sign. */
function keyOf(item: ScalarNode): string | undefined {
  if (typeof item.value !== 'string') return String(item.value);
  const cut = new Cut(item, () => undefined);
  const sign = cut.masked.indexOf('=');
  return cut.field(0, sign < 0 ? cut.masked.length : sign).value;
}

function mounts(folder: string): Index {
  return () => (item) => {
    const source = textField(item.kind === 'map' ? item.get('source') : item);
    const target = item.kind === 'map' ? textField(item.get('target')) : undefined;
    if (target !== undefined) return target.value;
    return source?.value === undefined ? undefined : `${folder}/${source.value}`;
  };
}

/** By what a form of the whole list says of each item. */
function by<T extends { readonly node: ComposeNode }>(
  read: (list: ListNode) => readonly T[],
  index: (form: T) => string | undefined,
): Index {
  return (list) => {
    const known = new Map(read(list).map((form) => [form.node, index(form)]));
    return (item) => known.get(item);
  };
}

/** The short form is tidied up. */
function targetOf({ target, form }: VolumeMount): string | undefined {
  const path = target?.value;
  return form === 'long' ? path : path?.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

function portOf({ target, published, hostIp, protocol }: PortMapping): string | undefined {
  const range = (field: Field<PortRange> | undefined): string | undefined =>
    field === undefined ? '' : field.value && `${field.value.first}-${field.value.last}`;
  const parts = [
    hostIp === undefined ? '0.0.0.0' : hostIp.value,
    range(published),
    range(target),
    protocol === undefined ? 'tcp' : protocol.value,
  ];
  return parts.includes(undefined) ? undefined : parts.join('|');
}

/** Lists of a service of whose equal items the last one counts, in the place of the first (compose-go, override/uncity.go). */
const lists: ReadonlyMap<string, Index> = new Map<string, Index>([
  ...[
    'annotations build.args build.additional_contexts build.platform build.tags build.labels cap_add cap_drop',
    'deploy.labels dns dns_opt dns_search environment expose labels links profiles sysctls tmpfs',
  ]
    .join(' ')
    .split(' ')
    .map((key) => [key, word] as const),
  ['configs', mounts('')],
  ['secrets', mounts('/run/secrets')],
  ['ports', by((list) => readPorts(list).mappings, portOf)],
  ['volumes', by((list) => readVolumes(list).mounts, targetOf)],
  [
    'devices',
    by(
      (list) => readDevices(list).devices,
      ({ source, target }) => (target ?? source).value,
    ),
  ],
  ['env_file', () => (item) => textField(item.kind === 'map' ? item.get('path') : item)?.value],
]);

/** A list without what a later item of it replaces. `path` leads from the top of the file to it. */
export function uniqueItems(list: ListNode, path: readonly string[]): ListNode {
  const key = path.slice(2).join('.');
  const isNames = path[0] === 'services' && /^networks\.[^.]+\.(?:aliases|link_local_ips)$/.test(key);
  const index = path[0] === 'services' ? (lists.get(key) ?? (isNames ? word : undefined)) : undefined;
  if (index === undefined) return list;
  const indexOf = index(list);
  const places = new Map<string, number>();
  const items: ComposeNode[] = [];
  for (const item of itemsOf(list)) {
    const name = indexOf(item);
    const place = name === undefined ? undefined : places.get(name);
    if (place !== undefined) items[place] = item;
    else {
      if (name !== undefined) places.set(name, items.length);
      items.push(item);
    }
  }
  return madeList(list.span, items);
}
