import { unknownFacts, type FactQuery, type Facts } from '../../facts.js';
import { memoised, Memory, weaklyMemoised, type Remembering } from '../../memo.js';
import type { ComposeNode, MapEntry } from '../tree/types.js';
import type { ComposeDocument, Section, Service } from '../types.js';
import { discover, type Project, type Role } from './discover.js';
import type { Layer } from './layers.js';
import { Loader, type FileProblem } from './load.js';

/** A service with all that Compose would merge into it. */
export interface ServiceView {
  readonly name: string;
  /** As this file has it; findings are about its words. In a file of several YAML documents the last one that has it. */
  readonly service: Service;
  /** The value that counts in the end; its place may be in another file, so only `service` and `here` give ranges. */
  get(key: string): ComposeNode | undefined;
  /** The entries under a key in each file that has it, this file's own included, in the order in which they count. */
  all(key: string): readonly MapEntry[];
  /** Those of this very service in this file, in each of its YAML documents. */
  here(key: string): readonly MapEntry[];
  /** Names under `profiles` in the end; one without any always runs. */
  readonly profiles: readonly string[];
  /**
   * Whether all that may be merged into it is known. What is missing may be missed only then: an extended file that
   * nobody could read, or a fragment that another file completes, may have it.
   */
  readonly isWhole: boolean;
}

/** The services of a file as Compose would see them, and the project that they belong to. */
export interface ProjectView extends Remembering {
  /** Those of this file. */
  readonly services: ReadonlyMap<string, ServiceView>;
  /** Those of the whole project. */
  readonly all: ReadonlyMap<string, Layer>;
  readonly role: Role;
  /** Whether the project is known in whole, so that what it does not declare is missing. */
  readonly isComplete: boolean;
  /** What the project declares under a section. */
  declared(section: Section): ReadonlyMap<string, Layer>;
  /** The files of the project; those that are only extended are none. */
  readonly files: ReadonlySet<string>;
  /** The file itself, as `files`, `problems` and layers call it. */
  readonly own: string;
  /** What is wrong with `extends` and `include` in all files of the project. */
  readonly problems: readonly FileProblem[];
}

interface Known {
  readonly view: ProjectView;
  readonly queries: readonly FactQuery[];
}

const views = memoised((doc: ComposeDocument) =>
  weaklyMemoised((facts: Facts): Known => {
    const loader = new Loader(doc, facts);
    const project = discover(loader);
    return { view: new View(doc, loader, project), queries: loader.queries };
  }),
);

/** What a rule asks for before it looks at the view: again, knowing the answers so far. */
export function projectQueries(doc: ComposeDocument, known: Facts = unknownFacts): readonly FactQuery[] {
  return doc.roots.length > 0 ? views(doc)(known).queries : [];
}

/** The services of this file, merged with what other files say of them. Never throws. */
export function projectView(doc: ComposeDocument, facts: Facts): ProjectView {
  return views(doc)(facts).view;
}

class View implements ProjectView {
  readonly memory = new Memory();
  readonly services: ReadonlyMap<string, ServiceView>;
  readonly role: Role;
  readonly isComplete: boolean;
  readonly own: string;
  readonly problems: readonly FileProblem[];
  readonly #project: Project;

  constructor(doc: ComposeDocument, { places, problems }: Loader, project: Project) {
    const { role, isComplete, model, isWhole } = project;
    this.role = role;
    this.isComplete = isComplete;
    this.own = places.own;
    this.problems = problems;
    this.#project = project;
    this.services = new Map(
      [...doc.services].map(([name, service]) => [
        name,
        new OwnService(service, model.elements.services.get(name), places.own, isWhole),
      ]),
    );
  }

  get all(): ReadonlyMap<string, Layer> {
    return this.declared('services');
  }

  get files(): ReadonlySet<string> {
    return this.#project.model.files;
  }

  declared(section: Section): ReadonlyMap<string, Layer> {
    return this.#project.model.elements[section];
  }
}

class OwnService implements ServiceView {
  readonly name: string;
  readonly service: Service;
  readonly #layer: Layer | undefined;
  readonly #own: string;
  readonly #isWhole: (name: string) => boolean;

  /** Without a layer the service is one that a later file takes away. */
  constructor(service: Service, layer: Layer | undefined, own: string, isWhole: (name: string) => boolean) {
    this.name = service.name;
    this.service = service;
    this.#layer = layer;
    this.#own = own;
    this.#isWhole = isWhole;
  }

  get(key: string): ComposeNode | undefined {
    return this.#layer === undefined ? this.service.get(key) : this.#layer.get(key);
  }

  all(key: string): readonly MapEntry[] {
    return entriesIn(this.#layer, key, () => true);
  }

  here(key: string): readonly MapEntry[] {
    return entriesIn(this.#layer, key, ({ file, name }) => file === this.#own && name === this.name);
  }

  get profiles(): readonly string[] {
    return (this.#layer ?? this.service).profiles;
  }

  get isWhole(): boolean {
    return this.#layer !== undefined && !this.#layer.isOpen && this.#isWhole(this.name);
  }
}

function entriesIn(
  layer: Layer | undefined,
  key: string,
  isWanted: (leaf: Layer['leaves'][number]) => boolean,
): readonly MapEntry[] {
  return (layer?.leaves ?? []).flatMap((leaf) => {
    const entry = isWanted(leaf) && leaf.entry.value?.kind === 'map' ? leaf.entry.value.entry(key) : undefined;
    return entry === undefined ? [] : [entry];
  });
}
