import { isMap, isScalar, parseAllDocuments, visit, type Pair, type ParsedNode } from 'yaml';
import { cutParts, type Part } from './cut.js';
import { yamlOptions } from './options.js';

export type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** What the YAML reader makes of each part of a file, by the text of the part. */
export type KnownParts = ReadonlyMap<string, readonly ParsedPair[]>;

/** Entries of a mapping that were read together. */
export interface ReadPart {
  /** Where the text starts from which their places count. */
  readonly base: number;
  /** Where the first key starts. */
  readonly start: number;
  readonly items: readonly ParsedPair[];
  /** The value of the only entry. */
  readonly inner: readonly ReadPart[] | undefined;
}

/** A file that was read in parts, and what to hand in with the next version of its text. */
export interface ReadParts {
  readonly parts: readonly ReadPart[];
  readonly known: KnownParts;
}

/**
 * Reads a file part by part and takes over those that are `known`, so that an edit costs the part that it is in.
 * Undefined where the file has to be read as a whole: it is written unusually, or something in it is wrong.
 */
export function readParts(text: string, known: KnownParts | undefined): ReadParts | undefined {
  const parts = cutParts(text);
  if (parts === undefined) return undefined;
  const now = new Map<string, readonly ParsedPair[]>();
  const read = readAll(parts, known, now);
  return read && { parts: read, known: now };
}

function readAll(
  parts: readonly Part[],
  known: KnownParts | undefined,
  now: Map<string, readonly ParsedPair[]>,
): readonly ReadPart[] | undefined {
  const found: ReadPart[] = [];
  for (const { base, start, text, inner } of parts) {
    const items = known?.get(text) ?? now.get(text) ?? pairsOf(text, start - base);
    if (items === undefined || (inner !== undefined && items.length !== 1)) return undefined;
    now.set(text, items);
    const below = inner && readAll(inner, known, now);
    if (inner !== undefined && below === undefined) return undefined;
    found.push({ base, start, items, inner: below });
  }
  return found;
}

/** The entries of a block mapping whose first key stands `indent` characters behind the start of the text. */
function pairsOf(text: string, indent: number): readonly ParsedPair[] | undefined {
  // Of its own: what is cut out of a text keeps the whole of it alive.
  const own = `${text} `.slice(0, -1);
  let documents;
  try {
    documents = [...parseAllDocuments(own, yamlOptions)];
  } catch {
    return undefined;
  }
  const [document] = documents;
  const contents = document?.contents;
  if (documents.length !== 1 || document?.errors.length !== 0 || !isMap(contents) || contents.flow === true) {
    return undefined;
  }
  const items: readonly ParsedPair[] = contents.items;
  const key = items[0]?.key;
  if (!isScalar(key) || key.range[0] !== indent || contents.anchor !== undefined || contents.tag !== undefined) {
    return undefined;
  }
  const forget = (node: { srcToken?: unknown }): void => {
    node.srcToken = undefined;
  };
  visit(contents, {
    Pair: (_, pair) => {
      forget(pair);
    },
    // Of the tokens only the indentation of block texts is asked for.
    Node: (_, node) => {
      if (node.srcToken?.type !== 'block-scalar') forget(node);
    },
  });
  return items;
}
