import { flagUses, operands, type WithArguments } from '../../../shell/options.js';
import type { ShellWord } from '../../../shell/types.js';
import type { DockerfileDocument, RunCommand } from '../../model/types.js';
import { pinBehind, type Loose, type LooseTest } from './loose.js';
import { looseNpmPackage } from './npm.js';
import { isBundledPhpExtension } from './php.js';
import { looseRequirement } from './python.js';

/** A tool that installs packages by name. Its options, verbs and spelling of versions are those of its own manual. */
interface Tool {
  /** Words with which it installs, one alternative each; empty for a tool that does nothing else. */
  readonly verbs: readonly string[];
  /** Options that take the next word, besides those in `fixedBy` and `from`. */
  readonly values?: readonly string[];
  /** Options that give all packages their version. */
  readonly fixedBy?: readonly string[];
  /** Variables that do the same. */
  readonly env?: readonly string[];
  /** Options that take what is installed from somewhere else than a registry. */
  readonly from?: readonly string[];
  readonly loose: LooseTest;
  /** Only the first word behind the verb names a package; a later one that fits is its version. */
  readonly version?: RegExp;
}

/** A plain name that `mark` and a version may follow. */
function plainName(mark: string, name = /^[\w.-]+$/): LooseTest {
  return (value) => (name.test(value) ? { name: value, pin: pinBehind(value.length, mark) } : undefined);
}

const node: Pick<Tool, 'loose'> = { loose: looseNpmPackage };
const python: Pick<Tool, 'loose'> = { loose: looseRequirement };

const tools: Readonly<Record<string, Tool>> = {
  pnpm: {
    ...node,
    verbs: ['add', 'install', 'i'],
    values: ['-C', '--dir', '-F', '--filter', '--store-dir', '--reporter', '--registry', '--loglevel', '--global-dir'],
  },
  yarn: {
    ...node,
    verbs: ['add', 'global add'],
    values: ['--cwd', '--registry', '--network-timeout', '--cache-folder', '--modules-folder', '--prefix', '--mode'],
  },
  bun: {
    ...node,
    verbs: ['add', 'a', 'install', 'i'],
    values: ['--cwd', '--registry', '--cache-dir', '-c', '--config'],
  },
  corepack: { ...node, verbs: ['prepare', 'install', 'use'], values: ['-o', '--output', '--install-directory'] },
  uv: {
    loose: looseUvRequirement,
    verbs: ['pip install', 'tool install', 'add'],
    values: ['-p', '--python', '--prefix', '--target', '-i', '--index-url', '--default-index', '--index', '-f', '-e']
      .concat(['--extra-index-url', '--find-links', '--editable', '--extra', '--group', '--optional', '--link-mode'])
      .concat(['--prerelease', '--resolution', '--index-strategy', '--cache-dir', '--project', '--directory', '--with'])
      .concat(['--no-binary', '--only-binary', '--no-build-package', '--reinstall-package', '-P', '--upgrade-package'])
      .concat(['--python-platform', '--python-version', '--torch-backend', '-C', '--config-setting', '--package']),
    fixedBy: ['-r', '--requirement', '--requirements', '-c', '--constraint', '--constraints', '--exclude-newer'],
    from: ['--offline', '--no-index', '--from'],
    env: ['UV_CONSTRAINT', 'UV_OVERRIDE', 'UV_EXCLUDE_NEWER', 'UV_NO_INDEX', 'UV_OFFLINE'],
  },
  poetry: {
    ...python,
    verbs: ['add', 'self add'],
    values: ['-G', '--group', '-E', '--extras', '--source', '-C', '--directory', '-P', '--project', '--python'],
  },
  pipx: {
    ...python,
    verbs: ['install'],
    values: ['--python', '--suffix', '--pip-args', '-i', '--index-url', '--preinstall', '--spec', '--backend'],
  },
  pipenv: {
    ...python,
    verbs: ['install'],
    values: ['--python', '--pypi-mirror', '-i', '--index', '-e', '--editable', '--extra-pip-args', '--categories'],
    fixedBy: ['-r', '--requirements'],
  },
  composer: {
    verbs: ['require', 'req', 'global require', 'global req'],
    values: ['-d', '--working-dir', '--prefer-install', '--ignore-platform-req', '--audit-format'],
    // `vendor/package 1.2` gives the version in a word of its own.
    loose: plainName(':', /^[\w.-]+\/[\w.-]+$/),
    version: /^[\d^~<>=v*]/,
  },
  cargo: {
    verbs: ['install', 'binstall'],
    values: [
      '--root',
      '--registry',
      '--index',
      '--target',
      '--profile',
      '-F',
      '--features',
      '--bin',
      '--example',
      '-j',
    ].concat(['--jobs', '--target-dir', '--color', '--config', '-Z', '--strategies', '--install-path']),
    fixedBy: ['--version', '--vers', '--rev', '--tag'],
    from: ['--path', '--git', '--branch', '--manifest-path'],
    loose: plainName('@'),
  },
  dotnet: {
    verbs: ['tool install', 'tool update'],
    values: [
      '--tool-path',
      '--add-source',
      '--source',
      '--configfile',
      '--framework',
      '-a',
      '--arch',
      '--tool-manifest',
    ].concat(['-v', '--verbosity']),
    fixedBy: ['--version'],
    loose: plainName('@'),
  },
  'install-php-extensions': { verbs: [], loose: loosePhpExtension },
  pecl: {
    verbs: ['install'],
    values: ['-D', '--configureoptions', '-R', '--installroot', '-P', '--packagingroot'],
    loose: loosePeclPackage,
  },
  ...Object.fromEntries(
    ['conda', 'mamba', 'micromamba'].map((name) => [
      name,
      {
        verbs: ['install', 'create'],
        values: [
          '-n',
          '--name',
          '-p',
          '--prefix',
          '-c',
          '--channel',
          '--solver',
          '--platform',
          '--subdir',
          '-r',
          '--root-prefix',
          '--repodata-fn',
        ],
        fixedBy: ['-f', '--file', '--revision'],
        from: ['--clone', '--offline'],
        loose: looseCondaPackage,
      } satisfies Tool,
    ]),
  ),
  luarocks: {
    verbs: ['install'],
    values: ['--tree', '--server', '--only-server', '--lua-dir', '--lua-version', '--only-sources', '--namespace'],
    loose: (value) =>
      /^[\w-]+$/.test(value) ? { name: value, pin: pinBehind(value.length, ' ', '1.0-1') } : undefined,
    version: /^(?:\d|scm|dev)/,
  },
  cpanm: {
    verbs: [],
    values: [
      '-l',
      '-L',
      '--local-lib',
      '--local-lib-contained',
      '--mirror',
      '--from',
      '-M',
      '--cpanfile',
      '--with-feature',
    ],
    from: ['--installdeps'],
    loose: (value) => (/^\w+(?:::\w+)*$/.test(value) ? { name: value, pin: pinBehind(value.length, '@') } : undefined),
  },
  'ansible-galaxy': {
    verbs: ['install', 'collection install', 'role install'],
    values: [
      '-p',
      '--roles-path',
      '--collections-path',
      '-s',
      '--server',
      '--api-key',
      '--token',
      '--timeout',
      '--keyring',
    ],
    fixedBy: ['-r', '--role-file', '--requirements-file'],
    loose: plainName(':', /^[a-z_]\w*\.[a-z_]\w*$/),
  },
};

/** Programs that install packages by name and have no rule of their own. */
export const toolNames: readonly string[] = [...Object.keys(tools), 'python3', 'python'];

/** The words of a command that may name packages, and how to tell those without a version. Never throws. */
export function toolPackages(
  doc: DockerfileDocument,
  { name = '', args, assignments, command }: RunCommand,
): { readonly words: readonly ShellWord[]; readonly loose: LooseTest } | undefined {
  // `python3 -m pipx install …`
  const module = name.startsWith('python') && args[0]?.value === '-m' ? args[1]?.value : undefined;
  if (module !== undefined && module !== 'pipx' && module !== 'pipenv') return undefined;
  const called = module ?? name;
  const tool = Object.hasOwn(tools, called) ? tools[called] : undefined;
  const found = packagesOf(tool, { args: module === undefined ? args : args.slice(2) });
  if (found === undefined || tool?.env === undefined) return found;
  const scope = doc.scopeAt(command.instruction);
  const held = tool.env.some((each) => scope.get(each) !== undefined || assignments.some((a) => a.name === each));
  return held ? undefined : found;
}

function packagesOf(tool: Tool | undefined, command: WithArguments): ReturnType<typeof toolPackages> {
  if (tool === undefined) return undefined;
  const { values = [], fixedBy = [], from = [], loose, version } = tool;
  const all = [...values, ...fixedBy, ...from.filter((option) => !withoutValue.has(option))];
  const words = operands(command, all);
  const verb = verbOf(tool, words);
  if (verb === undefined || [...fixedBy, ...from].some((option) => uses(command, option, all))) return undefined;
  const packages = words.slice(verb);
  if (version === undefined) return { words: packages, loose };
  const isVersion = (word: ShellWord | undefined) => word !== undefined && version.test(word.value);
  return { words: packages.filter((word, i) => !isVersion(word) && !isVersion(packages[i + 1])), loose };
}

const withoutValue: ReadonlySet<string> = new Set(['--offline', '--no-index', '--installdeps']);

/** How many words say that packages are installed. */
function verbOf({ verbs }: Tool, words: readonly ShellWord[]): number | undefined {
  if (verbs.length === 0) return 0;
  const said = words.slice(0, 2).map(({ value }) => value);
  const verb = verbs.findLast((each) => each === said[0] || each === said.join(' '));
  return verb?.split(' ').length;
}

function uses(command: WithArguments, option: string, values: readonly string[]): boolean {
  const name = option.replace(/^-+/, '');
  const flag = name.length === 1 ? { short: name } : { long: [name] };
  return flagUses(command, flag, values).length > 0;
}

/** `uv tool install ruff@0.9` knows npm's way too. */
function looseUvRequirement(value: string): Loose | undefined {
  return /@\s*latest$/.test(value) ? looseNpmPackage(value) : looseRequirement(value);
}

/** `xdebug-3.4.0`, `xdebug-^3` or `xdebug-stable`; `@composer-2`. */
function loosePhpExtension(value: string): Loose | undefined {
  const name = /^@?[A-Za-z]\w*$/.exec(value)?.[0];
  if (name === undefined || isBundledPhpExtension(name)) return undefined;
  return { name, pin: pinBehind(value.length, '-') };
}

function loosePeclPackage(value: string): Loose | undefined {
  return /^[A-Za-z]\w*$/.test(value) ? { name: value, pin: pinBehind(value.length, '-') } : undefined;
}

/** `channel::name=1.2`, `name>=1`; an environment file or an archive is something else. */
function looseCondaPackage(value: string): Loose | undefined {
  const name = /^(?:[\w./-]+::)?([\w.-]+)$/.exec(value)?.[1];
  if (name === undefined || /\.(?:conda|tar\.bz2|ya?ml|txt|lock)$/.test(value)) return undefined;
  return { name, pin: pinBehind(value.length, '=') };
}
