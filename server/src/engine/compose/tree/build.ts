import { isAlias, isMap, isScalar, type Alias, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Scalar as YamlScalar } from 'yaml';
import type { Span } from '../../text/span.js';
import { firstLine, headOf, isMergeKey, isNothing, keyLines, styleOf, valueOf } from './facts.js';
import { filled, noHead, nonString, repeated, type Anchored, type Built, type Filling } from './filling.js';
import { List, Mapping, Scalar, type Head, type Share, type Written } from './nodes.js';
import { isClosed } from './flow.js';
import type { ParsedPair, ReadPart } from './parts.js';
import { isTimestamp } from './scalar.js';
import type { ComposeNode, MapEntry, ScalarNode, TreeProblem } from './types.js';

/** compose-go refuses a document with more values (loader/reset.go, `defaultMaxNodeVisits`). */
const mostValues = 100_000;
/** Values that aliases may stand for in all; from there on YAML readers speak of an attack. */
const mostAliased = 400_000;
/** Mappings and lists within one another. */
const deepest = 500;

/**
 * Makes nodes of the `yaml` package into ours, in the order of the text, each once: an alias leads to the very node that
 * it stands for. Anchors of one document are known in the next, as in Compose.
 */
export class Builder {
  readonly problems: TreeProblem[] = [];
  readonly #source: string;
  readonly #anchors = new Map<string, Anchored>();
  /** Where in the text the part starts that is being read; places of the `yaml` package count from there. */
  #base = 0;
  #values = 0;
  #aliased = 0;

  constructor(source: string) {
    this.#source = source;
  }

  document(node: ParsedNode): ComposeNode {
    this.#values = 0;
    this.#base = 0;
    return this.#counted(this.#build(node, undefined, 0));
  }

  /** A document that was read in parts. */
  parts(parts: readonly ReadPart[]): ComposeNode {
    this.#values = 0;
    return this.#counted(this.#joined(parts, 0));
  }

  #counted({ node }: Built): ComposeNode {
    if (this.#values > mostValues) {
      const message = `Compose reads at most ${mostValues} values of a file, and this has ${this.#values}.`;
      this.problems.push({ code: 'too-many-values', span: firstLine(this.#source, node.span.start), message });
    }
    return node;
  }

  #build(node: ParsedNode, outer: Share | undefined, depth: number): Built {
    this.#values++;
    if (isAlias(node)) return this.#alias(node);
    const { anchor } = node;
    if (anchor === undefined) return this.#plain(node, headOf(node, outer), depth);
    const share: Share = { by: undefined, outer };
    const anchored: Anchored = { share, node: undefined, size: 0 };
    this.#anchors.set(anchor, anchored);
    const built = this.#plain(node, headOf(node, share), depth);
    anchored.node = built.node;
    anchored.size = built.size;
    return built;
  }

  #plain(node: Exclude<ParsedNode, Alias.Parsed>, head: Head, depth: number): Built {
    if (isScalar(node)) return { node: this.#scalar(node, head), size: 1 };
    if (depth >= deepest) {
      const span = { start: node.range[0] + this.#base, end: node.range[1] + this.#base };
      this.problems.push({ code: 'too-deep', span: firstLine(this.#source, span.start), message: tooDeep });
      return this.#unknown(span);
    }
    return isMap(node) ? this.#map(node, head, depth) : this.#list(node, head, depth);
  }

  #alias({ source: name, range: [start, end] }: Alias.Parsed): Built {
    const span = { start: start + this.#base, end: end + this.#base };
    const target = this.#anchors.get(name);
    if (target === undefined) {
      const message = `No anchor &${name} stands above this alias, so Compose cannot read the file.`;
      this.problems.push({ code: 'unknown-alias', span, word: name, message });
      return this.#unknown(span);
    }
    if (target.node === undefined) {
      const message = `This alias stands inside &${name} itself, so its value would never end.`;
      this.problems.push({ code: 'alias-cycle', span, word: name, message });
      return this.#unknown(span);
    }
    if (this.#aliased + target.size > mostAliased) {
      if (!this.problems.some(({ code }) => code === 'too-many-values')) {
        const message = `With all aliases followed this file has more than ${mostAliased} values, which Compose refuses to read.`;
        this.problems.push({ code: 'too-many-values', span, word: name, message });
      }
      return this.#unknown(span);
    }
    this.#aliased += target.size;
    target.share.by ??= span;
    return { node: target.node, size: target.size };
  }

  #map({ items, flow, range }: YAMLMap.Parsed, head: Head, depth: number): Built {
    const start = range[0] + this.#base;
    const filling = filled(head, depth, start);
    for (const pair of items) this.#pair(filling, pair);
    if (flow === true) return this.#filled(filling, true, { start, end: range[1] + this.#base });
    return this.#filled(filling, false, { start: this.#startOf(items[0]?.key, start), end: filling.end });
  }

  /** The mapping whose entries were read in parts. */
  #joined(parts: readonly ReadPart[], depth: number): Built {
    this.#values++;
    const start = parts[0]?.start ?? 0;
    const filling = filled(noHead, depth, start);
    for (const { base, items, inner } of parts) {
      this.#base = base;
      for (const pair of items) this.#pair(filling, pair, inner);
    }
    return this.#filled(filling, false, { start, end: filling.end });
  }

  #pair(filling: Filling, pair: ParsedPair, inner?: readonly ReadPart[]): void {
    const { head, depth, index, places, merges } = filling;
    const { keySpan, key } = this.#keyOf(pair.key, index, head.share, depth);
    const built =
      inner !== undefined
        ? this.#joined(inner, depth + 1)
        : pair.value === null || isNothing(pair.value)
          ? undefined
          : this.#build(pair.value, head.share, depth + 1);
    if (built === undefined) this.#values++;
    filling.size += built?.size ?? 1;
    const end = built === undefined ? keySpan.end : this.#endOf(pair.value, built);
    filling.end = Math.max(filling.end, end);
    const first = places.get(key);
    if (first === undefined) places.set(key, keySpan);
    else this.problems.push(repeated(key, keySpan, first));
    if (isMergeKey(pair.key)) {
      merges.push(...this.#merge(built?.node, keySpan));
      return;
    }
    // The last one counts, and stands where it is written.
    index.delete(key);
    index.set(key, { key, keySpan, value: built?.node, span: { start: keySpan.start, end }, merged: false });
  }

  #filled({ head, index, merges, size }: Filling, isFlow: boolean, span: Span): Built {
    const inherited = this.#inherit(index, merges);
    return { node: new Mapping(span, head, isFlow, index), size: size + inherited };
  }

  /** Puts in what merge keys bring and the mapping does not say itself; of several sources the first counts. */
  #inherit(index: Map<string, MapEntry>, merges: readonly ComposeNode[]): number {
    let count = 0;
    for (const source of merges) {
      if (source.kind !== 'map') continue;
      for (const entry of source.entries) {
        const own = index.get(entry.key);
        if (own?.merged === false) index.set(entry.key, { ...own, hides: true });
        if (own !== undefined || ++this.#aliased > mostAliased) continue;
        count++;
        index.set(entry.key, { ...entry, merged: true });
      }
    }
    return count;
  }

  /** The mappings of a merge key (https://yaml.org/type/merge.html). */
  #merge(value: ComposeNode | undefined, keySpan: Span): readonly ComposeNode[] {
    const sources = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
    const isUnknown = (node: ComposeNode): boolean => node.kind === 'scalar' && node.interpolated;
    const wrong = sources.find((node) => node.kind !== 'map' && !isUnknown(node));
    if (wrong !== undefined || value === undefined) {
      const message = '"<<" takes an alias of a mapping, or a list of such aliases.';
      this.problems.push({
        code: 'invalid-merge',
        span: value === undefined ? keySpan : (wrong ?? value).span,
        message,
      });
    }
    return sources;
  }

  /**
   * The key and its place. Of a plain text over several lines, which is what a key without its colon makes of the line
   * below, only the last line is taken, and the others for keys without a value.
   */
  #keyOf(
    node: ParsedNode | null,
    index: Map<string, MapEntry>,
    share: Share | undefined,
    depth: number,
  ): { readonly keySpan: Span; readonly key: string } {
    const span = this.#place(node);
    const raw = this.#source.slice(span.start, span.end);
    const isTorn = isScalar(node) && node.type === 'PLAIN' && raw.includes('\n');
    if (!isTorn) return { keySpan: span, key: this.#key(node, span, share, depth) };
    const lines = keyLines(raw, span.start);
    const last = lines.pop();
    for (const { key, keySpan } of lines) {
      if (!index.has(key)) index.set(key, { key, keySpan, value: undefined, span: keySpan, merged: false });
    }
    return last ?? { keySpan: span, key: raw };
  }

  #key(node: ParsedNode | null, span: Span, share: Share | undefined, depth: number): string {
    if (isAlias(node)) {
      const { node: target } = this.#alias(node);
      return target.kind === 'scalar' ? target.text.text : this.#source.slice(span.start, span.end);
    }
    if (isScalar(node)) {
      const text = String(node.value);
      if (node.anchor !== undefined) this.#build(node, share, depth);
      if (isMergeKey(node)) return text;
      const value = valueOf(node);
      const isPlainText = typeof value === 'string' && !(node.type === 'PLAIN' && isTimestamp(text));
      if (!isPlainText && value !== undefined) this.problems.push(nonString(span, text));
      return text;
    }
    if (node !== null) this.#build(node, share, depth + 1);
    const text = this.#source.slice(span.start, span.end);
    this.problems.push(nonString(span, text));
    return text;
  }

  #list({ items, flow, range }: YAMLSeq.Parsed, head: Head, depth: number): Built {
    const nodes: ComposeNode[] = [];
    const start = range[0] + this.#base;
    let size = 1;
    let end = start + 1;
    for (const item of items) {
      // `[a: 1]` is a mapping in a list.
      const built = this.#build(item, head.share, depth + 1);
      size += built.size;
      end = Math.max(end, this.#endOf(item, built));
      nodes.push(built.node);
    }
    const span = { start, end: flow === true ? range[1] + this.#base : end };
    return { node: new List(span, head, flow === true, nodes), size };
  }

  #scalar(node: YamlScalar.Parsed, head: Head): ScalarNode {
    const span = this.#place(node);
    const content = String(node.value);
    const value = valueOf(node);
    if (value === undefined) {
      const message = `${content.length > 40 ? 'This value' : content} is not what the tag in front of it says.`;
      this.problems.push({ code: 'invalid-tag', span, message });
    }
    if (!isClosed(this.#source, span)) {
      const quote = { start: span.start, end: span.start + 1 };
      this.problems.push({ code: 'yaml-syntax', span: quote, message: 'The text in quotes is not closed.' });
    }
    return new Scalar(span, head, value === undefined ? content : value, this.#written(node, content));
  }

  #written({ type, srcToken, range }: YamlScalar.Parsed, content: string): Written {
    const indent = srcToken?.type === 'block-scalar' ? srcToken.indent : 0;
    return { source: this.#source, style: styleOf(type), content, indent, end: range[1] + this.#base };
  }

  /** What stands where an alias leads nowhere: it may be anything. */
  #unknown(span: Span): Built {
    const content = this.#source.slice(span.start, span.end);
    const written: Written = { source: this.#source, style: 'plain', content, indent: 0, end: span.end };
    return { node: new Scalar(span, noHead, content, written, true), size: 1 };
  }

  #startOf(node: ParsedNode | null | undefined, otherwise: number): number {
    return node === null || node === undefined ? otherwise : this.#place(node).start;
  }

  /** What is written of a node, without the line end behind a block scalar. */
  #place(node: ParsedNode | null): Span {
    if (node === null) return { start: 0, end: 0 };
    const start = node.range[0] + this.#base;
    let end = Math.min(node.range[1] + this.#base, this.#source.length);
    if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
      while (end > start && /[\s]/.test(this.#source.charAt(end - 1))) end--;
    }
    return { start: Math.min(start, end), end };
  }

  #endOf(node: ParsedNode | null, { node: built }: Built): number {
    return isAlias(node) ? node.range[1] + this.#base : built.span.end;
  }
}

const tooDeep = 'This is nested more deeply than any Compose file, so it is not read.';
