import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { findBlank, skipSpaces, trimSpaces, upperAscii } from './characters.js';
import { readFlags, type FlagList } from './flags.js';
import { jsonStrings, readJson, type JsonReading } from './json.js';
import type { LogicalLine } from './lines.js';
import { instructionFacts, type InstructionFacts } from './tables.js';
import type { CommandPart, Comment, Flag, Heredoc, Instruction, JsonString, KeyValue, Word } from './types.js';
import type { JoinedWord } from './word.js';
import { blankWords, jsonWords, quotedWords, readPairs, splitPair, wholeWord } from './words.js';

/** What an instruction is built from. */
export interface InstructionParts {
  readonly index: number;
  readonly text: string;
  readonly line: LogicalLine;
  /** The instruction from its keyword on: all of the line, or what follows ONBUILD. */
  readonly joined: MappedText;
  readonly escape: string;
  readonly heredocs: readonly Heredoc[];
  readonly leadingComments: readonly Comment[];
  readonly parent: Instruction | undefined;
}

/** An instruction that reads its parts when they are asked for, each once. Its getters never throw. */
export class InstructionNode implements Instruction {
  readonly keyword: string;
  readonly #parts: InstructionParts;
  readonly #keywordEnd: number;
  readonly #facts: InstructionFacts | undefined;
  #flagList: FlagList | undefined;
  #body: MappedText | undefined;
  #json: JsonReading | undefined;
  #strings: readonly JsonString[] | undefined;
  #words: readonly Word[] | undefined;
  #quoted: readonly JoinedWord[] | undefined;
  #pairs: readonly KeyValue[] | undefined;
  #command: CommandPart | undefined;
  #trigger: InstructionNode | undefined;

  constructor(parts: InstructionParts) {
    const { text } = parts.joined;
    this.#parts = parts;
    this.#keywordEnd = findBlank(text, 0, text.length);
    this.keyword = upperAscii(text.slice(0, this.#keywordEnd));
    this.#facts = instructionFacts(this.keyword);
  }

  get index(): number {
    return this.#parts.index;
  }

  get joined(): MappedText {
    return this.#parts.joined;
  }

  get parent(): Instruction | undefined {
    return this.#parts.parent;
  }

  get heredocs(): readonly Heredoc[] {
    return this.#parts.heredocs;
  }

  get leadingComments(): readonly Comment[] {
    return this.#parts.leadingComments;
  }

  get innerComments(): readonly Comment[] {
    return this.#parts.line.comments;
  }

  get blankLines(): readonly Span[] {
    return this.#parts.line.blanks;
  }

  get continuations(): readonly Span[] {
    const { line } = this.#parts;
    const { start } = this.lineSpan;
    return this.parent === undefined ? line.continuations : line.continuations.filter((mark) => mark.start >= start);
  }

  get keywordSpan(): Span {
    return this.joined.span(0, this.#keywordEnd);
  }

  get span(): Span {
    const { text, heredocs } = this.#parts;
    const { start, end } = this.lineSpan;
    const last = heredocs[heredocs.length - 1];
    if (last === undefined) return { start, end };
    const { bodySpan, terminatorSpan } = last;
    return { start, end: terminatorSpan?.end ?? Math.max(end, trimSpaces(text, bodySpan.start, bodySpan.end)) };
  }

  get lineSpan(): Span {
    const { line, joined, parent } = this.#parts;
    return { start: parent === undefined ? line.start : joined.offset(0), end: line.end };
  }

  get flags(): readonly Flag[] {
    return this.#readFlags().flags;
  }

  get body(): MappedText {
    this.#body ??= this.joined.slice(this.#readFlags().rest);
    return this.#body;
  }

  get bodySpan(): Span {
    return this.body.span(0, this.body.text.length);
  }

  get json(): readonly JsonString[] | undefined {
    const json = this.jsonReading;
    if (json.kind !== 'strings') return undefined;
    this.#strings ??= jsonStrings(this.#argumentText, json.strings);
    return this.#strings;
  }

  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  get pairs(): readonly KeyValue[] {
    this.#pairs ??= this.#readPairs();
    return this.#pairs;
  }

  get command(): CommandPart | undefined {
    const shape = this.#facts?.shape;
    if (shape === 'command' && this.keyword !== 'SHELL') {
      this.#command ??= { keywordSpan: undefined, body: this.body, json: this.json };
    }
    if (shape === 'health') {
      const [first] = this.words;
      if (first === undefined || upperAscii(first.text) !== 'CMD') return undefined;
      this.#command ??= { keywordSpan: first.span, body: this.#argumentText, json: this.json };
    }
    return this.#command;
  }

  get trigger(): InstructionNode | undefined {
    if (this.#facts?.shape !== 'trigger' || this.body.text === '') return undefined;
    this.#trigger ??= new InstructionNode({ ...this.#parts, joined: this.body, parent: this });
    return this.#trigger;
  }

  /** How the JSON form of the body reads; `mixed` is an array that BuildKit refuses. */
  get jsonReading(): JsonReading {
    const shape = this.#facts?.shape;
    const possible = shape === 'command' || shape === 'paths' || shape === 'health';
    this.#json ??= possible ? readJson(this.#argumentText.text) : { kind: 'none' };
    return this.#json;
  }

  /** The body; for HEALTHCHECK what follows CMD or NONE. */
  get #argumentText(): MappedText {
    const { body } = this;
    if (this.#facts?.shape !== 'health') return body;
    const { text } = body;
    return body.slice(skipSpaces(text, findBlank(text, 0, text.length), text.length));
  }

  #readFlags(): FlagList {
    this.#flagList ??= readFlags(this.joined, this.#keywordEnd, this.keyword, this.#parts.escape);
    return this.#flagList;
  }

  #readWords(): readonly Word[] {
    const { escape } = this.#parts;
    const facts = this.#facts;
    const lex = facts?.expands === true ? escape : undefined;
    if (facts?.shape === 'value') return wholeWord(this.body, lex);
    if (facts?.shape === 'names') return this.#quotedWords();
    if (facts?.shape === 'pairs') return this.#pairWords();
    const json = this.jsonReading;
    if (json.kind !== 'strings') return this.#blankWords(lex);
    const strings = jsonWords(this.#argumentText, json.strings, lex);
    return facts?.shape === 'health' ? [...blankWords(this.body, undefined).slice(0, 1), ...strings] : strings;
  }

  #blankWords(lex: string | undefined): readonly Word[] {
    const words = blankWords(this.body, lex);
    if (this.keyword !== 'FROM') return words;
    // Only the image name of FROM is expanded.
    return words.map((word, index) => (index === 0 ? word : word.withoutExpansion()));
  }

  #pairWords(): readonly Word[] {
    const words = this.#quotedWords();
    if (words[0] === undefined || words[0].text.includes('=')) return words;
    return this.pairs.flatMap(({ key, value }) => (value === undefined ? [key] : [key, value]));
  }

  #quotedWords(): readonly JoinedWord[] {
    this.#quoted ??= quotedWords(this.body, this.#parts.escape);
    return this.#quoted;
  }

  #readPairs(): readonly KeyValue[] {
    const shape = this.#facts?.shape;
    if (shape === 'names') return this.#quotedWords().map(splitPair);
    return shape === 'pairs' ? readPairs(this.body, this.#quotedWords(), this.#parts.escape) : [];
  }
}
