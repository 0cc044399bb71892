import { memoised } from '../memo.js';
import type { FactQuery, Facts } from '../facts.js';
import type { Finding, Fix } from '../rule.js';
import { shown } from '../wording.js';
import { namedElsewhere, siblingQueries } from './companions.js';
import { hasMainName, usesOf, type Declared } from './declared.js';
import { removalOfEntry, removalOfSection } from './edits/lines.js';
import { itemsOf } from './forms/pieces.js';
import { readVolumes } from './forms/volumes.js';
import type { ComposeNode, MapEntry } from './tree/types.js';
import type { Layer } from './project/layers.js';
import { projectQueries, projectView } from './project/view.js';
import type { ComposeDocument } from './types.js';

/** What a file declares and none of its services uses. */
interface Unused {
  /** The section as it is written. */
  readonly section: MapEntry;
  readonly entries: readonly MapEntry[];
}

/** A service of the project, or what a file says of it. */
type Readable = Pick<Layer, 'get'>;

/** Whether a variable decides what a service uses. */
function isVariable(service: Readable, section: Declared): boolean {
  if (section === 'volumes') {
    return itemsOf(service.get('volumes')).some((item) => {
      const source = item.kind === 'map' ? item.get('source') : item;
      return source?.kind === 'scalar' && source.interpolated && /^(?:[^./~:$][^:$]*)?\$/.test(source.text.text);
    });
  }
  const build = service.get('build');
  const more = section === 'secrets' && build?.kind === 'map' ? itemsOf(build.get('secrets')) : [];
  return [...itemsOf(service.get(section)), ...more].some((item) => {
    const node = item.kind === 'map' && section !== 'networks' ? item.get('source') : item;
    return node?.kind === 'scalar' && node.interpolated;
  });
}

/** Names that a service uses in other ways: mounts of any kind, a config of its credentials, the network of its build. */
function otherUses(service: Readable, section: Declared): readonly string[] {
  const build = service.get('build');
  const specification = service.get('credential_spec');
  if (section === 'volumes') {
    return readVolumes(service.get('volumes')).mounts.flatMap(({ source }) => source?.value ?? []);
  }
  const nodes: (ComposeNode | undefined)[] =
    section === 'networks'
      ? [service.get('network_mode'), build?.kind === 'map' ? build.get('network') : undefined]
      : section === 'configs' && specification?.kind === 'map'
        ? [specification.get('config')]
        : [];
  return nodes.flatMap((node) => (node?.kind === 'scalar' ? [node.text.text] : []));
}

function usedBy(services: Iterable<Readable>, section: Declared): ReadonlySet<string> {
  const used = new Set<string>();
  for (const service of services) {
    for (const { name } of usesOf(service, section)) used.add(name);
    for (const word of otherUses(service, section)) {
      used.add(word).add(section === 'networks' ? word.slice(word.indexOf('_') + 1) : word);
    }
  }
  // What every service without networks of its own joins.
  if (section === 'networks') used.add('default');
  return used;
}

const unusedIn = memoised((doc: ComposeDocument) => {
  const known = new Map<Declared, Unused | undefined>();
  return (section: Declared): Unused | undefined => {
    if (!known.has(section)) known.set(section, find(doc, section));
    return known.get(section);
  };
});

/** What the services of the very file do not use. */
function find(doc: ComposeDocument, section: Declared): Unused | undefined {
  const entry = doc.top(section);
  if (entry?.value?.kind !== 'map' || doc.roots.length !== 1 || !hasMainName(doc)) return undefined;
  const used = usedBy(doc.services.values(), section);
  const entries = entry.value.entries.filter(
    ({ key, merged, value }) => !merged && value?.tag === undefined && !used.has(key) && !key.startsWith('x-'),
  );
  return entries.length === 0 ? undefined : { section: entry, entries };
}

/** What to ask for where a file declares something that its services do not use. */
export function unusedQueries(doc: ComposeDocument, known: Facts, section: Declared): readonly FactQuery[] {
  if (unusedIn(doc)(section) === undefined) return [];
  return [...projectQueries(doc, known), ...siblingQueries(doc, known)];
}

/** A finding for each name of a section that no service of the project uses, nor another file of the folder speaks of. */
export function* unusedNames(doc: ComposeDocument, facts: Facts, section: Declared, kind: string): Iterable<Finding> {
  const unused = unusedIn(doc)(section);
  if (unused === undefined) return;
  const view = projectView(doc, facts);
  const services = [...view.all.values()];
  if (view.role !== 'main' || !view.isComplete || services.length === 0) return;
  if (services.some((service) => service.isOpen || isVariable(service, section))) return;
  const used = usedBy(services, section);
  const isElsewhere = namedElsewhere(doc, facts, view.files);
  const entries = unused.entries.filter(({ key }) => !used.has(key) && !isElsewhere(key));
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
