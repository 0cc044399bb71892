import { itemsOf } from '../forms/pieces.js';
import type { ComposeNode, MapEntry, MapNode } from '../tree/types.js';
import type { Section } from '../types.js';
import { isNull } from './nodes.js';
import { mergeValues } from './merge.js';

/** A value under a key of an element of a project. */
export interface LayerValue {
  readonly node: ComposeNode | undefined;
  /** `!reset` and `!override` take away what earlier files say. */
  readonly wipes: boolean;
}

/** An element of a section (a service, a network…) as one file has it, or as two that are laid over one another. */
export abstract class Layer {
  readonly section: Section;
  readonly name: string;
  readonly #values = new Map<string, LayerValue | undefined>();

  constructor(section: Section, name: string) {
    this.section = section;
    this.name = name;
  }

  /** Its parts, each as a file has it, in the order in which they are laid over one another. */
  abstract readonly leaves: readonly Leaf[];
  /** Whether something is laid over or below it that nobody could read. */
  abstract readonly isOpen: boolean;
  /** Whether something stands below its name. */
  abstract readonly isNull: boolean;

  value(key: string): LayerValue | undefined {
    if (!this.#values.has(key)) this.#values.set(key, this.find(key));
    return this.#values.get(key);
  }

  /** The value that counts; undefined too where only the key is written, or where it is taken away. */
  get(key: string): ComposeNode | undefined {
    return this.value(key)?.node;
  }

  /** Names that stand under `profiles` of a service; one without any always runs. */
  get profiles(): readonly string[] {
    return itemsOf(this.get('profiles')).flatMap((item) => (item.kind === 'scalar' ? [item.text.text] : []));
  }

  get keys(): ReadonlySet<string> {
    const keys = this.leaves.flatMap(({ entry }) => (entry.value?.kind === 'map' ? entry.value.entries : []));
    return new Set(keys.map(({ key }) => key).filter((key) => this.value(key)?.node !== undefined));
  }

  protected abstract find(key: string): LayerValue | undefined;
}

/** As one YAML document of a file has it. */
export class Leaf extends Layer {
  readonly file: string;
  readonly entry: MapEntry;
  readonly isOpen = false;

  constructor(section: Section, file: string, entry: MapEntry) {
    super(section, entry.key);
    this.file = file;
    this.entry = entry;
  }

  get leaves(): readonly Leaf[] {
    return [this];
  }

  get isNull(): boolean {
    return isNull(this.entry.value);
  }

  get map(): MapNode | undefined {
    return this.entry.value?.kind === 'map' ? this.entry.value : undefined;
  }

  protected find(key: string): LayerValue | undefined {
    const entry = this.map?.entry(key);
    if (entry === undefined) return undefined;
    const tag = entry.value?.tag;
    return { node: tag === 'reset' ? undefined : entry.value, wipes: tag !== undefined };
  }
}

/** How two are laid over one another: files and documents of a project, or what `extends` and `include` bring below. */
export type Joint = 'file' | 'extends' | 'include';

export class Pair extends Layer {
  /** Undefined where nobody could read it. */
  readonly base: Layer | undefined;
  readonly over: Layer;
  readonly joint: Joint;

  constructor(base: Layer | undefined, over: Layer, joint: Joint) {
    super(over.section, over.name);
    this.base = base;
    this.over = over;
    this.joint = joint;
  }

  get leaves(): readonly Leaf[] {
    return [...(this.base?.leaves ?? []), ...this.over.leaves];
  }

  get isOpen(): boolean {
    return this.base === undefined || this.base.isOpen || this.over.isOpen;
  }

  get isNull(): boolean {
    return this.over.isNull && (this.base?.isNull ?? false);
  }

  protected find(key: string): LayerValue | undefined {
    // What is extended keeps what it extends itself.
    if (key === 'extends' && this.joint === 'extends') return undefined;
    const base = this.base?.value(key);
    const over = this.over.value(key);
    const wipes = over?.wipes === true || (this.joint === 'file' && base?.wipes === true);
    if (over === undefined) return base && { node: base.node, wipes };
    if (base === undefined || over.wipes) return { node: over.node, wipes };
    return { node: mergeValues(base.node, over.node, [this.section, this.name, key]), wipes };
  }
}

/** What a service of a file says itself, in each of its YAML documents, and what it extends. */
export interface OwnParts {
  readonly leaves: readonly Leaf[];
  readonly bases: readonly { readonly entry: MapEntry; readonly base: Layer }[];
}

export function ownParts(layer: Layer, file: string): OwnParts {
  if (layer instanceof Leaf) return { leaves: layer.file === file ? [layer] : [], bases: [] };
  if (!(layer instanceof Pair)) return { leaves: [], bases: [] };
  const { base, over, joint } = layer;
  const parts = ownParts(over, file);
  if (base === undefined) return parts;
  if (joint === 'extends') {
    const entry = parts.leaves.at(-1)?.map?.entry('extends');
    return entry === undefined ? parts : { leaves: parts.leaves, bases: [...parts.bases, { entry, base }] };
  }
  const below = ownParts(base, file);
  return { leaves: [...below.leaves, ...parts.leaves], bases: [...below.bases, ...parts.bases] };
}

/** Whether a service says what it runs. */
export function hasSource(service: Layer): boolean {
  return ['image', 'build', 'provider'].some((key) => service.get(key) !== undefined);
}
