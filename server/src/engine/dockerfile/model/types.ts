import type { Remembering } from '../../memo.js';
import type { MappedText } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import type { SourceText } from '../../text/source.js';
import type { KnownImage } from '../../images/types.js';
import type { ShellCommand, ShellScript } from '../../shell/types.js';
import type { EffectiveCommand } from '../../shell/unwrap.js';
import type { DockerfileSyntax, Flag, Instruction, Word } from '../syntax/types.js';

/** A parsed image reference (distribution/reference grammar). */
export interface ImageReference {
  /** As given, expanded. */
  readonly text: string;
  /** `docker.io` when none is written. */
  readonly registry: string;
  /** `library/node` when none is written. */
  readonly repository: string;
  /** What people call it: `node`, `nginxinc/nginx-unprivileged`, `gcr.io/distroless/static`. */
  readonly familiar: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** `unknown` is most often Linux: a rule for Linux asks `!== 'windows'`. */
export type OperatingSystem = 'linux' | 'windows' | 'unknown';

/** A value after Docker's expansion. */
export interface Expansion {
  /** Result; parts whose value is unknown stay as written. */
  readonly value: string;
  /** Every variable had a known value: `value` is what the build sees by default. */
  readonly known: boolean;
  /** Names without a known value, in order. `${X:-d}` of such a name gives `d` in `value`. */
  readonly unknown: readonly string[];
}

/** A variable in scope. */
export interface Variable {
  readonly name: string;
  readonly kind: 'arg' | 'env' | 'global-arg' | 'predefined';
  /** Default or assigned value, expanded; undefined when only known at build time. */
  readonly value: string | undefined;
  /** `ARG NAME` that gets no default from anywhere: not set unless the build command gives it. */
  readonly optional: boolean;
  /** Where it was set; undefined for predefined ones. */
  readonly declaration: Instruction | undefined;
  readonly span: Span | undefined;
}

/** Variables at one place of the file. */
export interface Scope {
  /** Takes a handful of steps. */
  get(name: string): Variable | undefined;
  /** Every variable; takes a step for each, so ask `get` where one name is in question. */
  readonly all: ReadonlyMap<string, Variable>;
}

/** The shell that runs shell-form instructions at one place. */
export interface ActiveShell {
  /** Words of SHELL, or the default of the stage's operating system. */
  readonly words: readonly string[];
  /** `sh`, `bash`, `ash`, `powershell`, `cmd`, …: base name, lower case, without `.exe`. */
  readonly name: string;
  /** A shell whose text can be read as POSIX shell. */
  readonly posix: boolean;
  /** The SHELL instruction; undefined for the default. */
  readonly instruction: Instruction | undefined;
  /** The comment `# hadolint shell=…` that tells of the base image's shell: what Docker itself runs is the default. */
  readonly pragma?: Span;
}

/** What a stage, COPY --from or a mount's from= refers to. */
export type StageSource =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'image'; readonly image: ImageReference }
  /** Contains a variable without a known value, or may be a named build context. */
  | { readonly kind: 'unknown'; readonly text: string };

/** A dependency of a stage other than its base. */
export interface StageLink {
  readonly instruction: Instruction;
  /** The name as written in `--from=` or `from=`. */
  readonly span: Span;
  readonly text: string;
  readonly source: StageSource;
}

export interface Stage {
  /** From 0. */
  readonly index: number;
  readonly from: Instruction;
  /** The image word of FROM; undefined when it is missing. */
  readonly image: Word | undefined;
  /** Alias word behind AS. */
  readonly alias: Word | undefined;
  /** Alias in lower case, as BuildKit compares it. */
  readonly name: string | undefined;
  readonly platform: Flag | undefined;
  /** Instructions of the stage, FROM included, ONBUILD not unwrapped. */
  readonly instructions: readonly Instruction[];
  /** From the keyword FROM to the last character of the last instruction. */
  readonly span: Span;
  /** What FROM names; `scratch` is an image of that name. */
  readonly base: StageSource;
  /** The stage this one is built FROM, if any. */
  readonly parent: Stage | undefined;
  /** First external base through all parents: undefined when unknown. */
  readonly baseImage: ImageReference | undefined;
  /** Knowledge about `baseImage`. */
  readonly known: KnownImage | undefined;
  /** Of its own instructions; triggers count for stages built from it and are not listed. */
  readonly links: readonly StageLink[];
  /** Of its ONBUILD triggers, as a stage of this file that is built from it reads them. */
  readonly triggerLinks: readonly StageLink[];
  readonly os: OperatingSystem;
  readonly isFinal: boolean;
  /** Final stage, or reached from it through bases and links. */
  readonly reachable: boolean;
  /** Last USER of this stage or of a parent stage, triggers of the parent included. */
  readonly user: Instruction | undefined;
  /** CMD, ENTRYPOINT and HEALTHCHECK in effect at the end (inherited from parents in this file; CMD reset rules as Docker's). */
  readonly cmd: Instruction | undefined;
  readonly entrypoint: Instruction | undefined;
  readonly healthcheck: Instruction | undefined;
}

/**
 * A command wherever it is written: shell text, JSON form or heredoc. Commands of a `sh -c` string stand behind the
 * command that runs it, with its scopes in front of their own; `list` tells all lists of one instruction apart. In the
 * exec form the span of a word is that of its JSON string, quotes included.
 */
export interface Command extends ShellCommand {
  /** The instruction (the trigger, for ONBUILD) that holds it. */
  readonly instruction: Instruction;
  /** Where the words come from. */
  readonly form: 'shell' | 'exec' | 'heredoc';
}

/** What a command of a RUN runs in the end, behind `sudo`, `env X=1`, `xargs` and the like. */
export type RunCommand = EffectiveCommand<Command>;

/** Everything rules ask of a Dockerfile. Immutable; each part is computed at the first question and once. */
export interface DockerfileDocument extends Remembering {
  readonly language: 'dockerfile';
  readonly source: SourceText;
  /** From the root of the workspace or repository, with `/`; undefined for a text without a place. */
  readonly path: string | undefined;
  readonly syntax: DockerfileSyntax;
  /** Top-level instructions followed, each, by its ONBUILD trigger. */
  readonly instructions: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** ARGs (and misplaced instructions) before the first FROM. */
  readonly preamble: readonly Instruction[];
  readonly finalStage: Stage | undefined;
  /** Instructions with this upper-case keyword, triggers included. */
  byKeyword(keyword: string): readonly Instruction[];
  /** The stage that holds an instruction (a trigger's is that of its ONBUILD). */
  stageOf(instruction: Instruction): Stage | undefined;
  /**
   * Variables in scope just before an instruction: for FROM the global ARGs. A trigger sees its stage so far and what
   * earlier triggers set.
   */
  scopeAt(instruction: Instruction): Scope;
  /** Docker's expansion of a word at its instruction. */
  expand(word: Word, instruction: Instruction): Expansion;
  /** Shell that applies to an instruction. */
  shellAt(instruction: Instruction): ActiveShell;
  /**
   * Absolute WORKDIR in effect just before an instruction, on Windows `\app` without a drive as BuildKit keeps it;
   * undefined when unknown, as before the first absolute WORKDIR on an external base.
   */
  workdirAt(instruction: Instruction): string | undefined;
  /** The USER in effect just before an instruction (inherited from parent stages in the file). */
  userAt(instruction: Instruction): Instruction | undefined;
  /** Parsed shell text of RUN, CMD, ENTRYPOINT, HEALTHCHECK in a POSIX shell; undefined in exec form or for other shells. */
  scriptOf(instruction: Instruction): ShellScript | undefined;
  /** Commands of one instruction: shell text, heredocs run by a POSIX shell, the exec form, and `sh -c "…"` strings unwrapped. */
  commandsOf(instruction: Instruction): readonly Command[];
  /** Commands of every RUN of every stage, ONBUILD included. */
  readonly runCommands: readonly Command[];
  /**
   * Those of `runCommands` that run one of these programs (base names) in the end, in the order of the text for each
   * name; an index, so that a rule about `yum` costs nothing in a file without it.
   */
  runsOf(...names: readonly string[]): readonly RunCommand[];
  /** Words of an ignored or unparsed part of the text are not available; this is the joined body for such cases. */
  bodyOf(instruction: Instruction): MappedText;
}
