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
 * Instructions that stand alike in the tree of an earlier text are taken from there; nothing else differs.
 */
export function parseSyntax(source: SourceText, earlier?: DockerfileSyntax): DockerfileSyntax {
  const reused = earlier instanceof SyntaxTree ? earlier.beginning(source.text) : undefined;
  const parser = new Parser(source.text, reused);
  parser.run();
  return new SyntaxTree(source, parser, reused);
}

class Parser {
  readonly text: string;
  readonly instructions: InstructionNode[];
  /** Where the line behind each instruction starts. */
  readonly ends: number[];
  readonly comments: Comment[];
  readonly directives: DirectiveReader;
  limited: boolean;
  readonly #reader: LineReader;
  readonly #heredocs: HeredocReader;
  #leading: Comment[] = [];

  constructor(text: string, reused: Beginning | undefined) {
    this.limited = text.length > textLimit;
    this.text = this.limited ? text.slice(0, text.lastIndexOf('\n', textLimit) + 1) : text;
    this.instructions = reused?.instructions ?? [];
    this.ends = reused?.ends ?? [];
    this.comments = reused?.comments ?? [];
    this.directives = reused?.directives ?? new DirectiveReader();
    this.#reader = new LineReader(this.text, this.ends.at(-1));
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
    this.ends.push(this.#reader.next);
    return true;
  }
}

/** Whether heredocs are read behind an instruction: RUN, COPY, ADD, or such a trigger, outside the JSON form. */
function takesHeredocs(node: InstructionNode): boolean {
  const inner = node.trigger ?? node;
  return instructionFacts(inner.keyword)?.heredocs === true && inner.json === undefined;
}

/** What two texts begin with: whole instructions, at least one, and all that is read with them. */
interface Beginning {
  readonly count: number;
  /** The parser adds to these. */
  readonly instructions: InstructionNode[];
  readonly ends: number[];
  readonly comments: Comment[];
  /** Closed by the first instruction. */
  readonly directives: DirectiveReader;
  /** Of these instructions; undefined where nobody has looked for them yet. */
  readonly problems: readonly SyntaxProblem[] | undefined;
  readonly age: number;
}

/** Trees in a row that take instructions from one another: each keeps alive the text that it was read from. */
const ageLimit = 64;

class SyntaxTree implements DockerfileSyntax {
  readonly source: SourceText;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly InstructionNode[];
  readonly reused: number;
  readonly limited: boolean;
  readonly #parser: Pick<Parser, 'text' | 'ends' | 'directives'>;
  readonly #beginning: Pick<Beginning, 'problems' | 'age'> | undefined;
  #problems: readonly SyntaxProblem[] | undefined;

  constructor(source: SourceText, parser: Parser, beginning: Beginning | undefined) {
    const { text, ends, directives } = parser;
    this.source = source;
    this.escape = directives.escape;
    this.directives = directives.directives;
    this.comments = parser.comments;
    this.instructions = parser.instructions;
    this.reused = beginning?.count ?? 0;
    this.limited = parser.limited;
    this.#parser = { text, ends, directives };
    this.#beginning = beginning && { problems: beginning.problems, age: beginning.age };
  }

  get problems(): readonly SyntaxProblem[] {
    this.#problems ??= this.#findProblems();
    return this.#problems;
  }

  #findProblems(): readonly SyntaxProblem[] {
    const early = this.#parser.directives.problems;
    const known = this.#beginning?.problems && { problems: this.#beginning.problems, instructions: this.reused };
    const found = [...early, ...findProblems(this.source, this.instructions, known)].slice(0, problemLimit);
    return this.limited ? [...found, tooLarge(this.source.text)] : found;
  }

  /** What another text has in common with this one from its first line on; undefined where that is not worth it. */
  beginning(text: string): Beginning | undefined {
    const { ends, directives } = this.#parser;
    const age = (this.#beginning?.age ?? 0) + 1;
    const count = this.limited || age > ageLimit ? 0 : this.#alike(text);
    const end = ends[count - 1];
    if (end === undefined) return undefined;
    const problems = this.#problems === undefined || this.#problems.length >= problemLimit ? undefined : this.#problems;
    return {
      count,
      instructions: this.instructions.slice(0, count),
      ends: ends.slice(0, count),
      comments: this.comments.filter(({ span }) => span.start < end),
      directives,
      problems: problems?.filter(({ instruction }) => instruction !== undefined && instruction.index < count),
      age,
    };
  }

  /**
   * How many instructions another text has alike: where the next one begins alike too, nothing behind it can change
   * them. Only a heredoc that does not end depends on all of the text, and so do the instructions behind it.
   */
  #alike(text: string): number {
    const { instructions } = this;
    const same = sameLength(this.#parser.text, text);
    const open = ({ heredocs }: InstructionNode) => heredocs.some(({ terminatorSpan }) => terminatorSpan === undefined);
    let count = 0;
    for (let next = instructions[1]; next !== undefined && next.lineSpan.start < same; next = instructions[count + 1]) {
      const instruction = instructions[count];
      if (instruction === undefined || open(instruction)) break;
      count++;
    }
    return count;
  }
}

/** How many characters two texts begin with alike. */
function sameLength(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}
