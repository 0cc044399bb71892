import type { Edit } from '../../text/span.js';
import { appendItem, insertEntries, insertEntry, insertPath, replaceScalar } from '../edits/insert.js';
import { itemsOf } from '../forms/pieces.js';
import { readResources, readTmpfs } from '../forms/service.js';
import { readVolumes } from '../forms/volumes.js';
import { breaksWhenHardened, needsOf, runsUnprivileged } from '../images/hardening.js';
import type { ComposeDocument, Service } from '../types.js';
import type { YamlValue } from '../edits/write.js';
import type { ComposeNode } from '../tree/types.js';
import { booleanOf, textOf } from '../forms/defaults.js';

/** What hardening looks at: the values that count in the end. */
export interface Hardened {
  readonly service: Service;
  get(key: string): ComposeNode | undefined;
}

export type Edits = readonly Edit[] | undefined;

/** Where the new keys go: behind what says what runs. */
const place = {
  after: [
    'image',
    'build',
    'container_name',
    'user',
    'command',
    'read_only',
    'tmpfs',
    'cap_drop',
    'cap_add',
    'security_opt',
  ],
};

export function forbidsNewPrivileges(one: Hardened): boolean {
  return itemsOf(one.get('security_opt')).some((item) => {
    const value = textOf(item)?.value;
    return value === undefined || /^no-new-privileges(?:[:=]true)?$/.test(value);
  });
}

export function addNoNewPrivileges(doc: ComposeDocument, { service: { map } }: Hardened): Edits {
  return map && appendItem(doc, map, 'security_opt', 'no-new-privileges:true', place);
}

export function dropsAll(one: Hardened): boolean {
  return itemsOf(one.get('cap_drop')).some((item) => {
    const value = textOf(item)?.value;
    return value === undefined || /^(?:CAP_)?ALL$/i.test(value);
  });
}

/** Capabilities that the service needs back; undefined where nobody knows. */
export function capabilitiesFor(one: Hardened): readonly string[] | undefined {
  const { service } = one;
  const needs = needsOf(service);
  if (needs === undefined) return runsUnprivileged(service, textOf(one.get('user'))?.value) ? [] : undefined;
  if (service.entry('user') === undefined) return needs.capabilities;
  return needs.capabilities.filter((name) => name === 'NET_BIND_SERVICE');
}

/** Drops all capabilities and gives back those that the image needs. */
export function dropAll(doc: ComposeDocument, one: Hardened): Edits {
  const { map } = one.service;
  if (map === undefined || breaksWhenHardened(one.service) !== undefined) return undefined;
  const needed = capabilitiesFor(one) ?? [];
  const given = itemsOf(one.get('cap_add')).map((item) =>
    (textOf(item)?.value ?? '').toUpperCase().replace(/^CAP_/, ''),
  );
  const missing = needed.filter((name) => !given.includes(name));
  if (given.includes('ALL')) return undefined;
  const drop = appendItem(doc, map, 'cap_drop', 'ALL', place);
  if (missing.length === 0) return drop;
  const add =
    map.entry('cap_add') === undefined
      ? insertEntry(doc, map, 'cap_add', missing, place)
      : missing.length === 1
        ? appendItem(doc, map, 'cap_add', missing[0] ?? '')
        : undefined;
  return together([drop, add]);
}

export function isReadOnly(one: Hardened): boolean {
  const field = booleanOf(one.get('read_only'));
  return field !== undefined && field.value !== false;
}

/** Makes the file system read-only, with a tmpfs for each folder that has to stay writable. */
export function makeReadOnly(doc: ComposeDocument, one: Hardened): Edits {
  const { service } = one;
  const { map } = service;
  const needs = needsOf(service);
  if (map === undefined || breaksWhenHardened(service) !== undefined || needs?.writesAnywhere === true)
    return undefined;
  const mounts = readVolumes(one.get('volumes')).mounts.map(({ target }) => target?.value?.replace(/\/+$/, ''));
  if (needs?.data.some((folder) => !mounts.includes(folder)) === true) return undefined;
  const taken = [...mounts, ...readTmpfs(one.get('tmpfs')).map(({ path }) => path.value)];
  const folders = (needs?.folders ?? ['/tmp']).filter((folder) => !taken.includes(folder));
  const given = map.entry('read_only');
  const first =
    given === undefined
      ? insertEntry(doc, map, 'read_only', true, place)
      : given.merged || given.value?.kind !== 'scalar'
        ? undefined
        : replaceScalar(doc, given.value, true);
  if (folders.length === 0) return first;
  const rest =
    map.entry('tmpfs') === undefined
      ? insertEntry(doc, map, 'tmpfs', folders, place)
      : folders.length === 1
        ? appendItem(doc, map, 'tmpfs', folders[0] ?? '')
        : undefined;
  return together([first, rest]);
}

export type Limit = 'memory' | 'cpus' | 'pids';

const shortKeys: { readonly [limit in Limit]: string } = { memory: 'mem_limit', cpus: 'cpus', pids: 'pids_limit' };

/** Whether a limit is set; 0, and -1 for processes, is none, and one that a variable decides is. */
export function isLimited(one: Hardened, limit: Limit): boolean {
  const long = readResources(one.get('deploy'), 'limits')?.[limit];
  const short = textOf(one.get(shortKeys[limit]));
  return [long, short].some(
    (field) => field !== undefined && (field.value === undefined || !/^(?:0+(?:\.0+)?\w?|-1)$/.test(field.value)),
  );
}

/** Sets limits in the form that the file uses: below `deploy`, or with the short keys. */
export function setLimits(doc: ComposeDocument, one: Hardened, limits: readonly Limit[]): Edits {
  const { map } = one.service;
  if (map === undefined || limits.some((limit) => isSetSomewhere(one, limit))) return undefined;
  const values: { readonly [name in Limit]: YamlValue } = {
    memory: needsOf(one.service)?.memory ?? '512M',
    cpus: '1.0',
    pids: 200,
  };
  const usesShort =
    map.entry('deploy') === undefined &&
    [...doc.services.values()].some(
      (other) => other.entry('mem_limit') ?? other.entry('cpus') ?? other.entry('pids_limit'),
    );
  const named = limits.map((limit) => [usesShort ? shortKeys[limit] : limit, values[limit]] as const);
  if (usesShort) return insertEntries(doc, map, named);
  const there = readResources(map.get('deploy'), 'limits')?.map;
  return there === undefined
    ? insertPath(doc, map, ['deploy', 'resources', 'limits'], Object.fromEntries(named))
    : insertEntries(doc, there, named);
}

/** A limit of nothing stands there: what to make of it only a person knows. */
function isSetSomewhere(one: Hardened, limit: Limit): boolean {
  return readResources(one.get('deploy'), 'limits')?.[limit] !== undefined || one.get(shortKeys[limit]) !== undefined;
}

/** All edits, those at one place joined, what goes on in the line before new lines; undefined where one is missing. */
export function together(parts: readonly Edits[]): Edits {
  const joined: Edit[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const edit of part) {
      const at = joined.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
      const before = joined[at];
      if (before === undefined) joined.push(edit);
      else {
        const goesOn = /^[\r\n]/.test(before.text) && !/^[\r\n]/.test(edit.text);
        joined[at] = { span: edit.span, text: goesOn ? edit.text + before.text : before.text + edit.text };
      }
    }
  }
  return joined;
}
