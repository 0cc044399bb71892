import { usesOf, type Declared } from '../declared.js';
import type { NameUse } from '../forms/names.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import { contextsOf, cyclesOf, edgesOf, type Edge } from '../references.js';
import type { ComposeDocument } from '../types.js';
import { besideQueries, laidOver } from './beside.js';
import { Leaf, ownParts, type Layer } from './layers.js';
import { projectQueries, projectView, type ProjectView } from './view.js';

/** Where a service of this file uses something of the project. */
export interface OwnUse<T> {
  /** As it is in the end. */
  readonly service: Layer;
  /** In the words of this file: of what an extended file brings, `extends` and its value. */
  readonly use: T;
  /** The extended file that brings it. */
  readonly inherited: string | undefined;
}

type Named = Pick<NameUse, 'name' | 'span' | 'whole' | 'node'>;
type Readable = Pick<Layer, 'get'>;

/**
 * What the services of a file use, in the words of the file. What another file takes away is left out, and what another
 * file of the project brings, which has it told there; an extended file is no part of the project, so what it brings is
 * told here (`isTold`).
 */
function usesHere<T extends Named>(
  { all, files, own, services }: ProjectView,
  read: (service: Readable) => readonly T[],
  isTold: (file: string) => boolean = (file) => !files.has(file),
): readonly OwnUse<T>[] {
  return [...services.keys()].flatMap((name) => {
    const service = all.get(name);
    if (service === undefined) return [];
    // Nothing is laid over it or below it.
    if (service instanceof Leaf) return read(service).map((use) => ({ service, use, inherited: undefined }));
    const merged = new Set(read(service).map((use) => use.name));
    const { leaves, bases } = ownParts(service, own);
    const uses = leaves
      .flatMap((leaf) => read(leaf))
      .flatMap((use): OwnUse<T>[] => (merged.has(use.name) ? [{ service, use, inherited: undefined }] : []));
    const known = new Set(uses.map(({ use }) => use.name));
    for (const { entry, base } of bases) {
      const file = base.leaves.find((leaf) => isTold(leaf.file))?.file;
      if (file === undefined) continue;
      for (const use of read(base)) {
        if (known.has(use.name) || !merged.has(use.name)) continue;
        known.add(use.name);
        const span = entry.value?.span ?? entry.keySpan;
        uses.push({ service, use: { ...use, span, whole: entry.span, node: undefined }, inherited: file });
      }
    }
    return uses;
  });
}

/**
 * Names that services of this file use and the project does not declare (compose-go, loader/validate.go). Empty where
 * files that nobody could read may declare them.
 */
export function undeclared(doc: ComposeDocument, facts: Facts, section: Declared): readonly OwnUse<UndeclaredUse>[] {
  const view = projectView(doc, facts);
  if (!view.isComplete) return [];
  const known = view.declared(section);
  return usesHere(view, (service) => usesOf(service, section)).flatMap(({ use, ...rest }) => {
    const { name } = use;
    if (name === '' || known.has(name) || (section === 'networks' && name === 'default')) return [];
    return [{ ...rest, use: { ...use, laidOver: laidOver(doc, view, facts, section, name) } }];
  });
}

/** A use of a name, with the file that is meant to be laid over the project and has it. */
export interface UndeclaredUse extends NameUse {
  readonly laidOver: string | undefined;
}

/** What `undeclared` asks for: of the files beside the project only where something is missing. */
export function undeclaredQueries(section: Declared) {
  return (doc: ComposeDocument, known: Facts): readonly FactQuery[] => [
    ...projectQueries(doc, known),
    ...(undeclared(doc, known, section).length > 0 ? besideQueries(doc, known) : []),
  ];
}

/** Where services of this file lead to others, in the words of the file. */
export const edgesHere = memoised((view: ProjectView): readonly OwnUse<Edge>[] => usesHere(view, edgesOf));

/** Of more services it is not asked who leads to whom. */
const mostServices = 200;

/** The services of a project that do not lead to one: with the others it would go in a circle. */
export function withoutUsers({ all }: ProjectView, name: string): ProjectView['all'] {
  if (all.size > mostServices) return all;
  const left = new Map(all);
  const gone = [name];
  for (let one = gone.pop(); one !== undefined; one = gone.pop()) {
    left.delete(one);
    for (const service of left.values()) {
      if (edgesOf(service).some((edge) => edge.name === one)) gone.push(service.name);
    }
  }
  return left;
}

/** Where builds of this file take from images of services. */
export function contextsHere(view: ProjectView): readonly OwnUse<Edge>[] {
  return usesHere(view, contextsOf);
}

/** Those that services of this file inherit from one another among them. */
function allEdgesHere(view: ProjectView): readonly OwnUse<Edge>[] {
  const isPlain = [...view.all.values()].every((service) => service instanceof Leaf);
  return isPlain ? edgesHere(view) : usesHere(view, edgesOf, () => true);
}

/** One step of a circle of services. */
export interface Step extends Edge {
  readonly start: string;
  /** Whether it is written in this file. */
  readonly isHere: boolean;
}

/** Services of the project that wait for one another, as far as this file has a part in it. */
export function projectCycles(doc: ComposeDocument, facts: Facts): readonly (readonly Step[])[] {
  const view = projectView(doc, facts);
  const here = new Map<string, Step[]>();
  for (const { service, use } of allEdgesHere(view)) {
    const steps = here.get(service.name) ?? [];
    here.set(service.name, steps);
    steps.push({ ...use, start: service.name, isHere: true });
  }
  const steps = [...view.all.values()].flatMap((service) => {
    const own = here.get(service.name) ?? [];
    const known = new Set(own.map(({ name }) => name));
    const others = service instanceof Leaf && own.length > 0 ? [] : edgesOf(service);
    return [...own, ...others.filter(({ name }) => !known.has(name)).map((edge) => away(edge, service.name))];
  });
  return cyclesOf(
    steps.filter(({ name }) => view.all.has(name)),
    view.all.keys(),
    (cycle) => cycle.some(({ isHere }) => isHere),
  );
}

function away(edge: Edge, start: string): Step {
  return { ...edge, start, isHere: false };
}
