import { groupBy } from '../groups.js';
import type { MappedText } from '../text/mapped.js';
import type { SourceText } from '../text/source.js';
import { parseShell } from '../shell/parse.js';
import type { ShellScript } from '../shell/types.js';
import { unwrap } from '../shell/unwrap.js';
import { readCommands, scriptText } from './model/commands.js';
import type { CommandContext } from './model/commands.js';
import type { ExpandOptions } from './model/expand.js';
import { expandWord } from './model/scope.js';
import type { ScopeAt } from './model/scope.js';
import { activeShell } from './model/shell.js';
import type { ShellPragma } from './model/shellPragma.js';
import { StageGraph } from './model/graph.js';
import type { StageModel } from './model/stages.js';
import { PerInstruction } from './model/perInstruction.js';
import type { Moment } from './model/timeline.js';
import type { ActiveShell, Command, DockerfileDocument, Expansion, RunCommand, Scope, Stage } from './model/types.js';
import { outermost } from './outermost.js';
import { parseSyntax } from './syntax/parse.js';
import type { DockerfileSyntax, Instruction, Word } from './syntax/types.js';

/**
 * A parsed Dockerfile. Takes a source text; every part of the model behind the syntax is computed at the first
 * question and once, in time that grows with the text. Never throws.
 */
export function parseDockerfile(source: SourceText, path?: string): DockerfileDocument {
  return new ParsedDockerfile(source, path);
}

class ParsedDockerfile implements DockerfileDocument {
  readonly language = 'dockerfile';
  readonly source: SourceText;
  readonly path: string | undefined;
  readonly syntax: DockerfileSyntax;
  readonly #options: ExpandOptions;
  readonly #scripts: PerInstruction<ShellScript | 'none'>;
  readonly #commands: PerInstruction<readonly Command[]>;
  readonly #shells = new Map<Instruction | ShellPragma, ActiveShell>();
  #instructions: readonly Instruction[] | undefined;
  #byKeyword: ReadonlyMap<string, readonly Instruction[]> | undefined;
  #graph: StageGraph | undefined;
  #runCommands: readonly Command[] | undefined;
  #runsByName: ReadonlyMap<string | undefined, readonly RunCommand[]> | undefined;

  constructor(source: SourceText, path: string | undefined) {
    this.source = source;
    this.path = path;
    this.syntax = parseSyntax(source);
    this.#options = { escape: this.syntax.escape };
    this.#scripts = new PerInstruction(this.syntax.instructions);
    this.#commands = new PerInstruction(this.syntax.instructions);
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
    const known = this.#scripts.get(instruction);
    if (known !== undefined) return known === 'none' ? undefined : known;
    const text = scriptText(instruction, this.#commandContext(instruction));
    const script = text && parseShell(text);
    this.#scripts.set(instruction, script ?? 'none');
    return script;
  }

  commandsOf(instruction: Instruction): readonly Command[] {
    let commands = this.#commands.get(instruction);
    if (commands === undefined) {
      commands = readCommands(instruction, this.scriptOf(instruction), this.#commandContext(instruction));
      this.#commands.set(instruction, commands);
    }
    return commands;
  }

  get runCommands(): readonly Command[] {
    this.#runCommands ??= this.byKeyword('RUN').flatMap((instruction) => this.commandsOf(instruction));
    return this.#runCommands;
  }

  runsOf(...names: readonly string[]): readonly RunCommand[] {
    this.#runsByName ??= groupBy(this.runCommands.map(unwrap), ({ name }) => name);
    const [only] = names;
    if (names.length === 1) return this.#runsByName.get(only) ?? [];
    return names.flatMap((name) => this.#runsByName?.get(name) ?? []);
  }

  bodyOf(instruction: Instruction): MappedText {
    return instruction.body;
  }

  #commandContext(instruction: Instruction): CommandContext {
    const os = this.#stageOf(instruction)?.os ?? 'unknown';
    return { source: this.source.text, shell: this.shellAt(instruction), os };
  }
}

function withTriggers(instructions: readonly Instruction[]): readonly Instruction[] {
  const found: Instruction[] = [];
  for (const instruction of instructions) {
    for (let next: Instruction | undefined = instruction; next !== undefined; next = next.trigger) found.push(next);
  }
  return found;
}
