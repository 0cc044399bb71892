import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import { operands, type WithArguments } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/** Options of Yarn 1 and of newer ones that take the next word (yarnpkg.com/cli, classic.yarnpkg.com/docs/cli). */
export const yarnValues: readonly string[] = [
  ...['--cwd', '--cache-folder', '--network-timeout', '--network-concurrency', '--registry', '--modules-folder'],
  ...['--mutex', '--proxy', '--https-proxy', '--prefix', '--preferred-cache-folder', '--global-folder', '--use-yarnrc'],
  ...['--mode', '--otp', '--emoji', '--scripts-prepend-node-path', '--production-only', '-j', '--jobs'],
];

/** A command of yarn that downloads packages. */
export interface YarnInstall {
  /** All that package.json names, or packages by name. */
  readonly kind: 'all' | 'packages';
  /** The word that says so; undefined for `yarn` alone. */
  readonly verb: ShellWord | undefined;
}

/** What a yarn command installs; undefined for other commands of yarn. `command` is one of yarn. Never throws. */
export function yarnInstall(command: WithArguments): YarnInstall | undefined {
  const words = operands(command, yarnValues);
  const [verb, second] = words;
  if (verb === undefined) {
    const asks = command.args.some(({ value }) => /^(?:-v|-h|--version|--help)$/.test(value));
    return asks ? undefined : { kind: 'all', verb };
  }
  if (verb.value === 'install' && words.length === 1) return { kind: 'all', verb };
  if (verb.value === 'add') return { kind: 'packages', verb };
  return verb.value === 'global' && second?.value === 'add' ? { kind: 'packages', verb: second } : undefined;
}

/** Yarn 1, or one of the later ones, which keep packages elsewhere and in another form. */
export type YarnGeneration = 'classic' | 'berry';

const manifests = ['.yarnrc.yml', 'package.json'] as const;

/** What to ask about the files around a document whose commands run yarn. */
export function yarnFacts(doc: DockerfileDocument): readonly FactQuery[] {
  if (doc.runsOf('yarn').length === 0) return [];
  return [
    { kind: 'exists', path: manifests[0] },
    { kind: 'read', path: manifests[1] },
  ];
}

/**
 * The yarn that a stage runs: what files, options or settings tell, and without any of them Yarn 1, which distributions
 * and the images of Node.js bring; undefined where Corepack may choose. Never throws.
 */
export function yarnGeneration(
  doc: DockerfileDocument,
  stage: Stage | undefined,
  facts: Facts,
): YarnGeneration | undefined {
  const wanted = /"packageManager"\s*:\s*"yarn@(\d+)/.exec(facts.read(manifests[1]) ?? '')?.[1];
  if (wanted !== undefined) return wanted === '1' ? 'classic' : 'berry';
  if (facts.presence(manifests[0]) === 'present') return 'berry';
  const told = stage && evidence(doc).get(stage);
  if (told?.berry === true) return 'berry';
  return told === undefined || told.classic || !told.corepack ? 'classic' : undefined;
}

const berryFiles = /(?:^|\/)(?:\.yarnrc\.yml|\.yarn|\.yarn\/.*|\.pnp\.[a-z.]+)\*?$/;
const berryOptions =
  /^--(?:immutable|immutable-cache|check-cache|check-resolutions|refresh-lockfile|inline-builds|mode(?:=.*)?)$/;
const classicOptions =
  /^--(?:frozen-lockfile|pure-lockfile|production|prod|network-timeout|cache-folder|non-interactive|ignore-[\w-]+|prefer-offline|no-progress)(?:=.*)?$/;

/** What the instructions of a stage and of those that it is built from tell of their yarn. */
interface Evidence {
  readonly berry: boolean;
  readonly classic: boolean;
  /** Corepack may choose. */
  readonly corepack: boolean;
}

const evidence = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, Evidence> => {
  const found = new Map<Stage, Evidence>();
  // Parents stand above their children.
  for (const stage of doc.stages) {
    let told = (stage.parent && found.get(stage.parent)) ?? { berry: false, classic: false, corepack: false };
    for (const instruction of stage.instructions) {
      if (told.berry) break;
      const own = evidenceOf(doc, instruction);
      if (own !== undefined) {
        told = {
          berry: own.berry === true,
          classic: told.classic || own.classic === true,
          corepack: told.corepack || own.corepack === true,
        };
      }
    }
    found.set(stage, told);
  }
  return found;
});

function evidenceOf(doc: DockerfileDocument, instruction: Instruction): Partial<Evidence> | undefined {
  const { keyword, words, pairs, flags } = instruction;
  if (keyword === 'COPY' || keyword === 'ADD') {
    return words.slice(0, -1).some(({ value }) => berryFiles.test(value)) ? { berry: true } : undefined;
  }
  if (keyword === 'ENV') {
    return pairs.some(({ key }) => /^YARN_(?:ENABLE_|NODE_LINKER|NPM_)/.test(key.value)) ? { berry: true } : undefined;
  }
  if (keyword !== 'RUN') return undefined;
  if (flags.some(({ value }) => /\.yarn\/(?:berry\/)?cache|\.yarnrc\.yml/.test(value?.value ?? '')))
    return { berry: true };
  let found: Partial<Evidence> | undefined;
  for (const { name, args } of doc.commandsOf(instruction)) {
    if (name !== 'corepack' && name !== 'npm' && name !== 'yarn') continue;
    const own = name === 'yarn' ? evidenceOfYarn(args) : evidenceOfInstaller(name, args);
    if (own?.berry === true) return own;
    if (own !== undefined) found = { ...found, ...own };
  }
  return found;
}

function evidenceOfYarn(args: readonly ShellWord[]): Partial<Evidence> | undefined {
  const values = args.map(({ value }) => value);
  const verbs = /^(?:set version (?!classic|1)|workspaces focus|plugin |dlx )/;
  if (values.some((value) => berryOptions.test(value)) || verbs.test(values.join(' '))) return { berry: true };
  return values[0] === 'global' || values.some((value) => classicOptions.test(value)) ? { classic: true } : undefined;
}

function evidenceOfInstaller(name: string, args: readonly ShellWord[]): Partial<Evidence> | undefined {
  if (args.some(({ value }) => /^yarn@(?:berry|stable|canary|[2-9])/.test(value))) return { berry: true };
  const classic = args.some(({ value }) => /^yarn@1/.test(value));
  return classic || name === 'corepack'
    ? { ...(classic && { classic }), ...(name === 'corepack' && { corepack: true }) }
    : undefined;
}
