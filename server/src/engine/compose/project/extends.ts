import { textField } from '../forms/pieces.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { Leaf, Pair, type Layer } from './layers.js';
import type { Loader } from './load.js';
import { folderOf } from './paths.js';
import { deepest, entriesOf, isBroken, pathIn } from './reading.js';

/** Why a service cannot extend another one. `file` and `node` are where the name of the other one is written. */
export type ExtendsProblem = {
  readonly file: string;
  readonly node: ComposeNode;
  readonly service: string;
  /** The services that lead there, the one that is wrong last; of a circle those of it, and the first one again. */
  readonly chain: readonly Link[];
} & (
  | {
      readonly kind: 'missing-service';
      readonly target: string;
      readonly path: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'missing-extends-file'; readonly path: string }
  | { readonly kind: 'extends-cycle' }
);

/** A service of a file. */
export interface Link {
  readonly file: string;
  readonly service: string;
}

/** Services among which names are looked for, and the folder from which paths in them lead. */
interface Scope {
  readonly file: string;
  readonly folder: string;
  readonly services: ReadonlyMap<string, Layer>;
  readonly done: Map<string, Layer | undefined>;
}

/** Lays each service over the one that it extends (compose-go, loader/extends.go). */
export function applyExtends(
  loader: Loader,
  services: ReadonlyMap<string, Layer>,
  file: string,
  folder: string,
): ReadonlyMap<string, Layer> {
  const scope: Scope = { file, folder, services, done: new Map() };
  const resolver = new Resolver(loader);
  return new Map([...services].map(([name, layer]) => [name, resolver.resolve(scope, name, []) ?? layer]));
}

class Resolver {
  readonly #loader: Loader;
  readonly #scopes = new Map<string, Scope>();

  constructor(loader: Loader) {
    this.#loader = loader;
  }

  /** A service with all that it extends; undefined where there is none of that name. */
  resolve(scope: Scope, name: string, stack: readonly Link[]): Layer | undefined {
    if (scope.done.has(name)) return scope.done.get(name);
    const layer = scope.services.get(name);
    const value = layer?.value('extends');
    const link = layer && value?.node && this.#target(layer, value.node, scope);
    const resolved = layer === undefined || link === undefined ? layer : this.#over(layer, link, scope, stack);
    scope.done.set(name, resolved);
    return resolved;
  }

  /** What `extends` names. */
  #target(layer: Layer, node: ComposeNode, scope: Scope): Target {
    const at = node.kind === 'map' ? node.get('service') : node;
    const file = node.kind === 'map' ? node.get('file') : undefined;
    const isHere = file === undefined || (file.kind === 'scalar' && file.value === null);
    return {
      at: at ?? node,
      name: textField(at)?.value,
      fileAt: isHere ? undefined : file,
      path: isHere ? scope.file : pathIn(file, scope.folder, this.#loader.places),
      leaf: layer.leaves.findLast(({ entry: { value } }) => value?.kind === 'map' && value.entry('extends')),
    };
  }

  #over(layer: Layer, target: Target, scope: Scope, stack: readonly Link[]): Layer {
    const { at, name, fileAt, path, leaf } = target;
    const open = new Pair(undefined, layer, 'extends');
    if (name === undefined || path === undefined || leaf === undefined) return open;
    const { problems } = this.#loader;
    const own: Link = { file: scope.file, service: layer.name };
    const chain = [...stack, own];
    const where = { file: leaf.file, node: at, service: layer.name, chain };
    const since = chain.findIndex(({ file, service }) => file === path && service === name);
    if (since >= 0) {
      problems.push({ ...where, kind: 'extends-cycle', chain: [...chain.slice(since), { file: path, service: name }] });
      return open;
    }
    const next = fileAt === undefined ? scope : this.#scopeOf(path);
    if (next === undefined || stack.length > deepest) {
      if (fileAt !== undefined && this.#loader.open(path) === 'absent') {
        problems.push({ ...where, node: fileAt, kind: 'missing-extends-file', path });
      }
      return open;
    }
    const base = this.resolve(next, name, chain);
    if (base === undefined) {
      const doc = this.#loader.open(next.file);
      if (typeof doc === 'string' || isBroken(doc)) return open;
      const known = [...next.services.keys()];
      problems.push({ ...where, kind: 'missing-service', target: name, path: fileAt === undefined ? '' : path, known });
      return open;
    }
    return base.isNull ? layer : new Pair(base, layer, 'extends');
  }

  /** The services of an extended file, all its documents merged, without what it includes. */
  #scopeOf(path: string): Scope | undefined {
    const before = this.#scopes.get(path);
    if (before !== undefined) return before;
    const doc = this.#loader.open(path);
    if (typeof doc === 'string') return undefined;
    const scope: Scope = { file: path, folder: folderOf(path), services: servicesOf(doc, path), done: new Map() };
    this.#scopes.set(path, scope);
    return scope;
  }
}

interface Target {
  /** Where the name of the service is written. */
  readonly at: ComposeNode;
  readonly name: string | undefined;
  /** Where the file is written; undefined where the service is one of the same file. */
  readonly fileAt: ComposeNode | undefined;
  readonly path: string | undefined;
  readonly leaf: Leaf | undefined;
}

function servicesOf({ roots }: ComposeDocument, path: string): ReadonlyMap<string, Layer> {
  const services = new Map<string, Layer>();
  for (const root of roots) {
    if (root.get('services')?.tag !== undefined) services.clear();
    for (const entry of entriesOf(root, 'services')) {
      const before = services.get(entry.key);
      const layer = new Leaf('services', path, entry);
      if (entry.value?.tag === 'reset') services.delete(entry.key);
      else services.set(entry.key, before && entry.value?.tag === undefined ? new Pair(before, layer, 'file') : layer);
    }
  }
  return services;
}
