import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import { operands, type WithArguments } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { stageChain } from '../stageChain.js';

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
  return stage === undefined ? 'classic' : told(doc)(stage);
}

const berryFiles = /(?:^|\/)(?:\.yarnrc\.yml|\.yarn|\.yarn\/.*|\.pnp\.[a-z.]+)\*?$/;
const berryOptions =
  /^--(?:immutable|immutable-cache|check-cache|check-resolutions|refresh-lockfile|inline-builds|mode(?:=.*)?)$/;
const classicOptions =
  /^--(?:frozen-lockfile|pure-lockfile|production|prod|network-timeout|cache-folder|non-interactive|ignore-[\w-]+|prefer-offline|no-progress)(?:=.*)?$/;

const told = memoised((doc: DockerfileDocument) =>
  memoised((stage: Stage): YarnGeneration | undefined => {
    let classic = false;
    let corepack = false;
    for (const instruction of stageChain(stage).flatMap(({ instructions }) => instructions)) {
      const { keyword, words, pairs, flags } = instruction;
      if ((keyword === 'COPY' || keyword === 'ADD') && words.slice(0, -1).some(({ value }) => berryFiles.test(value)))
        return 'berry';
      if (keyword === 'ENV' && pairs.some(({ key }) => /^YARN_(?:ENABLE_|NODE_LINKER|NPM_)/.test(key.value)))
        return 'berry';
      if (keyword !== 'RUN') continue;
      if (flags.some(({ value }) => /\.yarn\/(?:berry\/)?cache|\.yarnrc\.yml/.test(value?.value ?? ''))) return 'berry';
      for (const { name, args } of doc.commandsOf(instruction)) {
        const values = args.map(({ value }) => value);
        if (name === 'corepack' || name === 'npm') {
          if (values.some((value) => /^yarn@(?:berry|stable|canary|[2-9])/.test(value))) return 'berry';
          classic ||= values.some((value) => /^yarn@1/.test(value));
          corepack ||= name === 'corepack';
        }
        if (name !== 'yarn') continue;
        if (values.some((value) => berryOptions.test(value))) return 'berry';
        if (/^(?:set version (?!classic|1)|workspaces focus|plugin |dlx )/.test(values.join(' '))) return 'berry';
        classic ||= values[0] === 'global' || values.some((value) => classicOptions.test(value));
      }
    }
    return classic || !corepack ? 'classic' : undefined;
  }),
);
