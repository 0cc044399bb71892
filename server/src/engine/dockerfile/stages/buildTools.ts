import type { Toolchain } from '../../images/types.js';
import { memoised } from '../../memo.js';
import { operands } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { DockerfileDocument, RunCommand, Stage } from '../model/types.js';
import { stageChain } from './chain.js';
import type { Instruction } from '../syntax/types.js';

/** Compilers and what comes with them, by the names of packages of Debian, Alpine and Fedora. */
const packages =
  /^(?:build-essential|build-base|alpine-sdk|base-devel|(?:gcc|g\+\+|clang)(?:-\d+)?|gcc-c\+\+|make|cmake|ninja-build|meson|autoconf|automake|libtool|musl-dev|golang(?:-go|-\d\.\d+)?|go|rust|rustc|cargo|maven|gradle|default-jdk(?:-headless)?|openjdk-?\d+-jdk(?:-headless)?|dotnet-sdk-[\d.]+)(?:=.*)?$/;

const installers: Readonly<Record<string, readonly string[]>> = {
  apt: ['install'],
  'apt-get': ['install'],
  apk: ['add'],
  dnf: ['install'],
  microdnf: ['install'],
  yum: ['install'],
};
const values: readonly string[] = ['-t', '--target-release', '-o', '--option', '-c', '--virtual', '--repository', '-X'];
const removers = /^(?:remove|purge|del|erase|autoremove)$/;

/** A package with a compiler that a RUN installs and leaves behind. */
export interface InstalledTool {
  readonly word: ShellWord;
  readonly run: Instruction;
}

/** The first compiler package that a stage, or one that it is built from, installs and does not remove in the same RUN. */
export function leftTool(doc: DockerfileDocument, stage: Stage): InstalledTool | undefined {
  const chain = new Set(stageChain(stage));
  const runs = doc.runsOf(...Object.keys(installers));
  const removing = new Set<Instruction>();
  for (const command of runs)
    if (command.args.some(({ value }) => removers.test(value))) removing.add(command.command.instruction);
  for (const command of runs) {
    const run = command.command.instruction;
    const owner = doc.stageOf(run);
    if (owner === undefined || !chain.has(owner) || removing.has(run) || run.parent !== undefined) continue;
    const [verb, ...names] = operands(command, values);
    if (verb === undefined || installers[command.name ?? '']?.includes(verb.value) !== true) continue;
    const word = names.find(({ value }) => packages.test(value));
    if (word !== undefined) return { word, run };
  }
  return undefined;
}

/** What compiles, or makes a package manager compile. */
const compilers: readonly string[] = [
  ...[
    'pip',
    'pip3',
    'uv',
    'poetry',
    'npm',
    'yarn',
    'pnpm',
    'bundle',
    'gem',
    'composer',
    'pecl',
    'docker-php-ext-install',
  ],
  ...['make', 'cmake', 'gcc', 'g++', 'cc', 'c++', 'clang', 'go', 'cargo', 'rustc', 'mvn', 'mvnw', 'gradle', 'gradlew'],
  ...['javac', 'dotnet', 'ninja', 'meson', 'configure', 'mix', 'luarocks', 'cpanm', 'cpan', 'R', 'Rscript'],
];

/** Whether something in the stage, or in one that it is built from, is built with them. Never throws. */
export function compiles(doc: DockerfileDocument, stage: Stage): boolean {
  const chain = new Set(stageChain(stage));
  return doc.runsOf(...compilers).some(({ command }) => {
    const owner = doc.stageOf(command.instruction);
    return owner !== undefined && chain.has(owner);
  });
}

interface Builder {
  /** Programs that build. */
  readonly programs: readonly string[];
  /** First operands with which they do; undefined for any. */
  readonly verbs: RegExp | undefined;
}

const builders: Readonly<Record<Toolchain, Builder>> = {
  go: { programs: ['go'], verbs: /^(?:build|install)$/ },
  rust: { programs: ['cargo', 'rustc'], verbs: /^(?:build|install|rustc)$|\.rs$/ },
  java: {
    programs: ['mvn', 'mvnw', 'gradle', 'gradlew', 'javac', 'ant', 'sbt'],
    verbs: /package|install|verify|build|assemble|jar|war|dist|compile|stage|\.java$/i,
  },
  dotnet: { programs: ['dotnet'], verbs: /^(?:publish|build)$/ },
  c: { programs: ['gcc', 'g++', 'cc', 'c++', 'make', 'cmake'], verbs: undefined },
  swift: { programs: ['swift', 'swiftc'], verbs: /^build$|\.swift$/ },
  haskell: { programs: ['stack', 'cabal', 'ghc'], verbs: undefined },
  dart: { programs: ['dart'], verbs: /^compile$/ },
  nim: { programs: ['nim', 'nimble'], verbs: undefined },
};

/** The last command of the stage, or of one that it is built from, that compiles with the toolchain of its image. */
export function buildCommand(doc: DockerfileDocument, stage: Stage, toolchain: Toolchain): RunCommand | undefined {
  const { programs, verbs } = builders[toolchain];
  const chain = new Set(stageChain(stage));
  return doc
    .runsOf(...programs)
    .filter((command) => {
      const owner = doc.stageOf(command.command.instruction);
      if (owner === undefined || !chain.has(owner)) return false;
      return verbs === undefined || command.args.some(({ value }) => verbs.test(value));
    })
    .reduce<RunCommand | undefined>(
      (last, command) => (last === undefined || command.command.span.start > last.command.span.start ? command : last),
      undefined,
    );
}

/** Programs that run what is written in a language without a compiler, and images made for them. */
const interpreters =
  /^(?:python[\d.]*|gunicorn|uvicorn|hypercorn|daphne|flask|django-admin|celery|node|nodejs|npm|npx|yarn|pnpm|pm2(?:-runtime)?|ruby|bundle|puma|rails|rackup|unicorn|sidekiq|php|php-fpm|apache2-foreground)$/;
const interpreterImage = /(?:^|\/)(?:python|node|ruby|php)$/;

/** Whether the container runs a program of Python, Node.js, Ruby or PHP, so that a compiler was for packages only. */
export function interprets(doc: DockerfileDocument, stage: Stage): boolean {
  if (interpreterImage.test(stage.known?.name ?? '')) return true;
  const start = stage.entrypoint ?? stage.cmd;
  return start !== undefined && doc.commandsOf(start).some((command) => interpreters.test(unwrap(command).name ?? ''));
}

/** Programs that somebody works with, or that build when the container starts. */
const workbench =
  /^(?:(?:ba|z|a|da|fi)?sh|tmux|sleep|tail|code-server|jupyter.*|go|cargo|mvn|mvnw|gradle|gradlew|make|cmake|gcc|swift|stack|cabal|air|reflex|nodemon|pytest|tox|R|Rscript|rstudio.*|ghci|jshell|irb|gdb)$/;

/**
 * Whether the container of a stage starts a program, and neither a shell nor a tool that builds: then what only builds is
 * not needed there. Never throws.
 */
export const startsProgram = memoised((doc: DockerfileDocument): boolean => {
  const stage = doc.finalStage;
  const start = stage?.entrypoint ?? stage?.cmd;
  if (stage === undefined || start === undefined || /dev|test|debug|build|^ci$/.test(stage.name ?? '')) return false;
  return [stage.entrypoint, stage.cmd].every((instruction) => {
    if (instruction === undefined) return true;
    return doc.commandsOf(instruction).every((command) => {
      const { name, args } = unwrap(command);
      if (name === 'dotnet') return !args.some(({ value }) => /^(?:run|watch|test|build)$/.test(value));
      return name === undefined || !workbench.test(name) || isScriptOf(name, args);
    });
  });
});

/** `sh -c "…"` and `bash start.sh` run what their arguments say. */
function isScriptOf(name: string, args: readonly ShellWord[]): boolean {
  return /sh$/.test(name) && args.length > 0 && !/^-[il]$/.test(args[0]?.value ?? '');
}
