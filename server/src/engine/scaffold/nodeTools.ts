import type { ProjectFiles } from './types.js';
import { parseJson, textOf } from './text.js';

/** How a package manager of Node.js is used in an image. */
export interface NodeTool {
  readonly name: string;
  /** Base image by Node.js major; `user` is its ordinary user. */
  readonly image: (major: string) => string;
  readonly user: string;
  /** Runs once in the base stage. */
  readonly setup: string | undefined;
  /** Files that an install needs besides package.json. */
  readonly files: readonly string[];
  readonly cache: string;
  readonly install: string;
  readonly installProduction: string;
  readonly run: (script: string) => string;
  /** Program that runs a script file. */
  readonly runtime: string;
}

const node = (major: string): string => `node:${major}-slim`;
const common = { image: node, user: 'node', runtime: 'node' } as const;

/** npm where nothing says otherwise. */
export function nodeTool(files: ProjectFiles): NodeTool {
  const present = (...names: readonly string[]): readonly string[] => names.filter((name) => files.has(name));
  const declared = textOf(parseJson(files.read('package.json')), 'packageManager') ?? '';
  if (files.has('pnpm-lock.yaml') || declared.startsWith('pnpm')) {
    const frozen = files.has('pnpm-lock.yaml') ? ' --frozen-lockfile' : '';
    return {
      ...common,
      name: 'pnpm',
      setup: 'RUN corepack enable',
      files: present('pnpm-lock.yaml', 'pnpm-workspace.yaml'),
      cache: '/root/.local/share/pnpm/store',
      install: `pnpm install${frozen}`,
      installProduction: `pnpm install${frozen} --prod`,
      run: (script) => `pnpm run ${script}`,
    };
  }
  if (files.has('bun.lock') || files.has('bun.lockb') || declared.startsWith('bun')) {
    const frozen = files.has('bun.lock') || files.has('bun.lockb') ? ' --frozen-lockfile' : '';
    return {
      name: 'Bun',
      image: () => 'oven/bun:1.3-slim',
      user: 'bun',
      runtime: 'bun',
      setup: undefined,
      files: present('bun.lock', 'bun.lockb'),
      cache: '/root/.bun/install/cache',
      install: `bun install${frozen}`,
      installProduction: `bun install${frozen} --production`,
      run: (script) => `bun run ${script}`,
    };
  }
  if (files.has('yarn.lock') || declared.startsWith('yarn')) return yarn(files, declared, present);
  const locked = files.has('package-lock.json') || files.has('npm-shrinkwrap.json');
  return {
    ...common,
    name: 'npm',
    setup: undefined,
    files: present('package-lock.json', 'npm-shrinkwrap.json'),
    cache: '/root/.npm',
    install: locked ? 'npm ci' : 'npm install',
    installProduction: locked ? 'npm ci --omit=dev' : 'npm install --omit=dev',
    run: (script) => `npm run ${script}`,
  };
}

/** Yarn 1 comes with the image; later versions come by Corepack. */
function yarn(
  files: ProjectFiles,
  declared: string,
  present: (...names: readonly string[]) => readonly string[],
): NodeTool {
  const modern = files.has('.yarnrc.yml') || /^yarn@[2-9]/.test(declared);
  const locked = files.has('yarn.lock');
  return {
    ...common,
    name: 'Yarn',
    setup: modern ? 'RUN corepack enable' : undefined,
    files: present('yarn.lock', '.yarnrc.yml', '.yarn/'),
    cache: modern ? '/root/.yarn/berry/cache' : '/usr/local/share/.cache/yarn',
    install: `yarn install${locked ? (modern ? ' --immutable' : ' --frozen-lockfile') : ''}`,
    installProduction: modern
      ? 'yarn workspaces focus --all --production'
      : `yarn install${locked ? ' --frozen-lockfile' : ''} --production`,
    run: (script) => `yarn run ${script}`,
  };
}
