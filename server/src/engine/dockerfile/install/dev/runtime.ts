import { unwrap } from '../../../shell/unwrap.js';
import type { Command, DockerfileDocument, RunCommand, Stage } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { stageChain } from '../../stages/chain.js';
import type { DevTool } from './types.js';

/** Commands that need no packages of the project. */
const harmless: ReadonlySet<string> = new Set(
  (
    'rm mv cp ln mkdir chmod chown chgrp touch cd set export unset true false : test [ echo printf cat find ls sed ' +
    'apt apt-get apk dnf yum microdnf useradd groupadd adduser addgroup usermod passwd curl wget tar unzip corepack ' +
    'setcap install cleanup date id whoami exit if dpkg update-ca-certificates ldconfig umask mktemp sync'
  ).split(' '),
);
/** Commands of package managers that only keep house. */
const housekeeping =
  /^(?:npm (?:cache|config|audit|prune|-v|--version|install (?:-g|--global)|i -g)|yarn (?:cache|config|--version)|pnpm (?:store|config|prune|--version)|bun (?:pm|--version)|composer (?:clear-cache|clearcache|cc|dump-autoload|dumpautoload|config|--version)|uv (?:cache|--version)|poetry (?:cache|config|--version)|pip3? )/;

/** Whether whatever the chain of a stage runs behind an install can do without packages for development. Never throws. */
export function needsNone(doc: DockerfileDocument, stage: Stage, run: RunCommand): boolean {
  return stageChain(stage)
    .flatMap(({ instructions }) => instructions)
    .filter(({ keyword, index }) => keyword === 'RUN' && index >= run.command.instruction.index)
    .every((instruction) => isHarmless(doc, instruction, run.command));
}

function isHarmless(doc: DockerfileDocument, instruction: Instruction, install: Command): boolean {
  const readable = instruction.json !== undefined || doc.scriptOf(instruction) !== undefined;
  return (
    readable &&
    doc.commandsOf(instruction).every((command) => {
      if (command.instruction === install.instruction && command.span.start <= install.span.start) return true;
      const { name, words } = unwrap(command);
      if (words.length === 0) return true;
      if (name === undefined) return false;
      return (
        harmless.has(name) || housekeeping.test(`${[name, ...words.slice(1).map(({ value }) => value)].join(' ')} `)
      );
    })
  );
}

/** Programs of a server that is developed, and options that ask for it. */
const developing =
  /^(?:nodemon|ts-node(?:-dev)?|tsx|tsc|vite|vitest|webpack|jest|mocha|pytest|tox|ruff|mypy|npx|pnpx|bunx|ng|nest|gulp|grunt|phpunit|concurrently|turbo|nx|parcel|cypress|playwright)$/;
const developOptions = /^(?:--watch.*|--reload|--dev|--inspect.*|--debug|runserver|test|watch|dev|.*:dev)$/;
/** What turns other languages into JavaScript while the program runs. */
const compilers = /^(?:ts-node|tsx|@babel\/|@swc|esbuild|sucrase|tsconfig-paths)/;
const developNames = /(?:^|[-_.])(?:dev|devel|development|test|tests|testing|debug|lint|ci|e2e|watch|local)(?:$|[-_.])/;

/**
 * Whether the container of a stage plainly starts a program that is done: `node server.js`, or a script of package.json
 * that says so. A stage whose name tells of development or tests does not. Never throws.
 */
export function startsProgram(
  doc: DockerfileDocument,
  stage: Stage,
  tool: DevTool,
  manifest: string | undefined,
): boolean {
  const { cmd, entrypoint, name = '' } = stage;
  if (developNames.test(name)) return false;
  // The image of PHP brings the server that runs the program.
  if (cmd === undefined && entrypoint === undefined) return tool.result === 'vendor' && stage.known?.name === 'php';
  const commands = [entrypoint, cmd].flatMap((instruction) =>
    instruction === undefined ? [] : doc.commandsOf(instruction),
  );
  return (
    commands.some(({ name: program = '' }) => !/\.sh$|entrypoint/.test(program)) &&
    commands.every((command) => isFinished(command, manifest)) &&
    [entrypoint, cmd].every((i) => isReadable(doc, i))
  );
}

function isReadable(doc: DockerfileDocument, instruction: Instruction | undefined): boolean {
  return instruction === undefined || instruction.json !== undefined || doc.scriptOf(instruction) !== undefined;
}

function isFinished(command: Command, manifest: string | undefined): boolean {
  const { name, args, words } = unwrap(command);
  if (words.length === 0) return true;
  if (
    name === undefined ||
    developing.test(name) ||
    args.some(({ value }) => developOptions.test(value) || compilers.test(value))
  )
    return false;
  const [first, second] = args;
  if (/^(?:npm|yarn|pnpm|bun)$/.test(name)) {
    const script = first?.value === 'run' ? second?.value : first?.value;
    if (name === 'bun' && /\.m?js$/.test(script ?? '')) return true;
    return script !== undefined && isFinishedScript(script, manifest);
  }
  if (/^(?:make|sh|bash|ash|dash)$/.test(name)) return args.some(({ value }) => value === '-c');
  return (
    !args.some(({ value }) => /\.tsx?$/.test(value)) && !(name === 'composer' || name === 'poetry' || name === 'uv')
  );
}

/** `"start": "node server.js"`. */
function isFinishedScript(script: string, manifest: string | undefined): boolean {
  if (manifest === undefined) return false;
  try {
    const { scripts } = JSON.parse(manifest) as { readonly scripts?: Readonly<Record<string, unknown>> };
    const text = scripts?.[script];
    return (
      typeof text === 'string' &&
      /^(?:[A-Z_]+=\S+ )*node(?: --[\w=-]+)* [\w./-]+$/.test(text) &&
      !/--(?:watch|import|loader|inspect)|\.ts$/.test(text)
    );
  } catch {
    return false;
  }
}
