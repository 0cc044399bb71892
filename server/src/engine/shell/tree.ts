import { forEachChild, type NodeOf, type NodeType, type ParsedScript, type SyntaxNode } from './unbash/nodes.js';

/** Nested scripts are scanned once more for each level; these bound the sum, in levels and in UTF-16 units. */
const maxDepth = 100;
const maxRescan = 2_000_000;

/** A node of the tree where it stands. */
export interface Site<N extends SyntaxNode = SyntaxNode> {
  readonly node: N;
  readonly parent: Site | undefined;
  /** UTF-16 offsets in the text of the tree; those of the whole `` `…` `` for a node inside escaped backticks. */
  readonly start: number;
  readonly end: number;
  /** Whether `node.pos` and `node.end` count the text of the tree: nothing else can be edited. */
  readonly exact: boolean;
}

/**
 * The syntax tree of one shell text, every node with its way up, in the order of the text. It stays with the text in
 * the cache of parsed scripts, so that what is computed from it is computed once for a RUN that nobody changes.
 */
export class ShellTree {
  readonly text: string;
  readonly script: ParsedScript;
  #byType: ReadonlyMap<NodeType, readonly Site[]> | undefined;

  constructor(text: string, script: ParsedScript) {
    this.text = text;
    this.script = script;
  }

  /** Whether all of the text could be read. */
  get whole(): boolean {
    return (this.script.errors ?? []).length === 0;
  }

  /** Every node of one type, nested scripts included, in the order of the text. Never throws. */
  of<T extends NodeType>(type: T): readonly Site<NodeOf<T>>[] {
    this.#byType ??= sitesByType(this.script);
    return (this.#byType.get(type) ?? []) as readonly Site<NodeOf<T>>[];
  }
}

/** The nearest site above of one of these types. Never throws. */
export function above<T extends NodeType>(site: Site, ...types: readonly T[]): Site<NodeOf<T>> | undefined {
  for (let at = site.parent; at !== undefined; at = at.parent) {
    if ((types as readonly NodeType[]).includes(at.node.type)) return at as Site<NodeOf<T>>;
  }
  return undefined;
}

/** Whether an expansion stands in double quotes, so that its value is neither split nor matched with file names. */
export function isQuoted(site: Site): boolean {
  for (let at = site.parent; at !== undefined; at = at.parent) {
    const { type } = at.node;
    if (type === 'DoubleQuoted' || type === 'LocaleString') return true;
    if (type === 'Word' || type === 'Script' || type === 'HereDocBody') return false;
  }
  return false;
}

function sitesByType(script: ParsedScript): ReadonlyMap<NodeType, readonly Site[]> {
  const found = new Map<NodeType, Site[]>();
  let rescan = maxRescan;
  interface Waiting {
    readonly site: Site;
    readonly depth: number;
  }
  const root: Site = { node: script, parent: undefined, start: script.pos, end: script.end, exact: true };
  const waiting: Waiting[] = [{ site: root, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { site, depth } = next;
    const sites = found.get(site.node.type);
    if (sites === undefined) found.set(site.node.type, [site]);
    else sites.push(site);
    const children: Waiting[] = [];
    const add = (node: SyntaxNode, exact: boolean, level: number): void => {
      const { start, end } = exact ? { start: node.pos, end: node.end } : site;
      children.push({ site: { node, parent: site, start, end, exact }, depth: level });
    };
    const nested = scriptOf(site.node);
    if (nested !== undefined) {
      rescan -= site.end - site.start;
      if (depth < maxDepth && rescan > 0) add(nested, site.exact && nested.source === undefined, depth + 1);
    } else forEachChild(site.node, (child) => add(child, site.exact, depth));
    while (children.length > 0) {
      const last = children.pop();
      if (last !== undefined) waiting.push(last);
    }
  }
  return found;
}

function scriptOf(node: SyntaxNode): ParsedScript | undefined {
  switch (node.type) {
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      return node.script;
    default:
      return undefined;
  }
}
