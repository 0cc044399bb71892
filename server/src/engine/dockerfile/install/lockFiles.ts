import { hasFlag, operands } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import { npmInstall, npmValues } from './npm.js';
import { optionValue, settingOf } from './settings.js';
import { bunValues, pipenvValues, pnpmValues, uvValues } from './valueOptions.js';
import { yarnInstall, yarnValues } from './yarn.js';

/** A command that installs what a manifest names, whatever its lock file says. */
export interface UnlockedInstall {
  readonly run: RunCommand;
  readonly verb: ShellWord | undefined;
  /** `npm install`. */
  readonly shown: string;
  readonly manifest: string;
  readonly locks: readonly string[];
  /** Folder relative to where it runs. */
  readonly folder: string;
  /** The option that holds it to its lock file; undefined for npm, which has `npm ci`. */
  readonly strict: string | undefined;
}

type Reader = (doc: DockerfileDocument, run: RunCommand) => Omit<UnlockedInstall, 'run'> | undefined;

const node = { manifest: 'package.json', folder: '' } as const;

const readers: Readonly<Record<string, Reader>> = {
  npm: (_doc, run) => {
    const install = npmInstall(run);
    if (install?.kind !== 'install' || install.packages.length > 0 || install.global) return undefined;
    // Whoever asks for no lock file wants none.
    if (
      hasFlag(
        run,
        { long: ['no-package-lock', 'package-lock', 'package-lock-only', 'no-shrinkwrap', 'no-save'] },
        npmValues,
      )
    )
      return undefined;
    const { verb } = install;
    const folder = optionValue(run, '--prefix', '-C');
    const locks = ['package-lock.json', 'npm-shrinkwrap.json'];
    return { ...node, verb, shown: `npm ${verb.value}`, locks, folder, strict: undefined };
  },
  yarn: (_doc, run) => {
    const install = yarnInstall(run);
    if (install?.kind !== 'all') return undefined;
    const decided = [
      'frozen-lockfile',
      'no-frozen-lockfile',
      'pure-lockfile',
      'no-lockfile',
      'immutable',
      'no-immutable',
    ].concat(['immutable-cache', 'mode', 'refresh-lockfile']);
    if (hasFlag(run, { long: decided }, yarnValues)) return undefined;
    const { verb } = install;
    const shown = verb === undefined ? 'yarn' : 'yarn install';
    return {
      ...node,
      verb,
      shown,
      locks: ['yarn.lock'],
      folder: optionValue(run, '--cwd'),
      strict: '--frozen-lockfile',
    };
  },
  pnpm: (doc, run) => {
    const [verb, ...packages] = operands(run, pnpmValues);
    if (verb === undefined || !/^(?:install|i)$/.test(verb.value) || packages.length > 0) return undefined;
    const decided = [
      'frozen-lockfile',
      'no-frozen-lockfile',
      'lockfile-only',
      'no-lockfile',
      'fix-lockfile',
      'global',
      'offline',
    ];
    // In CI it is the default (pnpm.io/cli/install).
    if (hasFlag(run, { short: 'g', long: decided }, pnpmValues) || settingOf(doc, run, 'CI') !== undefined)
      return undefined;
    const folder = optionValue(run, '--dir', '-C');
    return {
      ...node,
      verb,
      shown: `pnpm ${verb.value}`,
      locks: ['pnpm-lock.yaml'],
      folder,
      strict: '--frozen-lockfile',
    };
  },
  bun: (_doc, run) => {
    const [verb, ...packages] = operands(run, bunValues);
    if (verb === undefined || !/^(?:install|i)$/.test(verb.value) || packages.length > 0) return undefined;
    const decided = ['frozen-lockfile', 'production', 'global', 'no-save', 'lockfile-only'];
    if (hasFlag(run, { short: 'pg', long: decided }, bunValues)) return undefined;
    const folder = optionValue(run, '--cwd');
    const locks = ['bun.lock', 'bun.lockb'];
    return { ...node, verb, shown: `bun ${verb.value}`, locks, folder, strict: '--frozen-lockfile' };
  },
  uv: (doc, run) => {
    const [verb, ...others] = operands(run, uvValues);
    if (verb?.value !== 'sync' || others.length > 0) return undefined;
    const decided = ['locked', 'frozen', 'no-lock', 'upgrade', 'no-sources', 'script', 'check'];
    if (hasFlag(run, { short: 'U', long: decided }, uvValues)) return undefined;
    if (settingOf(doc, run, 'UV_LOCKED') !== undefined || settingOf(doc, run, 'UV_FROZEN') !== undefined)
      return undefined;
    const folder = optionValue(run, '--directory', '--project');
    return { verb, shown: 'uv sync', manifest: 'pyproject.toml', locks: ['uv.lock'], folder, strict: '--locked' };
  },
  pipenv: (doc, run) => {
    const [verb, ...packages] = operands(run, pipenvValues);
    if (verb?.value !== 'install' || packages.length > 0) return undefined;
    const decided = ['deploy', 'ignore-pipfile', 'skip-lock', 'requirements', 'editable'];
    if (
      hasFlag(run, { short: 're', long: decided }, pipenvValues) ||
      settingOf(doc, run, 'PIPENV_IGNORE_PIPFILE') !== undefined
    )
      return undefined;
    return {
      verb,
      shown: 'pipenv install',
      manifest: 'Pipfile',
      locks: ['Pipfile.lock'],
      folder: '',
      strict: '--deploy',
    };
  },
};

/** Every command of the RUNs that installs without holding to a lock file. Never throws. */
export function unlockedInstalls(doc: DockerfileDocument): readonly UnlockedInstall[] {
  return Object.entries(readers).flatMap(([name, read]) =>
    doc.runsOf(name).flatMap((run) => {
      const found = run.command.instruction.parent === undefined ? read(doc, run) : undefined;
      return found === undefined ? [] : [{ run, ...found }];
    }),
  );
}
