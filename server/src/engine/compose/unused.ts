import { memoised } from '../memo.js';
import type { Facts } from '../facts.js';
import type { Finding, Fix } from '../rule.js';
import { shown } from '../wording.js';
import { namedElsewhere } from './companions.js';
import { standsAlone, usesOf, type Declared } from './declared.js';
import { removalOfEntry, removalOfSection } from './edits.js';
import { itemsOf } from './forms/pieces.js';
import { readVolumes } from './forms/volumes.js';
import type { ComposeNode, MapEntry } from './tree/types.js';
import type { ComposeDocument, Service } from './types.js';

/** What a file declares and none of its services uses. */
interface Unused {
  /** The section as it is written. */
  readonly section: MapEntry;
  readonly entries: readonly MapEntry[];
}

/** Whether a service may use more than is written: it extends one of another file, or a variable decides. */
function isOpen(doc: ComposeDocument, service: Service, section: Declared): boolean {
  const { map } = service;
  const base = map?.get('extends');
  if (base?.kind === 'map' && base.get('file') !== undefined) return true;
  if (section === 'volumes') {
    return readVolumes(map?.get('volumes')).mounts.some(
      ({ source }) => source !== undefined && /^[^./~].*\$|^\$/s.test(doc.source.slice(source.span)),
    );
  }
  const build = map?.get('build');
  const more = section === 'secrets' && build?.kind === 'map' ? itemsOf(build.get('secrets')) : [];
  return [...itemsOf(map?.get(section)), ...more].some((item) => {
    const node = item.kind === 'map' && section !== 'networks' ? item.get('source') : item;
    return node?.kind === 'scalar' && node.interpolated;
  });
}

/** Names that a service uses in other ways: mounts of any kind, a config of its credentials, the network of its build. */
function otherUses({ map }: Service, section: Declared): readonly string[] {
  const build = map?.get('build');
  const specification = map?.get('credential_spec');
  if (section === 'volumes') {
    return readVolumes(map?.get('volumes')).mounts.flatMap(({ source }) => source?.value ?? []);
  }
  const nodes: (ComposeNode | undefined)[] =
    section === 'networks'
      ? [map?.get('network_mode'), build?.kind === 'map' ? build.get('network') : undefined]
      : section === 'configs' && specification?.kind === 'map'
        ? [specification.get('config')]
        : [];
  return nodes.flatMap((node) => (node?.kind === 'scalar' ? [node.text.text] : []));
}

const unusedIn = memoised((doc: ComposeDocument) => {
  const known = new Map<Declared, Unused | undefined>();
  return (section: Declared): Unused | undefined => {
    if (!known.has(section)) known.set(section, find(doc, section));
    return known.get(section);
  };
});

function find(doc: ComposeDocument, section: Declared): Unused | undefined {
  const entry = doc.top(section);
  if (entry?.value?.kind !== 'map' || doc.roots.length !== 1 || doc.services.size === 0 || !standsAlone(doc)) {
    return undefined;
  }
  const services = [...doc.services.values()];
  if (services.some((service) => isOpen(doc, service, section))) return undefined;
  const used = new Set(services.flatMap((service) => usesOf(service, section).map(({ name }) => name)));
  const words = services.flatMap((service) => otherUses(service, section));
  for (const word of words) used.add(word).add(section === 'networks' ? word.slice(word.indexOf('_') + 1) : word);
  // What every service without networks of its own joins.
  if (section === 'networks') used.add('default');
  const entries = entry.value.entries.filter(
    ({ key, merged, value }) => !merged && value?.tag === undefined && !used.has(key) && !key.startsWith('x-'),
  );
  return entries.length === 0 ? undefined : { section: entry, entries };
}

/** Whether a file declares something that its services do not use. */
export function hasUnused(doc: ComposeDocument, section: Declared): boolean {
  return unusedIn(doc)(section) !== undefined;
}

/** A finding for each name of a section that no service uses, neither here nor in another file of the folder. */
export function* unusedNames(doc: ComposeDocument, facts: Facts, section: Declared, kind: string): Iterable<Finding> {
  const unused = unusedIn(doc)(section);
  if (unused === undefined) return;
  const isElsewhere = namedElsewhere(doc, facts);
  const entries = unused.entries.filter(({ key }) => !isElsewhere(key));
  const { value } = unused.section;
  const isAll = value?.kind === 'map' && entries.length === value.entries.length;
  for (const entry of entries) {
    yield {
      at: entry.keySpan,
      message: `No service uses the ${kind} ${shown(entry.key)}, so Compose passes over it.`,
      owner: entry.span,
      fixes: () => removal(doc, unused.section, entry, isAll, kind),
    };
  }
}

function removal(
  { source }: ComposeDocument,
  section: MapEntry,
  entry: MapEntry,
  isAll: boolean,
  kind: string,
): readonly Fix[] {
  const { value } = section;
  if (value?.sharedBy !== undefined || section.merged) return [];
  const edit = isAll ? removalOfSection(source, section) : removalOfEntry(source, entry);
  if (edit === undefined || (isAll && source.slice(edit.span).includes('docker-patterns'))) return [];
  const isOnly = value?.kind === 'map' && value.entries.length === 1;
  const title = isAll && !isOnly ? `Remove all of ${section.key}, which no service uses` : `Remove the ${kind}`;
  return [{ title, safety: 'safe', edits: () => [edit] }];
}
