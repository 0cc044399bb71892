import type { Fix } from '../../rule.js';
import { insertAfter, keywordLike } from '../edit/instructions.js';
import type { DockerfileDocument, RunCommand, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import type { Instruction } from '../syntax/types.js';
import { freeStageName } from './rename.js';
import { takenStageNames } from '../references/stages.js';

/** What may stand in front of the build: nothing of it counts when the program runs. */
const buildSteps: ReadonlySet<string> = new Set(['FROM', 'WORKDIR', 'COPY', 'ADD', 'RUN', 'ARG', 'ENV']);
/** What may stand behind it, and goes to the new stage as it is. */
const runSteps: ReadonlySet<string> = new Set(
  'CMD ENTRYPOINT EXPOSE USER LABEL STOPSIGNAL WORKDIR ENV VOLUME'.split(' '),
);
const buildVariables = /^(?:GO|CGO|CARGO|RUST|DOTNET|NUGET)/;

interface Shipping {
  /** What is copied, absolute. */
  readonly path: string;
  readonly image: string;
}

/**
 * A second stage behind the build of a file with one stage, for `go build -o`, `cargo build --release` and `dotnet
 * publish -o` where the start command names the result. Undefined where more than that may be needed. Never throws.
 */
export function secondStageFix(doc: DockerfileDocument, stage: Stage, build: RunCommand): Fix | undefined {
  const run = build.command.instruction;
  const { image, instructions, base } = stage;
  if (doc.runsOf('cd').some(({ command }) => command.instruction === run)) return undefined;
  if (doc.stages.length !== 1 || image === undefined || base.kind !== 'image' || !isSplit(instructions, run))
    return undefined;
  const start = (stage.entrypoint ?? stage.cmd)?.json?.map(({ value }) => value);
  const workdir = doc.workdirAt(run);
  const shipping = start && shippingOf(doc, stage, build, start, workdir);
  if (start === undefined || shipping === undefined) return undefined;
  const { path } = shipping;
  const later = instructions.some(({ keyword, index }) => keyword === 'WORKDIR' && index > run.index);
  const relative = start.some((word) => word.startsWith('./')) || start[0] === 'dotnet';
  const name = takenStageNames(doc).has('build') ? freeStageName(doc, 'build') : 'build';
  const alias = stage.alias?.value ?? name;
  const lines = [
    '',
    `FROM ${shipping.image}`,
    ...(relative && !later && workdir !== undefined ? [`WORKDIR ${workdir}`] : []),
    `COPY --from=${alias} ${path} ${path}`,
  ];
  const end = image.span.end;
  const named = { span: { start: end, end }, text: ` ${keywordLike(doc, 'AS')} ${name}` };
  return {
    title: `Ship ${path} alone, on ${shipping.image} (check what else it reads)`,
    safety: 'suggestion',
    edits: () => [...(stage.alias === undefined ? [named] : []), ...insertAfter(doc, run, lines)],
  };
}

function isSplit(instructions: readonly Instruction[], run: Instruction): boolean {
  return instructions.every(({ keyword, index, pairs, words, heredocs }) => {
    if (index <= run.index) {
      return buildSteps.has(keyword) && (keyword !== 'ENV' || pairs.every(({ key }) => buildVariables.test(key.value)));
    }
    if (keyword === 'USER' && !/^\d+(?::\d+)?$/.test(words[0]?.value ?? '')) return false;
    return runSteps.has(keyword) && heredocs.length === 0;
  });
}

function shippingOf(
  doc: DockerfileDocument,
  stage: Stage,
  build: RunCommand,
  start: readonly string[],
  workdir: string | undefined,
): Shipping | undefined {
  const first = start[0] ?? '';
  const program = first.includes('/') ? absolute(first, finalWorkdir(doc, stage)) : undefined;
  const target = absolute(outputOf(build) ?? '', workdir);
  switch (stage.known?.toolchain) {
    case 'go':
      if (build.args[0]?.value !== 'build' || target === undefined || program !== target) return undefined;
      return {
        path: target,
        image: `gcr.io/distroless/${isStaticGo(doc, stage, build) ? 'static' : 'base'}-debian13:nonroot`,
      };
    case 'rust': {
      const made =
        workdir !== undefined && program?.startsWith(`${workdir.replace(/\/$/, '')}/target/release/`) === true;
      if (!made || stage.known.family === undefined) return undefined;
      return {
        path: program,
        image: `gcr.io/distroless/${stage.known.family === 'alpine' ? 'static' : 'cc'}-debian13:nonroot`,
      };
    }
    case 'dotnet': {
      const version = /^\d+\.\d+/.exec(stage.baseImage?.tag ?? '')?.[0];
      if (build.args[0]?.value !== 'publish' || target === undefined || start[0] !== 'dotnet') return undefined;
      const dll = start[1] ?? '';
      const runsIt =
        dll.startsWith(`${target}/`) || (/^(?:\.\/)?[\w.-]+\.dll$/.test(dll) && finalWorkdir(doc, stage) === target);
      return version !== undefined && runsIt
        ? { path: target, image: `mcr.microsoft.com/dotnet/aspnet:${version}` }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A plain path in a working directory. */
function absolute(path: string, workdir: string | undefined): string | undefined {
  if (!/^[\w./-]+$/.test(path) || path.includes('..')) return undefined;
  return joinWorkdir(workdir, path, 'linux');
}

/** The value of `-o` or `--output`; Go's options of one dash (`-mod=vendor`) are no bundles. */
function outputOf({ args }: RunCommand): string | undefined {
  for (const [index, { value }] of args.entries()) {
    const [, given] = /^(?:-o|--?output)=(.+)$/s.exec(value) ?? [];
    if (given !== undefined) return given;
    if (value === '-o' || value === '--output') return args[index + 1]?.value;
  }
  return undefined;
}

/** Go links against the C library where cgo is on, and that is where a C compiler is. */
function isStaticGo(doc: DockerfileDocument, stage: Stage, build: RunCommand): boolean {
  const off = build.assignments.some(({ name, value }) => name === 'CGO_ENABLED' && value?.value === '0');
  const scope = doc.scopeAt(build.command.instruction);
  return (
    off ||
    scope.get('CGO_ENABLED')?.value === '0' ||
    (stage.known?.family === 'alpine' && doc.runsOf('apk').length === 0)
  );
}

function finalWorkdir(doc: DockerfileDocument, stage: Stage): string | undefined {
  const start = stage.entrypoint ?? stage.cmd;
  return start && doc.workdirAt(start);
}
