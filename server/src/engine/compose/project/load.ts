import type { FactQuery, Facts } from '../../facts.js';
import type { MapNode } from '../tree/types.js';
import type { ComposeDocument, Section } from '../types.js';
import { applyExtends, type ExtendsProblem } from './extends.js';
import { includesOf, type IncludeProblem, type Inclusion } from './includes.js';
import { Leaf, Pair, type Layer } from './layers.js';
import { identityOf } from './nodes.js';
import { largestFile, parsedFile } from './parsed.js';
import { isRelative, Places } from './paths.js';
import { deepest, entriesOf, isBroken } from './reading.js';

export const sections = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'] as const;

/** So many files are looked into for one document. */
const mostFiles = 100;

/** What some files say together. */
export interface Model {
  readonly elements: Readonly<Record<Section, ReadonlyMap<string, Layer>>>;
  /** All files that were read for it. */
  readonly files: ReadonlySet<string>;
  /** Whether a file belongs to it that nobody could read, so that more may be declared there. */
  readonly isOpen: boolean;
}

export type FileProblem = ExtendsProblem | IncludeProblem;

interface Draft {
  readonly elements: Record<Section, Map<string, Layer>>;
  readonly files: Set<string>;
  isOpen: boolean;
}

/** Reads and merges the files of a project as far as facts allow; what it would read is kept as questions. */
export class Loader {
  readonly queries: FactQuery[] = [];
  readonly problems: FileProblem[] = [];
  readonly places: Places;
  readonly #facts: Facts;
  readonly #doc: ComposeDocument;
  readonly #docs = new Map<string, ComposeDocument | 'absent' | 'unknown'>();
  readonly #sets = new Map<string, Model>();

  constructor(doc: ComposeDocument, facts: Facts) {
    this.#doc = doc;
    this.#facts = facts;
    this.places = new Places(doc.path);
  }

  /** A file as it is, and whether it is surely not there. */
  open(path: string): ComposeDocument | 'absent' | 'unknown' {
    if (path === this.places.own) return this.#doc;
    const before = this.#docs.get(path);
    if (before !== undefined) return before;
    const doc = this.#docs.size < mostFiles && isRelative(path) ? this.#read(path) : 'unknown';
    this.#docs.set(path, doc);
    return doc;
  }

  /** The files that a configuration names as those of the project. */
  get named(): readonly string[] | undefined {
    return this.#facts.project?.map((path) => this.places.join('.', path));
  }

  /** The text of any file. */
  text(path: string): string | undefined {
    this.queries.push({ kind: 'read', path });
    return this.#facts.read(path);
  }

  /** The names in a folder. */
  list(path: string): readonly string[] {
    this.queries.push({ kind: 'list', path });
    return this.#facts.list(path) ?? [];
  }

  #read(path: string): ComposeDocument | 'absent' | 'unknown' {
    const text = this.text(path);
    if (text === undefined || text.length > largestFile) {
      return this.#facts.presence(path) === 'absent' ? 'absent' : 'unknown';
    }
    return parsedFile(text);
  }

  /**
   * The files of a project, laid over one another in order. Relative paths in them lead from `folder`; `stack` are the
   * files that include them.
   */
  load(paths: readonly string[], folder: string, stack: readonly Inclusion[] = []): Model {
    const key = [folder, ...paths].join('\n');
    const before = this.#sets.get(key);
    if (before !== undefined) return before;
    const draft = emptyDraft();
    for (const path of paths) {
      const doc = this.open(path);
      if (typeof doc === 'string' || isBroken(doc)) draft.isOpen = true;
      if (typeof doc === 'string') continue;
      draft.files.add(path);
      for (const root of doc.roots) this.#lay(draft, root, path, folder, stack);
    }
    this.#sets.set(key, draft);
    return draft;
  }

  /** One YAML document of a file over those before it: includes come first, then extends (compose-go, loader/loader.go). */
  #lay(draft: Draft, root: MapNode, path: string, folder: string, stack: readonly Inclusion[]): void {
    const own = emptyDraft();
    for (const section of sections) {
      for (const entry of entriesOf(root, section))
        own.elements[section].set(entry.key, new Leaf(section, path, entry));
    }
    this.#include(own, root, path, folder, stack);
    const services = applyExtends(this, own.elements.services, path, folder);
    for (const section of sections) {
      const target = draft.elements[section];
      if (root.get(section)?.tag !== undefined) target.clear();
      for (const [name, layer] of section === 'services' ? services : own.elements[section]) {
        const written = own.elements[section].get(name);
        const tag = written instanceof Leaf ? written.entry.value?.tag : undefined;
        const before = target.get(name);
        if (tag === 'reset') target.delete(name);
        else target.set(name, before === undefined || tag !== undefined ? layer : new Pair(before, layer, 'file'));
      }
    }
    for (const file of own.files) draft.files.add(file);
    draft.isOpen ||= own.isOpen;
  }

  #include(own: Draft, root: MapNode, path: string, folder: string, stack: readonly Inclusion[]): void {
    for (const include of includesOf(root, folder, this.places)) {
      const { paths = [], nodes } = include;
      const absent = paths.findIndex((one) => this.open(one) === 'absent');
      const node = nodes[Math.max(absent, 0)];
      const [main] = paths;
      if (main === undefined || node === undefined || stack.length > deepest || absent >= 0) {
        own.isOpen = true;
        if (node !== undefined && absent >= 0) {
          this.problems.push({ kind: 'missing-include', file: path, node, path: paths[absent] ?? '' });
        }
        continue;
      }
      const chain = [...stack, { file: path, node }];
      const since = chain.findIndex(({ file }) => file === main);
      if (since >= 0) {
        own.isOpen = true;
        this.problems.push({ kind: 'include-cycle', file: path, node, chain: chain.slice(since) });
        continue;
      }
      const model = this.load(paths, include.folder, chain);
      own.isOpen ||= model.isOpen;
      for (const file of model.files) own.files.add(file);
      for (const section of sections) importInto(own.elements[section], model.elements[section]);
    }
  }
}

/** What a file declares counts before what it includes, and what it includes first before the rest. */
function importInto(own: Map<string, Layer>, more: ReadonlyMap<string, Layer>): void {
  for (const [name, layer] of more) {
    const before = own.get(name);
    if (before === undefined) own.set(name, layer);
    else if (!isSame(before, layer)) own.set(name, new Pair(layer, before, 'include'));
  }
}

function isSame(a: Layer, b: Layer): boolean {
  if (a === b) return true;
  const values = (layer: Layer): string => layer.leaves.map(({ entry }) => identityOf(entry.value)).join('\n');
  return a.leaves.length === b.leaves.length && values(a) === values(b);
}

function emptyDraft(): Draft {
  const elements = Object.fromEntries(sections.map((section) => [section, new Map<string, Layer>()]));
  return { elements: elements as Draft['elements'], files: new Set(), isOpen: false };
}
