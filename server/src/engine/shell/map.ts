import { MappedText, type Segment } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import type { ShellTree } from './tree.js';
import type { RawAssignment, RawCommand, RawRedirect, RawScript, RawWord } from './raw.js';
import type { ShellAssignment, ShellCommand, ShellError, ShellRedirect, ShellScript, ShellWord } from './types.js';

/** The script with document spans through `text`, whose joined text the offsets of `raw` count. Commands are mapped at the first question. */
export function mapScript(raw: RawScript, text: MappedText): ShellScript {
  return new MappedScript(raw, text);
}

class MappedScript implements ShellScript {
  readonly simple: boolean;
  readonly text: MappedText;
  readonly #raw: RawScript;
  #commands: readonly ShellCommand[] | undefined;

  constructor(raw: RawScript, text: MappedText) {
    this.#raw = raw;
    this.text = text;
    this.simple = raw.simple;
  }

  get tree(): ShellTree | undefined {
    return this.#raw.tree;
  }

  get commands(): readonly ShellCommand[] {
    this.#commands ??= this.#raw.commands.map((command) => mapCommand(command, this.text));
    return this.#commands;
  }

  get errors(): readonly ShellError[] {
    return this.#raw.errors.map(({ start, end, kind, message }) => ({
      span: this.text.span(start, end),
      kind,
      message,
    }));
  }
}

class MappedWord implements ShellWord {
  readonly value: string;
  readonly literal: boolean;
  readonly #raw: RawWord;
  readonly #map: MappedText;

  constructor(raw: RawWord, map: MappedText) {
    this.value = raw.value;
    this.literal = raw.literal;
    this.#raw = raw;
    this.#map = map;
  }

  get span(): Span {
    return this.#map.span(this.#raw.start, this.#raw.end);
  }

  get text(): string {
    return this.#raw.text;
  }

  get quoted(): boolean {
    return this.#raw.quoted;
  }

  get variables(): readonly string[] {
    return this.#raw.variables;
  }

  get content(): MappedText | undefined {
    const { pieces, value } = this.#raw;
    return pieces && new MappedText(value, segments(pieces, value.length, this.#map));
  }
}

function segments(pieces: readonly number[], length: number, map: MappedText): readonly Segment[] {
  const result: Segment[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const from = pieces[i] ?? 0;
    const to = pieces[i + 2] ?? length;
    const start = pieces[i + 1] ?? 0;
    let at = from;
    for (const { start: source, end } of map.pieces(start, start + to - from)) {
      result.push({ joined: at, source });
      at += end - source;
    }
  }
  return result;
}

function mapCommand(raw: RawCommand, text: MappedText): ShellCommand {
  const words = mapAll(raw.words, text, mapWord);
  return {
    span: text.span(raw.start, raw.end),
    assignments: mapAll(raw.assignments, text, mapAssignment),
    words,
    redirects: mapAll(raw.redirects, text, mapRedirect),
    name: raw.name,
    args: words.length < 2 ? none : words.slice(1),
    join: raw.join,
    scopes: raw.scopes,
    list: raw.list,
  };
}

const none: readonly never[] = [];

function mapAll<R, T>(raws: readonly R[], text: MappedText, map: (raw: R, text: MappedText) => T): readonly T[] {
  return raws.length === 0 ? none : raws.map((raw) => map(raw, text));
}

function mapWord(raw: RawWord, text: MappedText): ShellWord {
  return new MappedWord(raw, text);
}

function mapAssignment(raw: RawAssignment, text: MappedText): ShellAssignment {
  return { name: raw.name, span: text.span(raw.start, raw.end), value: mapWord(raw.value, text) };
}

function mapRedirect(raw: RawRedirect, text: MappedText): ShellRedirect {
  return {
    operator: raw.operator,
    descriptor: raw.descriptor,
    span: text.span(raw.start, raw.end),
    target: raw.target && mapWord(raw.target, text),
    body: raw.body && mapWord(raw.body, text),
  };
}
