import { cachedByFacts } from '../../factReads.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import { SourceText } from '../../text/source.js';
import { cachedByText } from '../../textCache.js';
import type { Span } from '../../text/span.js';
import { parseCompose } from '../document.js';
import { itemsOf, textField } from '../forms/pieces.js';
import { defaultsIn } from '../forms/defaults.js';
import type { Lookup } from '../interpolation/substitute.js';
import { areAlternatives, runningIn, type Running } from '../project/alternatives.js';
import { baseNames } from '../project/discover.js';
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
  readonly runs: readonly Running[];
}

/** Another project, by its ports. */
interface OtherProject extends Omit<PublishedProject, 'ports'> {
  readonly table: PortTable<ProjectPort>;
  /** Where its ports are written. */
  readonly read: readonly string[];
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
  if (projectView(doc, known).role === 'apart') return projectQueries(doc, known);
  const others = neighboursOf(doc, known).flatMap((one) => queriesFrom(doc, one, queriesOf(one)));
  return [projectsQuery, ...projectQueries(doc, known), dotenvQuery(mainOf(doc, known)), ...others];
}

/** The ports of a document that other projects of the workspace have too, each with the first of them. Never throws. */
export function* sharedPorts(doc: ComposeDocument, facts: Facts): Iterable<SharedPort> {
  const neighbours = publishes(doc) ? neighboursOf(doc, facts) : [];
  const view = projectView(doc, facts);
  if (neighbours.length === 0 || view.role === 'apart' || isShadowed(view.own, facts)) return;
  const own = publishedIn(doc)(facts);
  const places = new Places(doc.path);
  const others = neighbours.flatMap((neighbour) => {
    const place = (file: string): string => places.join(neighbour.folder, file);
    const project = projectOf(neighbour);
    const files = new Set([...project.files].map(place));
    const isSame = own.files.has(place(project.main)) || files.has(view.own) || files.has(own.main);
    const hasName = own.name !== undefined && own.name === project.name;
    if (isSame || hasName || areAlternatives(own.runs, project.runs)) return [];
    // What both have from one file is no other port.
    const common = new Set(project.read.filter((file) => own.files.has(place(file))));
    return [{ table: project.table, place, common }];
  });
  const told = new Set<ComposeNode>();
  const budget = portBudget();
  for (const port of own.ports) {
    if (port.file !== view.own || told.has(port.mapping.node)) continue;
    for (const { table, place, common } of others) {
      const found = table.find(port, ({ file }) => !common.has(file), budget);
      if (found === undefined) continue;
      told.add(port.mapping.node);
      yield { own: port, port: found.port, other: found.other, path: place(found.other.file) };
      break;
    }
  }
}

/** Whether the project of a document or one around it has a port. */
export function isTaken(doc: ComposeDocument, facts: Facts, port: number): boolean {
  const tables = [tableIn(doc)(facts), ...neighboursOf(doc, facts).map((one) => projectOf(one).table)];
  return tables.some((table) => table.has(port));
}

/** Compose finds another file of the folder first. */
function isShadowed(own: string, facts: Facts): boolean {
  const before = baseNames.slice(0, Math.max(0, baseNames.indexOf(own)));
  return facts.project === undefined && before.some((name) => facts.presence(name) === 'present');
}

function publishes(doc: ComposeDocument): boolean {
  return [...doc.services.values()].some((service) => service.get('ports') !== undefined);
}

/** What has to be read to know another project. */
function queriesOf({ path, named, facts }: Neighbour): readonly FactQuery[] {
  return queriesIn(facts, keyOf(path, named));
}

/** Another project is looked into again only where one of its files has changed. */
function projectOf({ path, named, facts }: Neighbour): OtherProject {
  return projectIn(facts, keyOf(path, named));
}

/** Its files count by what they are called: `named` is a part of the facts. */
function keyOf(path: string, named: readonly string[] = []): string {
  return [path, ...named].join('\n');
}

const queriesIn = cachedByFacts((facts, key): readonly FactQuery[] => {
  const doc = mainFile(facts, key);
  const own: FactQuery = { kind: 'read', path: nameIn(key) };
  return [own, ...projectQueries(doc, facts), dotenvQuery(mainOf(doc, facts))];
});

/** The trees of other files are not kept. */
const projectIn = cachedByFacts((facts, key): OtherProject => {
  const { ports, ...project } = published(mainFile(facts, key), facts);
  return { ...project, table: tableOf(ports), read: [...new Set(ports.map(({ file }) => file))] };
});

function mainFile(facts: Facts, key: string): ComposeDocument {
  const text = facts.read(nameIn(key)) ?? '';
  return parsedAt(`${pathIn(key)}\n${text.length > largestFile ? '' : text}`);
}

const parsedAt = cachedByText((key) => {
  const path = pathIn(key);
  return parseCompose(new SourceText(key.slice(path.length + 1)), path);
});

function pathIn(key: string): string {
  return key.slice(0, (key + '\n').indexOf('\n'));
}

function nameIn(key: string): string {
  const path = pathIn(key);
  return path.slice(path.lastIndexOf('/') + 1);
}

const publishedIn = memoised((doc: ComposeDocument) => weaklyMemoised((facts: Facts) => published(doc, facts)));
const tableIn = memoised((doc: ComposeDocument) =>
  weaklyMemoised((facts: Facts) => tableOf(publishedIn(doc)(facts).ports)),
);

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
  const first = main === own ? doc : parsedFile(facts.read(main) ?? '');
  const nameNode = first.top('name')?.value;
  const name = settings.get('COMPOSE_PROJECT_NAME') ?? textField(nameNode, known(defaultsIn(nameNode)))?.value;
  return { main, files, name, ports, runs: runningIn(all.values(), new Places(doc.path)) };
}

function tableOf(ports: PublishedProject['ports']): PortTable<ProjectPort> {
  const table = new PortTable<ProjectPort>();
  for (const { address, protocol, first, last, service, file, at } of ports) {
    table.add({ address, protocol, first, last, service, file, at });
  }
  return table;
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
