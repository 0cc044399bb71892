import type { SourceText } from '../../text/source.js';
import { skipSpaces } from './characters.js';
import { DirectiveReader } from './directives.js';
import { HeredocReader } from './heredocs.js';
import { InstructionNode } from './instruction.js';
import { commentAt, LineReader, readLogicalLine } from './lines.js';
import { findProblems, problemLimit, tooLarge } from './problems.js';
import { instructionFacts } from './tables.js';
import type { Comment, Directive, DockerfileSyntax, Heredoc, SyntaxProblem } from './types.js';

/** UTF-16 units beyond which a text is read only in part. */
export const textLimit = 1_500_000;

/** Instructions beyond which a text is read only in part. */
export const instructionLimit = 200_000;

const noComments: readonly Comment[] = [];
const noHeredocs: readonly Heredoc[] = [];

/**
 * Parses a Dockerfile as BuildKit's parser does (frontend/dockerfile/parser/parser.go), without ever throwing or giving
 * up. Takes time linear in the text. Beyond `textLimit` or `instructionLimit` it reads the beginning only and says so.
 */
export function parseSyntax(source: SourceText): DockerfileSyntax {
  const parser = new Parser(source.text);
  parser.run();
  return new SyntaxTree(source, parser);
}

class Parser {
  readonly text: string;
  readonly instructions: InstructionNode[] = [];
  readonly comments: Comment[] = [];
  readonly directives = new DirectiveReader();
  limited: boolean;
  readonly #reader: LineReader;
  readonly #heredocs: HeredocReader;
  #leading: Comment[] = [];

  constructor(text: string) {
    this.limited = text.length > textLimit;
    this.text = this.limited ? text.slice(0, text.lastIndexOf('\n', textLimit) + 1) : text;
    this.#reader = new LineReader(this.text);
    this.#heredocs = new HeredocReader(this.#reader);
  }

  run(): void {
    const reader = this.#reader;
    while (reader.advance()) {
      const start = skipSpaces(this.text, reader.start, reader.end);
      if (start < reader.end && this.text.charCodeAt(start) === 35) {
        this.#comment(start);
        continue;
      }
      this.directives.close();
      if (start < reader.end && !this.#instruction(start)) return;
      this.#leading = [];
    }
  }

  #comment(start: number): void {
    if (this.directives.take(this.text, start, this.#reader.end)) return;
    const comment = commentAt(this.text, start, this.#reader.end);
    this.comments.push(comment);
    this.#leading.push(comment);
  }

  /** Reads an instruction; false when there are too many. */
  #instruction(start: number): boolean {
    if (this.instructions.length === instructionLimit) {
      this.limited = true;
      return false;
    }
    const { escape } = this.directives;
    const line = readLogicalLine(this.#reader, start, escape.charCodeAt(0));
    for (const comment of line.comments) this.comments.push(comment);
    const parts = {
      index: this.instructions.length,
      text: this.text,
      line,
      joined: line.joined,
      escape,
      heredocs: noHeredocs,
      leadingComments: this.#leading.length === 0 ? noComments : this.#leading,
      parent: undefined,
    };
    const node = new InstructionNode(parts);
    const open = line.joined.text.includes('<<') && takesHeredocs(node);
    this.instructions.push(open ? new InstructionNode({ ...parts, heredocs: this.#heredocs.read(line.joined) }) : node);
    return true;
  }
}

/** Whether heredocs are read behind an instruction: RUN, COPY, ADD, or such a trigger, outside the JSON form. */
function takesHeredocs(node: InstructionNode): boolean {
  const inner = node.trigger ?? node;
  return instructionFacts(inner.keyword)?.heredocs === true && inner.json === undefined;
}

class SyntaxTree implements DockerfileSyntax {
  readonly source: SourceText;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly InstructionNode[];
  readonly limited: boolean;
  readonly #early: readonly SyntaxProblem[];
  #problems: readonly SyntaxProblem[] | undefined;

  constructor(source: SourceText, parser: Parser) {
    this.source = source;
    this.escape = parser.directives.escape;
    this.directives = parser.directives.directives;
    this.comments = parser.comments;
    this.instructions = parser.instructions;
    this.limited = parser.limited;
    this.#early = parser.directives.problems;
  }

  get problems(): readonly SyntaxProblem[] {
    this.#problems ??= this.#findProblems();
    return this.#problems;
  }

  #findProblems(): readonly SyntaxProblem[] {
    const found = [...this.#early, ...findProblems(this.source, this.instructions)].slice(0, problemLimit);
    return this.limited ? [...found, tooLarge(this.source.text)] : found;
  }
}
