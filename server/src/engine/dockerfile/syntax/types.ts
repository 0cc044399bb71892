import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { SourceText } from '../../text/source.js';

/** `# key=value` in the leading comment block (BuildKit frontend/dockerfile/parser/directives.go). */
export interface Directive {
  /** Lower-case key: `syntax`, `escape` or `check`. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** One comment line, at top level or inside a continuation; never a parser directive. */
export interface Comment {
  /** From `#` to the end of the line, without the line end. */
  readonly span: Span;
  /** Text after `#`, as written. */
  readonly text: string;
}

/** A `$NAME` or `${NAME…}` in a word that Docker expands (BuildKit frontend/dockerfile/shell/lex.go). */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly braced: boolean;
  /** `:-`, `-`, `:+`, `+`, `:?`, `?`, `#`, `##`, `%`, `%%`, `/` or `//`. */
  readonly operator?: string;
  /** Text behind the operator, unexpanded. */
  readonly operand?: string;
  readonly operandSpan?: Span;
}

/** A word of an instruction, quotes and escapes included in its span. */
export interface Word {
  readonly span: Span;
  /** As written, without continuations. */
  readonly text: string;
  /**
   * What Docker's expansion starts from: the value of a flag after its quotes and escapes, a JSON string decoded, and
   * `text` for every other word.
   */
  readonly content: string;
  /** `content` with quotes and escapes removed as Docker does it; variables stay as written. */
  readonly value: string;
  /**
   * Variables outside single quotes, in order of their start; one inside an operand follows the one that holds it.
   * Lazy. Empty for words that are not expanded.
   */
  readonly variables: readonly VariableUse[];
  /** Document span of UTF-16 offsets `start..end` of `text`. */
  at(start: number, end: number): Span;
}

/** One `key=value` (or bare `key`) of a flag value such as that of `--mount`. */
export interface FlagOption {
  /** Lower-case key as BuildKit compares it. */
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly value?: string;
  readonly valueSpan?: Span;
}

/** `--name=value` or `--name` behind the keyword. */
export interface Flag {
  readonly span: Span;
  /** Name without dashes. */
  readonly name: string;
  /** Span of `--name`. */
  readonly nameSpan: Span;
  /** Absent when there is no `=`. */
  readonly value?: Word;
  /** Comma-separated options of the value, by CSV rules as BuildKit reads them; lazy. */
  readonly options: readonly FlagOption[];
}

/** A string of the JSON (exec) form. */
export interface JsonString {
  /** Decoded value. */
  readonly value: string;
  /** Quotes included. */
  readonly span: Span;
}

/** `<<NAME … NAME`. */
export interface Heredoc {
  readonly name: string;
  /** `<<-`: leading tabs are taken off. */
  readonly chomp: boolean;
  /** Whether variables in the body are expanded (the name is unquoted). */
  readonly expand: boolean;
  readonly fileDescriptor: number;
  /** The `<<NAME` redirection word. */
  readonly span: Span;
  /** Body lines with their line ends, without the terminator line. */
  readonly bodySpan: Span;
  /** The terminator line; absent when unterminated. */
  readonly terminatorSpan?: Span;
  /** Body with leading tabs removed if `chomp`, mapped to the document. */
  readonly body: MappedText;
}

/** One pair of ENV, LABEL or ARG. */
export interface KeyValue {
  readonly key: Word;
  /** Absent for `ARG NAME`. */
  readonly value?: Word;
  /** Key to end of value. */
  readonly span: Span;
  /** `ENV key value`: the form without `=`. */
  readonly legacy: boolean;
}

/** The command of RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD. */
export interface CommandPart {
  /** `CMD` of a HEALTHCHECK; undefined for the others. */
  readonly keywordSpan: Span | undefined;
  /** Shell text or JSON array; no leading or trailing blanks. */
  readonly body: MappedText;
  /** Strings of the exec form; undefined in shell form. */
  readonly json: readonly JsonString[] | undefined;
}

/** One instruction with everything that belongs to it. Derived parts are lazy and computed once. */
export interface Instruction {
  /** Position among the top-level instructions, from 0; a trigger has its ONBUILD's. */
  readonly index: number;
  /** Upper-case keyword, also of an unknown one. */
  readonly keyword: string;
  readonly keywordSpan: Span;
  /**
   * Keyword (or the escape character of a continuation before it) to the last character of the last line (heredoc
   * terminators included), without trailing blanks or line end.
   */
  readonly span: Span;
  /** The instruction without heredoc bodies: keyword to end of the logical line. */
  readonly lineSpan: Span;
  /** The whole logical line joined, from the keyword on. */
  readonly joined: MappedText;
  readonly flags: readonly Flag[];
  /** What follows the flags, joined (for RUN, CMD…: the shell text or the JSON array); no leading or trailing blanks. */
  readonly body: MappedText;
  readonly bodySpan: Span;
  /**
   * Words of the body as BuildKit splits them for this instruction: USER, WORKDIR, STOPSIGNAL and MAINTAINER have one
   * word, which is all of the body; in the exec form the words are its strings, quotes in the span, decoded in the
   * value; in the shell form they are blank-separated. HEALTHCHECK starts with CMD or NONE.
   */
  readonly words: readonly Word[];
  /**
   * Strings of the exec form if the body (for HEALTHCHECK: what follows CMD) is a valid JSON array of strings and the
   * instruction has such a form; else undefined.
   */
  readonly json: readonly JsonString[] | undefined;
  /** Pairs of ENV, LABEL, ARG; else empty. */
  readonly pairs: readonly KeyValue[];
  /** The command of RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD; undefined for the rest. */
  readonly command: CommandPart | undefined;
  /** Those of a trigger are its ONBUILD's too. */
  readonly heredocs: readonly Heredoc[];
  /** Comment lines inside the continuation. */
  readonly innerComments: readonly Comment[];
  /** Spans of blank lines inside the continuation (BuildKit NoEmptyContinuation). */
  readonly blankLines: readonly Span[];
  /** Comment lines directly above, without a blank line or instruction between, top to bottom. */
  readonly leadingComments: readonly Comment[];
  /** Spans of the continuation marks (escape character with what follows to the next content), in order. */
  readonly continuations: readonly Span[];
  /** The instruction behind ONBUILD. */
  readonly trigger: Instruction | undefined;
  /** The ONBUILD that holds this trigger. */
  readonly parent: Instruction | undefined;
}

export type SyntaxProblemCode =
  | 'unknown-instruction'
  | 'unknown-flag'
  | 'duplicate-flag'
  | 'missing-flag-value'
  | 'missing-arguments'
  | 'invalid-arguments'
  | 'forbidden-trigger'
  | 'unterminated-heredoc'
  | 'duplicate-directive'
  | 'invalid-directive'
  | 'missing-continuation'
  | 'input-too-large';

/** Something that BuildKit's parser would refuse. Becomes a finding of the rule that owns the code. */
export interface SyntaxProblem {
  readonly code: SyntaxProblemCode;
  readonly span: Span;
  /** The word at fault as written (unknown keyword, flag name without dashes), for “did you mean”; may be empty. */
  readonly word: string;
  /** One sentence for a person. */
  readonly message: string;
  /** The instruction it belongs to. */
  readonly instruction?: Instruction;
}

/** A parsed Dockerfile. Spans of instructions, comments and directives never overlap and are in order. */
export interface DockerfileSyntax {
  readonly source: SourceText;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Every comment line of the file, inner ones included, in order. */
  readonly comments: readonly Comment[];
  /** Top-level instructions; a trigger is reached through its ONBUILD. */
  readonly instructions: readonly Instruction[];
  /** How many of them, from the first on, are those of the tree of an earlier text. */
  readonly reused: number;
  /** In the order of the text, a thousand at most; computed at the first question. */
  readonly problems: readonly SyntaxProblem[];
  /**
   * The text is larger than the parser reads (see `parse.ts`): what is here covers its beginning, `problems` ends with
   * one `input-too-large`, and no rule should run on it.
   */
  readonly limited: boolean;
}
