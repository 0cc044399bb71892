import { cachedByFacts } from '../../factReads.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import { SourceText } from '../../text/source.js';
import type { Span } from '../../text/span.js';
import { parseCompose } from '../document.js';
import { itemsOf, textField } from '../forms/pieces.js';
import { defaultsIn } from '../forms/defaults.js';
import type { Lookup } from '../interpolation/substitute.js';
import type { Layer } from '../project/layers.js';
import { neighboursOf, projectsQuery, queriesFrom, type Neighbour } from '../project/neighbours.js';
import { largestFile, parsedFile } from '../project/parsed.js';
import { folderOf, Places } from '../project/paths.js';
import { profilesIn } from '../project/profiles.js';
import { projectQueries, projectView } from '../project/view.js';
import { isAlternative } from '../project/workspace.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { settingsIn } from '../variables/dotenvFiles.js';
import { portBudget, PortTable, publishedBy, type Claim, type Published } from './claims.js';

/** A port that a project publishes where nobody asks for more than it starts by itself. */
export interface ProjectPort extends Claim {
  readonly service: string;
  /** The file where it is written, and where there. */
  readonly file: string;
  readonly at: Span;
}

/** What a project publishes; paths lead from the folder of the file that it was read from. */
export interface PublishedProject {
  readonly main: string;
  readonly files: ReadonlySet<string>;
  /** The name that it gives itself. */
  readonly name: string | undefined;
  readonly ports: readonly (ProjectPort & Pick<Published, 'mapping'>)[];
  readonly table: PortTable<ProjectPort>;
}

/** A port of a document that another project has too. */
export interface SharedPort {
  readonly own: PublishedProject['ports'][number];
  readonly port: number;
  readonly other: ProjectPort;
  /** Where `other` is written, from the folder of the document. */
  readonly path: string;
}

/** Questions of `sharedPorts`; none for a document that publishes nothing. */
export function sharedPortFacts(doc: ComposeDocument, known: Facts): readonly FactQuery[] {
  if (doc.path === undefined || isAlternative(doc.path) || !publishes(doc)) return [];
  const others = neighboursOf(doc, known).flatMap((one) => queriesFrom(doc, one, lookInto(one).queries));
  return [projectsQuery, ...projectQueries(doc, known), dotenvQuery(mainOf(doc, known)), ...others];
}

/** The ports of a document that other projects of the workspace have too, each with the first of them. Never throws. */
export function* sharedPorts(doc: ComposeDocument, facts: Facts): Iterable<SharedPort> {
  const neighbours = publishes(doc) ? neighboursOf(doc, facts) : [];
  const view = projectView(doc, facts);
  if (neighbours.length === 0 || view.role === 'apart') return;
  const own = publishedIn(doc)(facts);
  const places = new Places(doc.path);
  const others = neighbours.flatMap((neighbour) => {
    const place = (file: string): string => places.join(neighbour.folder, file);
    const { project } = lookInto(neighbour);
    const files = new Set([...project.files].map(place));
    const isSame = own.files.has(place(project.main)) || files.has(view.own) || files.has(own.main);
    return isSame || (own.name !== undefined && own.name === project.name) ? [] : [{ project, place }];
  });
  const told = new Set<ComposeNode>();
  const budget = portBudget();
  for (const port of own.ports) {
    if (port.file !== view.own || told.has(port.mapping.node)) continue;
    for (const { project, place } of others) {
      // A file that both have is no other one.
      const found = project.table.find(port, ({ file }) => !own.files.has(place(file)), budget);
      if (found === undefined) continue;
      told.add(port.mapping.node);
      yield { own: port, port: found.port, other: found.other, path: place(found.other.file) };
      break;
    }
  }
}

/** Whether the project of a document or one around it has a port. */
export function isTaken(doc: ComposeDocument, facts: Facts, port: number): boolean {
  const projects = [publishedIn(doc)(facts), ...neighboursOf(doc, facts).map((one) => lookInto(one).project)];
  return projects.some(({ table }) => table.has(port));
}

function publishes(doc: ComposeDocument): boolean {
  return [...doc.services.values()].some((service) => service.get('ports') !== undefined);
}

interface Looked {
  readonly project: PublishedProject;
  readonly queries: readonly FactQuery[];
}

/** Another project is read again only where one of its files has changed. */
function lookInto({ path, named, facts }: Neighbour): Looked {
  return looked(facts, JSON.stringify([path, named]));
}

const looked = cachedByFacts((facts, key): Looked => {
  const [path] = JSON.parse(key) as [string];
  const own = path.slice(path.lastIndexOf('/') + 1);
  const text = facts.read(own) ?? '';
  const doc = parseCompose(new SourceText(text.length > largestFile ? '' : text), path);
  const queries = [...projectQueries(doc, facts), dotenvQuery(mainOf(doc, facts))];
  // The trees of other files are not kept.
  return { project: { ...published(doc, facts), ports: [] }, queries: [{ kind: 'read', path: own }, ...queries] };
});

const publishedIn = memoised((doc: ComposeDocument) => memoised((facts: Facts) => published(doc, facts)));

function published(doc: ComposeDocument, facts: Facts): PublishedProject {
  const { all, files, own } = projectView(doc, facts);
  const main = mainOf(doc, facts);
  const text = facts.read(dotenvQuery(main).path);
  const settings = text === undefined ? new Map<string, string | undefined>() : settingsIn(text);
  const known =
    (defaults: Lookup): Lookup =>
    (name) =>
      settings.has(name) ? settings.get(name) : defaults(name);
  const active = profilesIn(text);
  const ports = [...all.values()].flatMap((service) => {
    if (service.profiles.length > 0 && active?.some((one) => service.profiles.includes(one)) !== true) return [];
    const homes = homesOf(service);
    // What is included from another folder has the variables of that one.
    const isHome = [...homes.values()].every((file) => !files.has(file) || folderOf(file) === folderOf(main));
    return publishedBy(service, (defaults) => known(isHome ? defaults : () => undefined)).map(({ claim, mapping }) => {
      const file = homes.get(mapping.node) ?? own;
      return { ...claim, mapping, service: service.name, file, at: mapping.node.span };
    });
  });
  const table = new PortTable<ProjectPort>();
  for (const { mapping, ...port } of ports) table.add({ ...port, at: mapping.node.span });
  const first = main === own ? doc : parsedFile(facts.read(main) ?? '');
  const nameNode = first.top('name')?.value;
  const name = settings.get('COMPOSE_PROJECT_NAME') ?? textField(nameNode, known(defaultsIn(nameNode)))?.value;
  return { main, files, name, ports, table };
}

/** The files that the entries of `ports` stand in. */
function homesOf({ leaves }: Layer): ReadonlyMap<ComposeNode, string> {
  return new Map(leaves.flatMap(({ file, map }) => itemsOf(map?.get('ports')).map((item) => [item, file] as const)));
}

function mainOf(doc: ComposeDocument, facts: Facts): string {
  const { files, own } = projectView(doc, facts);
  const [main = own] = files;
  return main;
}

/** The `.env` beside the first file of a project. */
function dotenvQuery(main: string): FactQuery {
  const folder = folderOf(main);
  return { kind: 'read', path: folder === '.' ? '.env' : `${folder}/.env` };
}
