import { groupBy } from '../groups.js';
import { Memory } from '../memo.js';
import type { MappedText } from '../text/mapped.js';
import type { SourceText } from '../text/source.js';
import { parseShell } from '../shell/parse.js';
import type { ShellScript } from '../shell/types.js';
import { unwrap } from '../shell/unwrap.js';
import { readCommands, scriptText } from './model/commands.js';
import type { ExpandOptions } from './model/expand.js';
import { expandWord } from './model/scope.js';
import type { ScopeAt } from './model/scope.js';
import { activeShell } from './model/shell.js';
import type { ShellPragma } from './model/shellPragma.js';
import { StageGraph } from './model/graph.js';
import type { StageModel } from './model/stages.js';
import { PerInstruction } from './model/perInstruction.js';
import type { Moment } from './model/timeline.js';
import type {
  ActiveShell,
  Command,
  DockerfileDocument,
  Expansion,
  OperatingSystem,
  RunCommand,
  Scope,
  Stage,
} from './model/types.js';
import { outermost } from './model/outermost.js';
import type { LintDocument } from '../rule.js';
import { parseSyntax } from './syntax/parse.js';
import type { DockerfileSyntax, Instruction, Word } from './syntax/types.js';

/**
 * A parsed Dockerfile. Takes a source text; every part of the model behind the syntax is computed at the first
 * question and once, in time that grows with the text. Of an earlier version of the file it takes over what an edit
 * further down cannot have changed, and answers as it would without. Never throws.
 */
export function parseDockerfile(source: SourceText, path?: string, earlier?: LintDocument): DockerfileDocument {
  return new ParsedDockerfile(source, path, earlier instanceof ParsedDockerfile ? earlier : undefined);
}

/** The shell text of an instruction, as far as it was read. */
interface Reading {
  readonly shell: ActiveShell;
  readonly os: OperatingSystem;
  readonly script: ShellScript | undefined;
  commands: readonly Command[] | undefined;
  runs: readonly RunCommand[] | undefined;
}

class ParsedDockerfile implements DockerfileDocument {
  readonly language = 'dockerfile';
  readonly source: SourceText;
  readonly path: string | undefined;
  readonly syntax: DockerfileSyntax;
  readonly memory = new Memory();
  readonly #options: ExpandOptions;
  readonly #readings: PerInstruction<Reading>;
  /** Those of an earlier version, which count where shell and operating system are still the same. */
  readonly #earlier: PerInstruction<Reading>;
  readonly #shells = new Map<Instruction | ShellPragma, ActiveShell>();
  #instructions: readonly Instruction[] | undefined;
  #byKeyword: ReadonlyMap<string, readonly Instruction[]> | undefined;
  #graph: StageGraph | undefined;
  #runCommands: readonly Command[] | undefined;
  #runsByName: ReadonlyMap<string | undefined, readonly RunCommand[]> | undefined;

  constructor(source: SourceText, path: string | undefined, earlier: ParsedDockerfile | undefined) {
    this.source = source;
    this.path = path;
    this.syntax = parseSyntax(source, earlier?.syntax);
    this.#options = { escape: this.syntax.escape };
    this.#readings = new PerInstruction(this.syntax.instructions);
    this.#earlier = new PerInstruction(this.syntax.instructions);
    if (earlier !== undefined) this.#takeOver(earlier);
  }

  #takeOver(earlier: ParsedDockerfile): void {
    const { reused } = this.syntax;
    for (const [set, shell] of earlier.#shells) {
      if ('index' in set && set.index < reused) this.#shells.set(set, shell);
    }
    for (const instruction of withTriggers(this.syntax.instructions.slice(0, reused))) {
      const reading = earlier.#readings.get(instruction);
      if (reading !== undefined) this.#earlier.set(instruction, reading);
    }
  }

  get instructions(): readonly Instruction[] {
    this.#instructions ??= withTriggers(this.syntax.instructions);
    return this.#instructions;
  }

  get #stageGraph(): StageGraph {
    this.#graph ??= new StageGraph(this.syntax);
    return this.#graph;
  }

  get stages(): readonly Stage[] {
    return this.#stageGraph.stages;
  }

  get preamble(): readonly Instruction[] {
    return this.#stageGraph.preamble;
  }

  get finalStage(): Stage | undefined {
    return this.stages.at(-1);
  }

  byKeyword(keyword: string): readonly Instruction[] {
    this.#byKeyword ??= groupBy(this.instructions, ({ keyword }) => keyword);
    return this.#byKeyword.get(keyword) ?? [];
  }

  stageOf(instruction: Instruction): Stage | undefined {
    return this.#stageOf(instruction);
  }

  #stageOf(instruction: Instruction): StageModel | undefined {
    return this.#stageGraph.stageOf(outermost(instruction));
  }

  scopeAt(instruction: Instruction): Scope {
    return this.#scopeAt(instruction);
  }

  #scopeAt(instruction: Instruction): ScopeAt {
    return this.#momentAt(instruction)?.scope ?? this.#stageGraph.preambleScope(outermost(instruction));
  }

  #momentAt(instruction: Instruction): Moment | undefined {
    return this.#stageGraph.timeline.before.get(instruction);
  }

  expand(word: Word, instruction: Instruction): Expansion {
    return expandWord(word, instruction, () => this.#scopeAt(instruction), this.#options);
  }

  shellAt(instruction: Instruction): ActiveShell {
    const set = this.#momentAt(instruction)?.shell;
    if (set === undefined) return activeShell(undefined, this.#stageOf(instruction)?.os ?? 'unknown');
    let shell = this.#shells.get(set);
    if (shell === undefined) {
      shell = activeShell(set, 'unknown');
      this.#shells.set(set, shell);
    }
    return shell;
  }

  workdirAt(instruction: Instruction): string | undefined {
    return this.#momentAt(instruction)?.workdir;
  }

  userAt(instruction: Instruction): Instruction | undefined {
    return this.#momentAt(instruction)?.user;
  }

  scriptOf(instruction: Instruction): ShellScript | undefined {
    return this.#reading(instruction).script;
  }

  #runsIn(instruction: Instruction): readonly RunCommand[] {
    const reading = this.#reading(instruction);
    reading.runs ??= this.commandsOf(instruction).map(unwrap);
    return reading.runs;
  }

  commandsOf(instruction: Instruction): readonly Command[] {
    const reading = this.#reading(instruction);
    reading.commands ??= readCommands(instruction, reading.script, { ...reading, source: this.source.text });
    return reading.commands;
  }

  /** What is read of an instruction under the shell and the operating system that it has in this file. */
  #reading(instruction: Instruction): Reading {
    const known = this.#readings.get(instruction);
    if (known !== undefined) return known;
    const reading = this.#read(instruction);
    this.#readings.set(instruction, reading);
    return reading;
  }

  #read(instruction: Instruction): Reading {
    const os = this.#stageOf(instruction)?.os ?? 'unknown';
    const shell = this.shellAt(instruction);
    const earlier = this.#earlier.get(instruction);
    if (earlier?.shell === shell && earlier.os === os) return earlier;
    const text = scriptText(instruction, { source: this.source.text, shell, os });
    return { shell, os, script: text && parseShell(text), commands: undefined, runs: undefined };
  }

  get runCommands(): readonly Command[] {
    this.#runCommands ??= this.byKeyword('RUN').flatMap((instruction) => this.commandsOf(instruction));
    return this.#runCommands;
  }

  runsOf(...names: readonly string[]): readonly RunCommand[] {
    this.#runsByName ??= groupBy(
      this.byKeyword('RUN').flatMap((instruction) => this.#runsIn(instruction)),
      ({ name }) => name,
    );
    const [only] = names;
    if (names.length === 1) return this.#runsByName.get(only) ?? [];
    return names.flatMap((name) => this.#runsByName?.get(name) ?? []);
  }

  bodyOf(instruction: Instruction): MappedText {
    return instruction.body;
  }
}

function withTriggers(instructions: readonly Instruction[]): readonly Instruction[] {
  const found: Instruction[] = [];
  for (const instruction of instructions) {
    for (let next: Instruction | undefined = instruction; next !== undefined; next = next.trigger) found.push(next);
  }
  return found;
}
