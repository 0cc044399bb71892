import { hasFlag, flagUses, operands } from '../../../shell/options.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';
import { npmInstall, npmValues } from '../npm.js';
import { otherDevTools } from './others.js';
import { yarnInstall, yarnValues } from '../yarn.js';
import { optionValue, settingOf, unknownValue } from '../settings.js';
import { bunValues, pnpmValues, uvValues } from '../valueOptions.js';
import type { DevStep, DevTool } from './types.js';

const truthy = /^(?:1|true|yes|on)$/i;
const drops: DevStep = { kind: 'drops' };
const unclear: DevStep = { kind: 'unclear' };

/** Node's tools leave the packages out in production. */
function byNodeEnv(doc: DockerfileDocument, run: RunCommand, names: readonly string[]): DevStep | undefined {
  for (const name of names) {
    const value = settingOf(doc, run, name);
    if (value === undefined) continue;
    if (value === unknownValue || /^(?:dev|test|local)/i.test(value)) return unclear;
    if (name !== 'NODE_ENV' || value === 'production') return drops;
  }
  return undefined;
}

const nodeManifest = {
  manifest: 'package.json',
  namesAny: (text: string) => /"devDependencies"\s*:\s*\{\s*"/.test(text),
  result: 'node_modules',
} as const;

function npmOmits(run: RunCommand): boolean {
  const omitted = flagUses(run, { long: ['omit', 'only'] }, npmValues).some(({ value }) =>
    /^(?:dev|prod)/.test(value ?? ''),
  );
  return omitted || flagUses(run, { long: ['production', 'prod'] }, npmValues).some(({ value }) => value !== 'false');
}

const npm: DevTool = {
  ...nodeManifest,
  programs: ['npm'],
  option: '--omit=dev',
  prune: 'npm prune --omit=dev',
  reads(doc, run) {
    const install = npmInstall(run);
    const verb = operands(run, npmValues)[0];
    if (install === undefined && verb?.value !== 'prune') return undefined;
    if (install !== undefined && (install.global || install.packages.length > 0)) return undefined;
    if (flagUses(run, { long: ['include', 'also', 'dev', 'package-lock-only'] }, npmValues).length > 0) return unclear;
    const variables = [
      'npm_config_omit',
      'NPM_CONFIG_OMIT',
      'npm_config_production',
      'NPM_CONFIG_PRODUCTION',
      'npm_config_only',
    ];
    const omits = npmOmits(run) ? drops : byNodeEnv(doc, run, [...variables, 'NPM_CONFIG_ONLY', 'NODE_ENV']);
    if (omits !== undefined || install === undefined) return omits;
    const folder = optionValue(run, '--prefix', '-C');
    return { kind: 'brings', verb, shown: `npm ${verb?.value ?? ''}`, folder };
  },
};

const yarn: DevTool = {
  ...nodeManifest,
  programs: ['yarn'],
  option: '--production',
  reads(doc, run) {
    if (/^workspaces focus/.test(run.args.map(({ value }) => value).join(' ')))
      return hasFlag(run, { long: ['production'] }) ? drops : unclear;
    const install = yarnInstall(run);
    if (install?.kind !== 'all') return undefined;
    if (flagUses(run, { long: ['production', 'prod'] }, yarnValues).some(({ value }) => value !== 'false'))
      return drops;
    if (hasFlag(run, { long: ['production', 'prod', 'immutable', 'immutable-cache', 'mode'] }, yarnValues))
      return unclear;
    const { verb } = install;
    const shown = verb === undefined ? 'yarn' : 'yarn install';
    return (
      byNodeEnv(doc, run, ['NODE_ENV', 'YARN_PRODUCTION']) ?? {
        kind: 'brings',
        verb,
        shown,
        folder: optionValue(run, '--cwd'),
      }
    );
  },
};

const pnpm: DevTool = {
  ...nodeManifest,
  programs: ['pnpm'],
  option: '--prod',
  prune: 'pnpm prune --prod',
  reads(doc, run) {
    const [verb, ...packages] = operands(run, pnpmValues);
    const prunes = verb?.value === 'prune';
    if (verb === undefined || (!prunes && !/^(?:install|i)$/.test(verb.value)) || packages.length > 0) return undefined;
    if (hasFlag(run, { short: 'P', long: ['prod', 'production'] }, pnpmValues)) return drops;
    if (hasFlag(run, { short: 'DgF', long: ['dev', 'global', 'filter', 'lockfile-only'] }, pnpmValues)) return unclear;
    const env = byNodeEnv(doc, run, ['NODE_ENV']);
    if (env !== undefined || prunes) return env;
    return { kind: 'brings', verb, shown: `pnpm ${verb.value}`, folder: optionValue(run, '--dir', '-C') };
  },
};

const bun: DevTool = {
  ...nodeManifest,
  programs: ['bun'],
  option: '--production',
  reads(doc, run) {
    const [verb, ...packages] = operands(run, bunValues);
    if (verb === undefined || !/^(?:install|i|ci)$/.test(verb.value) || packages.length > 0) return undefined;
    if (hasFlag(run, { short: 'p', long: ['production', 'omit'] }, bunValues)) return drops;
    const env = byNodeEnv(doc, run, ['NODE_ENV']);
    return env ?? { kind: 'brings', verb, shown: `bun ${verb.value}`, folder: optionValue(run, '--cwd') };
  },
};

const composer: DevTool = {
  programs: ['composer', 'composer.phar'],
  manifest: 'composer.json',
  namesAny: (text) => /"require-dev"\s*:\s*\{\s*"/.test(text),
  result: 'vendor',
  option: '--no-dev',
  reads(doc, run) {
    const [verb, ...others] = operands(run, ['-d', '--working-dir', '--prefer-install', '--ignore-platform-req']);
    if (!/^(?:install|i|update)$/.test(verb?.value ?? '') || others.length > 0) return undefined;
    const env = settingOf(doc, run, 'COMPOSER_NO_DEV');
    if (hasFlag(run, { long: ['no-dev'] }) || (env !== undefined && truthy.test(env))) return drops;
    if (env === unknownValue) return unclear;
    return {
      kind: 'brings',
      verb,
      shown: `composer ${verb?.value ?? ''}`,
      folder: optionValue(run, '-d', '--working-dir'),
    };
  },
};

const pythonGroups =
  /^\[(?:dependency-groups|tool\.poetry\.group\.|tool\.poetry\.dev-dependencies)|^dev-dependencies\s*=/m;

const uv: DevTool = {
  programs: ['uv'],
  manifest: 'pyproject.toml',
  namesAny: (text) => pythonGroups.test(text),
  result: '.venv',
  option: '--no-dev',
  reads(doc, run) {
    const [verb, ...others] = operands(run, uvValues);
    if (verb?.value !== 'sync' || others.length > 0) return undefined;
    const env = settingOf(doc, run, 'UV_NO_DEV');
    if (hasFlag(run, { long: ['no-dev', 'no-default-groups', 'no-group', 'only-group'] }, uvValues)) return drops;
    if (
      hasFlag(run, { long: ['dev', 'all-groups', 'group', 'inexact', 'active', 'script'] }, uvValues) ||
      env === unknownValue
    )
      return unclear;
    if (env !== undefined && truthy.test(env)) return drops;
    return { kind: 'brings', verb, shown: 'uv sync', folder: optionValue(run, '--directory', '--project') };
  },
};

const poetry: DevTool = {
  programs: ['poetry'],
  manifest: 'pyproject.toml',
  namesAny: (text) => pythonGroups.test(text),
  result: '.venv',
  option: '--only=main',
  reads(doc, run) {
    const values = ['--only', '--with', '--without', '--extras', '-E', '-C', '--directory', '-P', '--project'];
    const [verb, ...others] = operands(run, values);
    if (!/^(?:install|sync)$/.test(verb?.value ?? '') || others.length > 0) return undefined;
    if (hasFlag(run, { long: ['only', 'without', 'no-dev', 'only-root'] }, values)) return drops;
    if (hasFlag(run, { long: ['with', 'all-groups', 'dry-run'] }, values)) return unclear;
    if (['POETRY_WITHOUT', 'POETRY_ONLY'].some((name) => settingOf(doc, run, name) !== undefined)) return unclear;
    return {
      kind: 'brings',
      verb,
      shown: `poetry ${verb?.value ?? ''}`,
      folder: optionValue(run, '-C', '--directory'),
    };
  },
};

/** Every tool whose packages for development this knows. */
export const devTools: readonly DevTool[] = [npm, yarn, pnpm, bun, composer, uv, poetry, ...otherDevTools];
