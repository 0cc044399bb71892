import { nestedText } from '../../shell/nested.js';
import { parseShell } from '../../shell/parse.js';
import { isPosixShell, shellOfShebang } from '../../shell/shells.js';
import type { ShellCommand, ShellScript, ShellWord } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { Heredoc, Instruction, JsonString } from '../syntax/types.js';
import { jsonContent, joinPieces, withPlainLineEnds } from './text.js';
import type { ActiveShell, Command, OperatingSystem } from './types.js';

/** What the commands of an instruction depend on besides its text. */
export interface CommandContext {
  readonly source: string;
  readonly shell: ActiveShell;
  readonly os: OperatingSystem;
}

/** Words that may name a program which runs text: `bash`, `/bin/sh`, `ksh93`, `su`. */
const MAY_RUN_TEXT = /(?:^|\/)(?:[a-z]*sh\d*|su|runuser|eval)$/;
/** How deep `sh -c "sh -c …"` is followed. */
const NESTING_LIMIT = 5;
const RUNS: ReadonlySet<string> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** The shell text of RUN, CMD, ENTRYPOINT or HEALTHCHECK if a POSIX shell runs it. Never throws. */
export function scriptText(instruction: Instruction, { source, shell, os }: CommandContext): MappedText | undefined {
  if (!RUNS.has(instruction.keyword) || instruction.json !== undefined) return undefined;
  const lone = loneHeredoc(instruction);
  if (lone !== undefined) {
    const shebang = os === 'windows' ? undefined : shellOfShebang(firstLine(lone.body.text));
    return (shebang ?? shell).posix ? withPlainLineEnds(lone.body, source) : undefined;
  }
  if (!shell.posix) return undefined;
  if (instruction.heredocs.length > 0) {
    return joinPieces(source, [
      ...instruction.body.pieces(),
      { start: instruction.lineSpan.end, end: instruction.span.end },
    ]);
  }
  return instruction.command?.body;
}

/** The heredoc of `RUN <<EOF` with nothing else on the line: its body is the script (dispatchRun in BuildKit's convert.go). */
export function loneHeredoc({ keyword, heredocs, body, json }: Instruction): Heredoc | undefined {
  const [heredoc] = heredocs;
  if (keyword !== 'RUN' || heredoc === undefined || json !== undefined) return undefined;
  const { start, end } = body.span(0, body.text.length);
  return heredoc.span.start <= start && end <= heredoc.span.end ? heredoc : undefined;
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? '';
}

/** The commands of an instruction whose script, if it has one, is parsed already. Never throws. */
export function readCommands(
  instruction: Instruction,
  script: ShellScript | undefined,
  context: CommandContext,
): readonly Command[] {
  const reader = new Reader(instruction, context);
  if (instruction.json !== undefined && RUNS.has(instruction.keyword)) reader.addExec();
  if (script !== undefined) reader.addScript(script, loneHeredoc(instruction) === undefined ? 'shell' : 'heredoc');
  return reader.commands;
}

/** A string of the exec form as a word: no shell reads it, so all of it is literal. */
class ExecWord implements ShellWord {
  readonly span: Span;
  readonly value: string;
  readonly literal = true;
  readonly quoted = true;
  readonly variables: readonly string[] = [];
  readonly #string: JsonString;
  readonly #source: string;

  constructor(string: JsonString, source: string) {
    this.span = string.span;
    this.value = string.value;
    this.#string = string;
    this.#source = source;
  }

  get text(): string {
    return this.#source.slice(this.span.start, this.span.end);
  }

  get content(): MappedText | undefined {
    return jsonContent(this.#string, this.#source);
  }
}

class Reader {
  readonly commands: Command[] = [];
  readonly #instruction: Instruction;
  readonly #context: CommandContext;
  /** The next number for a list, so that lists of different scripts differ. */
  #list = 0;

  constructor(instruction: Instruction, context: CommandContext) {
    this.#instruction = instruction;
    this.#context = context;
  }

  addExec(): void {
    const { source } = this.#context;
    const words = (this.#instruction.json ?? []).map((string) => new ExecWord(string, source));
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return;
    const name = first.value.slice(first.value.lastIndexOf('/') + 1) || undefined;
    const span = { start: first.span.start, end: last.span.end };
    const plain = { assignments: [], redirects: [], join: 'start', scopes: [], list: 0 } as const;
    this.#list = 1;
    this.#add({ ...plain, span, words, name, args: words.slice(1) }, 'exec', 0, undefined, 0);
  }

  addScript(script: ShellScript, form: Command['form'], outer?: ShellCommand, depth = 0): void {
    const first = this.#list;
    this.#list += script.commands.reduce((count, { list }) => Math.max(count, list + 1), 0);
    for (const command of script.commands) this.#add(command, form, first, outer, depth);
  }

  #add(
    command: ShellCommand,
    form: Command['form'],
    list: number,
    outer: ShellCommand | undefined,
    depth: number,
  ): void {
    const scopes = outer === undefined ? command.scopes : [...outer.scopes, ...command.scopes];
    const added: Command = {
      span: command.span,
      assignments: command.assignments,
      words: command.words,
      redirects: command.redirects,
      name: command.name,
      args: command.args,
      join: command.join,
      scopes,
      list: list + command.list,
      instruction: this.#instruction,
      form,
    };
    this.commands.push(added);
    if (depth >= NESTING_LIMIT || !command.words.some(({ value }) => MAY_RUN_TEXT.test(value))) return;
    const effective = unwrap(command);
    const nested = nestedText(effective);
    if (nested !== undefined && isPosixShell(nested.shell)) {
      this.addScript(parseShell(nested.text), form, added, depth + 1);
    }
    if (effective.name === undefined || !isPosixShell(effective.name) || nested !== undefined) return;
    if (effective.args.some(({ value }) => !/^[-+]/.test(value))) return;
    for (const heredoc of this.#inputs(command)) {
      this.addScript(parseShell(withPlainLineEnds(heredoc.body, this.#context.source)), 'heredoc', added, depth + 1);
    }
  }

  /** The heredocs that a command reads. */
  #inputs({ redirects }: ShellCommand): readonly Heredoc[] {
    const { heredocs } = this.#instruction;
    if (heredocs.length === 0) return [];
    return redirects.flatMap(({ span }) =>
      heredocs.filter((heredoc) => heredoc.span.start >= span.start && heredoc.span.end <= span.end),
    );
  }
}
