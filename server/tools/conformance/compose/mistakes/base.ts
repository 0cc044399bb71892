import type { MapEntry, MapNode } from '../../../../src/engine/compose/tree/types.js';
import type { ComposeDocument, Section, Service } from '../../../../src/engine/compose/types.js';
import type { Span } from '../../../../src/engine/text/span.js';
import type { Random } from './random.js';
import type { Planted } from './types.js';

/** A service whose keys stand on lines of their own, and belong to no other. */
export interface BlockService {
  readonly service: Service;
  readonly map: MapNode;
  /** Blanks before its keys. */
  readonly indent: string;
}

/** A file that Compose accepts, with what is needed to break it. */
export class Base {
  readonly name: string;
  readonly text: string;
  readonly doc: ComposeDocument;
  readonly newline: string;
  readonly services: readonly BlockService[];

  constructor(name: string, doc: ComposeDocument) {
    this.name = name;
    this.doc = doc;
    this.text = doc.source.text;
    this.newline = this.text.includes('\r\n') ? '\r\n' : '\n';
    this.services = [...doc.services.values()].flatMap((service): readonly BlockService[] => {
      const { map } = service;
      const first = map?.entries.find(({ merged }) => !merged);
      if (map === undefined || first === undefined || map.flow || map.sharedBy !== undefined) return [];
      const indent = this.indentAt(first.keySpan.start);
      return indent === undefined ? [] : [{ service, map, indent }];
    });
  }

  /** The blanks before a place; undefined where something else stands there too. */
  indentAt(offset: number): string | undefined {
    const before = this.text.slice(this.lineStart(offset), offset);
    return /^ *$/.test(before) ? before : undefined;
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of its line, before what ends it. */
  lineEnd(offset: number): number {
    const feed = this.text.indexOf('\n', offset);
    const end = feed < 0 ? this.text.length : feed;
    return this.text[end - 1] === '\r' && end > offset ? end - 1 : end;
  }

  /** A service that has none of some keys. */
  without(random: Random, ...keys: readonly string[]): BlockService | undefined {
    return random.of(this.services.filter(({ map }) => keys.every((key) => map.entry(key) === undefined)));
  }

  /** The lines of a key of its own in a service, in the style of the file; the key that is there makes room. */
  put(to: BlockService | undefined, ...lines: readonly string[]): Planted | undefined {
    if (to === undefined) return undefined;
    const key = /^[^:]+/.exec(lines[0] ?? '')?.[0] ?? '';
    const before = to.map.entry(key);
    if (before !== undefined) {
      if (before.merged || before.value?.sharedBy !== undefined || before.value?.anchor !== undefined) return undefined;
      const { start, end } = before.span;
      const last = start + this.text.slice(start, end).trimEnd().length;
      return this.replace({ start, end: last }, lines.join(this.newline + to.indent));
    }
    const first = to.map.entries.find(({ merged }) => !merged);
    return first === undefined ? undefined : this.insert(this.lineStart(first.keySpan.start), this.block(to, lines));
  }

  /** In some service. */
  add(random: Random, ...lines: readonly string[]): Planted | undefined {
    return this.put(random.of(this.services), ...lines);
  }

  /** An entry at the top of the file, in its section if there is one. */
  declare(section: Section, ...lines: readonly string[]): Planted {
    const known = this.doc.top(section)?.value;
    const first = known?.kind === 'map' && !known.flow ? known.entries.find(({ merged }) => !merged) : undefined;
    const indent = first === undefined ? undefined : this.indentAt(first.keySpan.start);
    if (first !== undefined && indent !== undefined) {
      return this.insert(this.lineStart(first.keySpan.start), this.lined(indent, lines));
    }
    const start = this.text.endsWith('\n') ? '' : this.newline;
    return this.insert(this.text.length, `${start}${section}:${this.newline}${this.lined('  ', lines)}`);
  }

  /** Two changes at once, each made in the text as it is; both places count. */
  both(one: Planted | undefined, other: Planted | undefined): Planted | undefined {
    if (one === undefined || other === undefined) return undefined;
    const edits = [one, other].map(({ text, places: [place] }) => {
      const start = place?.start ?? 0;
      const length = (place?.end ?? 0) - start;
      const removed = this.text.length + length - text.length;
      return { start, end: start + removed, insert: text.slice(start, start + length) };
    });
    const [first, second] = edits.sort((a, b) => a.start - b.start);
    if (first === undefined || second === undefined || second.start < first.end) return undefined;
    const shift = first.insert.length - (first.end - first.start);
    const text =
      this.text.slice(0, first.start) +
      first.insert +
      this.text.slice(first.end, second.start) +
      second.insert +
      this.text.slice(second.end);
    return {
      text,
      places: [
        { start: first.start, end: first.start + first.insert.length },
        { start: second.start + shift, end: second.start + shift + second.insert.length },
      ],
    };
  }

  insert(at: number, insert: string): Planted {
    return this.replace({ start: at, end: at }, insert);
  }

  replace({ start, end }: Span, insert: string): Planted {
    return {
      text: this.text.slice(0, start) + insert + this.text.slice(end),
      places: [{ start, end: start + insert.length }],
    };
  }

  /** Keys of services that stand on a line of their own and are written there. */
  entries(wanted: (entry: MapEntry) => boolean = () => true): readonly MapEntry[] {
    return this.services.flatMap(({ map }) =>
      map.entries.filter((entry) => !entry.merged && this.indentAt(entry.keySpan.start) !== undefined && wanted(entry)),
    );
  }

  private block({ indent }: BlockService, lines: readonly string[]): string {
    return this.lined(indent, lines);
  }

  private lined(indent: string, lines: readonly string[]): string {
    return lines.map((line) => `${indent}${line}${this.newline}`).join('');
  }
}
