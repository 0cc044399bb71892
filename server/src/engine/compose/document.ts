import { Memory } from '../memo.js';
import type { SourceText } from '../text/source.js';
import type { LintDocument } from '../rule.js';
import { parseTree, type ParsedTree } from './tree/parse.js';
import type { ComposeNode, ComposeTree, MapEntry, MapNode, TreeProblem } from './tree/types.js';
import type { ComposeDocument, NamedElement, Section, Service } from './types.js';

/** Longer texts are not read. */
export const textLimit = 1_500_000;

/**
 * A parsed Compose file. The YAML is read at once, everything behind it at the first question and once, in time that
 * grows with the text. Never throws. What the YAML reader made of parts of the text that are in `earlier` too, the
 * document of the version before, is taken over.
 */
export function parseCompose(source: SourceText, path?: string, earlier?: LintDocument): ComposeDocument {
  return new ParsedCompose(source, path, earlier instanceof ParsedCompose ? earlier : undefined);
}

class ParsedCompose implements ComposeDocument {
  readonly language = 'compose';
  readonly source: SourceText;
  readonly path: string | undefined;
  readonly limited: boolean;
  readonly memory = new Memory();
  readonly #tree: ParsedTree;
  readonly #sections = new Map<Section, ReadonlyMap<string, NamedElement>>();
  #services: ReadonlyMap<string, Service> | undefined;

  constructor(source: SourceText, path: string | undefined, earlier: ParsedCompose | undefined) {
    this.source = source;
    this.path = path;
    this.limited = source.text.length > textLimit;
    this.#tree = this.limited
      ? tooLarge(source)
      : parseTree(source, earlier === undefined ? undefined : earlier.#tree.known);
  }

  get roots(): readonly MapNode[] {
    return this.#tree.roots;
  }

  get problems(): readonly TreeProblem[] {
    return this.#tree.problems;
  }

  get services(): ReadonlyMap<string, Service> {
    return (this.#services ??= elements(this.roots, 'services', (entry) => new ServiceElement(entry)));
  }

  get networks(): ReadonlyMap<string, NamedElement> {
    return this.#section('networks');
  }

  get volumes(): ReadonlyMap<string, NamedElement> {
    return this.#section('volumes');
  }

  get secrets(): ReadonlyMap<string, NamedElement> {
    return this.#section('secrets');
  }

  get configs(): ReadonlyMap<string, NamedElement> {
    return this.#section('configs');
  }

  get models(): ReadonlyMap<string, NamedElement> {
    return this.#section('models');
  }

  top(key: string): MapEntry | undefined {
    for (let at = this.roots.length - 1; at >= 0; at--) {
      const entry = this.roots[at]?.entry(key);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  #section(section: Section): ReadonlyMap<string, NamedElement> {
    const before = this.#sections.get(section);
    if (before !== undefined) return before;
    const known = elements(this.roots, section, (entry) => new Element(section, entry));
    this.#sections.set(section, known);
    return known;
  }
}

function tooLarge(source: SourceText): ComposeTree {
  const { start, end } = source.lineSpan(0);
  const message = 'This file has more than 1.5 million characters, so it is not checked.';
  return { roots: [], problems: [{ code: 'input-too-large', span: { start, end: Math.min(end, 200) }, message }] };
}

/** The entries of a section in all documents; `!reset` takes away what stood before. */
function elements<T>(
  roots: readonly MapNode[],
  section: Section,
  make: (entry: MapEntry) => T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const root of roots) {
    const node = root.get(section);
    if (node?.tag !== undefined) found.clear();
    if (node?.kind !== 'map' || node.tag === 'reset') continue;
    for (const entry of node.entries) {
      if (entry.value?.tag === 'reset') found.delete(entry.key);
      else found.set(entry.key, make(entry));
    }
  }
  return found;
}

class Element<S extends Section> implements NamedElement {
  readonly section: S;
  readonly name: string;
  readonly nameSpan: MapEntry['keySpan'];
  readonly span: MapEntry['span'];
  readonly node: ComposeNode | undefined;

  constructor(section: S, { key, keySpan, span, value }: MapEntry) {
    this.section = section;
    this.name = key;
    this.nameSpan = keySpan;
    this.span = span;
    this.node = value;
  }

  get map(): MapNode | undefined {
    return this.node?.kind === 'map' ? this.node : undefined;
  }

  get external(): boolean {
    const node = this.map?.get('external');
    return node?.kind === 'map' || (node?.kind === 'scalar' && isTrue(node.value));
  }
}

class ServiceElement extends Element<'services'> implements Service {
  constructor(entry: MapEntry) {
    super('services', entry);
  }

  get(key: string): ComposeNode | undefined {
    return this.map?.get(key);
  }

  entry(key: string): MapEntry | undefined {
    return this.map?.entry(key);
  }

  get profiles(): readonly string[] {
    const node = this.get('profiles');
    return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.text.text] : [])) : [];
  }
}

/** As compose-go casts texts where it wants a truth value (interpolation, `toBoolean`). */
function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(?:true|y|yes|on)$/i.test(value));
}
