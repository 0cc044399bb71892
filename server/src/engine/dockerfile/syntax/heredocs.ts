import { MappedText, type Segment } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { heredocMarks, type HeredocMark } from './heredoc-marks.js';
import type { LineReader } from './lines.js';
import { instructionKeywords } from './tables.js';
import type { Heredoc } from './types.js';

/** Reads the bodies of heredocs behind their logical line, as BuildKit's Parse does (parser/parser.go). */
export class HeredocReader {
  readonly #reader: LineReader;
  /** Last start of each line, by its text; with and without leading tabs. Built when a terminator is missing. */
  readonly #last = new Map<boolean, ReadonlyMap<string, number>>();

  constructor(reader: LineReader) {
    this.#reader = reader;
  }

  /** The heredocs that the line `joined` opens; leaves the reader at the last line that belongs to them. */
  read(joined: MappedText): readonly Heredoc[] {
    return heredocMarks(this.#untrimmed(joined)).map((mark) => this.#body(joined, mark));
  }

  /** BuildKit looks for heredocs before it takes off blanks at the end, of which a backslash may keep one. */
  #untrimmed(joined: MappedText): string {
    const { text } = joined;
    if (!text.endsWith('\\')) return text;
    const next = this.#reader.text.charAt(joined.offset(text.length));
    return next === ' ' || next === '\t' ? text + next : text;
  }

  #body(joined: MappedText, mark: HeredocMark): Heredoc {
    const reader = this.#reader;
    const start = reader.next;
    const known = this.#last.get(mark.chomp);
    const lost = known !== undefined && (known.get(mark.name) ?? -1) < start;
    const before = { start: reader.start, end: reader.end, next: reader.next };
    while (!lost && reader.advance()) {
      if (terminatorOf(reader, mark.chomp) !== mark.name) continue;
      const terminator = { start: reader.start, end: reader.end };
      return new HeredocNode(reader.text, joined, mark, { start, end: reader.start }, terminator);
    }
    if (!lost) {
      Object.assign(reader, before);
      this.#index(mark.chomp);
    }
    this.#skipToInstruction();
    return new HeredocNode(reader.text, joined, mark, { start, end: Math.max(start, reader.next) }, undefined);
  }

  #index(chomp: boolean): void {
    const reader = this.#reader;
    const before = { start: reader.start, end: reader.end, next: reader.next };
    const lines = new Map<string, number>();
    while (reader.advance()) lines.set(terminatorOf(reader, chomp), reader.start);
    Object.assign(reader, before);
    this.#last.set(chomp, lines);
  }

  /** An unfinished heredoc ends before the next line that plainly is an instruction, so that the rest is still read. */
  #skipToInstruction(): void {
    const reader = this.#reader;
    for (;;) {
      const before = { start: reader.start, end: reader.end, next: reader.next };
      if (!reader.advance()) return;
      if (!looksLikeInstruction(reader)) continue;
      Object.assign(reader, before);
      return;
    }
  }
}

function terminatorOf({ text, start, end }: LineReader, chomp: boolean): string {
  let from = start;
  while (chomp && from < end && text.charCodeAt(from) === 9) from++;
  return text.slice(from, end);
}

function looksLikeInstruction({ text, start, end }: LineReader): boolean {
  const word = /^[A-Z]+(?=[ \t])/.exec(text.slice(start, Math.min(end, start + 12)))?.[0];
  return word !== undefined && instructionKeywords.includes(word);
}

class HeredocNode implements Heredoc {
  readonly name: string;
  readonly chomp: boolean;
  readonly expand: boolean;
  readonly fileDescriptor: number;
  readonly span: Span;
  readonly bodySpan: Span;
  readonly terminatorSpan?: Span;
  readonly #text: string;
  #body: MappedText | undefined;

  constructor(text: string, joined: MappedText, mark: HeredocMark, bodySpan: Span, terminatorSpan: Span | undefined) {
    this.name = mark.name;
    this.chomp = mark.chomp;
    this.expand = mark.expand;
    this.fileDescriptor = mark.fileDescriptor;
    this.span = joined.span(mark.start, mark.end);
    this.bodySpan = bodySpan;
    if (terminatorSpan !== undefined) this.terminatorSpan = terminatorSpan;
    this.#text = text;
  }

  get body(): MappedText {
    const { start, end } = this.bodySpan;
    this.#body ??= this.chomp
      ? withoutTabs(this.#text, start, end)
      : MappedText.at(this.#text.slice(start, end), start);
    return this.#body;
  }
}

/** The lines `start..end` without the tabs at their start. */
function withoutTabs(text: string, start: number, end: number): MappedText {
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  for (let line = start; line < end;) {
    const feed = text.indexOf('\n', line);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    while (line < next && text.charCodeAt(line) === 9) line++;
    segments.push({ joined: length, source: line });
    parts.push(text.slice(line, next));
    length += next - line;
    line = next;
  }
  return segments.length === 0 ? MappedText.at('', start) : new MappedText(parts.join(''), segments);
}
