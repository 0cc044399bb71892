import type { ShellCommand } from '../../shell/types.js';
import { operands } from '../../shell/options.js';
import { quoteWord } from '../../shell/quote.js';
import { npmValues } from './npm.js';
import type { DependencyInstall, Recipe } from './recipes.js';
import {
  bun,
  bundler,
  cargo,
  composer,
  dotnet,
  go,
  gradle,
  gradleWrapper,
  maven,
  mavenWrapper,
  node,
  pipenv,
  pnpm,
  poetry,
  uv,
  yarn,
} from './recipes.js';
import { optionValue } from './settings.js';
import { bunValues, pnpmValues, uvValues } from './valueOptions.js';
import { yarnValues } from './yarn.js';

const mavenFetch = /^dependency:(?:go-offline|resolve)/;
const gradleFetch = /(^|:)dependencies$/;
const mavenPhase = /^(compile|test|package|verify|install|deploy)$/;
const gradleTask = /(^|:)(build|assemble|bootJar|shadowJar|jar|installDist|test|check)$/;
const goBuild: ReadonlySet<string> = new Set(['build', 'install', 'test', 'run', 'vet', 'generate']);

/**
 * What a command installs, if it installs all the dependencies that a project's manifest names.
 * Commands that install named packages (`npm install express`, `pip install flask`) give undefined.
 * Never throws. Facts are those of each tool's own documentation.
 */
export function dependencyInstall(command: ShellCommand): DependencyInstall | undefined {
  const { name } = command;
  if (name === undefined) return undefined;
  if (recipes[name] === undefined && !name.startsWith('p')) return undefined;
  const recipe = recipes[name] ?? (/^pip3?(\.\d+)?$/.test(name) ? pipRecipe : undefined);
  if (recipe === undefined) return /^python3?(\.\d+)?$/.test(name) ? pythonModule(command) : undefined;
  return recipe(command);
}

const recipes: Readonly<Record<string, ((command: ShellCommand) => DependencyInstall | undefined) | undefined>> = {
  npm: (c) =>
    when(
      c,
      npmValues,
      (words) =>
        /^(ci|install|i|clean-install|install-clean)$/.test(words[0] ?? '') && words.length === 1 && !global(c)
          ? node
          : undefined,
      optionValue(c, '--prefix', '-C'),
    ),
  yarn: (c) =>
    when(
      c,
      yarnValues,
      (words) =>
        words.length === 0
          ? asksOnly(c)
            ? undefined
            : yarn
          : words[0] === 'install' && words.length === 1
            ? yarn
            : undefined,
      optionValue(c, '--cwd'),
    ),
  pnpm: (c) =>
    when(
      c,
      pnpmValues,
      (words) => (/^(install|i)$/.test(words[0] ?? '') && words.length === 1 && !global(c) ? pnpm : undefined),
      optionValue(c, '--dir', '-C'),
    ),
  bun: (c) =>
    when(
      c,
      bunValues,
      (words) => (/^(install|i)$/.test(words[0] ?? '') && words.length === 1 && !global(c) ? bun : undefined),
      optionValue(c, '--cwd'),
    ),
  uv: (c) =>
    when(c, uvValues, (words) => {
      if (words[0] === 'sync' && words.length === 1) return alsoWith(uv, c, '--no-install-project');
      return words[0] === 'pip' && words[1] === 'install' ? requirements(c) : undefined;
    }),
  poetry: (c) =>
    when(c, ['--only', '--with', '--without', '--extras', '-E'], (words) =>
      words[0] === 'install' && words.length === 1 ? alsoWith(poetry, c, '--no-root') : undefined,
    ),
  pipenv: (c) =>
    when(c, ['--python', '--extra-pip-args'], (words) =>
      /^(install|sync)$/.test(words[0] ?? '') && words.length === 1 ? pipenv : undefined,
    ),
  go: (c) =>
    when(
      c,
      ['-o', '-ldflags', '-tags', '-gcflags', '-mod', '-p', '-C'],
      (words) => {
        if (words[0] === 'mod' && words[1] === 'download') return go;
        // `go install tool@version` builds something else than the project.
        return goBuild.has(words[0] ?? '') && !words.some((w) => w.includes('@'))
          ? { ...go, prepare: 'go mod download' }
          : undefined;
      },
      optionValue(c, '-C'),
    ),
  cargo: (c) =>
    when(
      c,
      ['--target', '--features', '--bin', '-p', '--package', '--profile', '--path', '--root', '--manifest-path'],
      (words) =>
        !elsewhere(c, '--manifest-path') &&
        (/^(build|b|test|check|fetch)$/.test(words[0] ?? '') ||
          (words[0] === 'install' && optionValue(c, '--path') === '.'))
          ? cargo
          : undefined,
    ),
  bundle: (c) =>
    when(c, ['--jobs', '-j', '--retry', '--path', '--without', '--gemfile'], (words) =>
      (words.length === 0 && !asksOnly(c)) || (words[0] === 'install' && words.length === 1) ? bundler : undefined,
    ),
  composer: (c) =>
    when(c, ['--working-dir', '-d', '--prefer-install'], (words) =>
      words[0] === 'install' && words.length === 1 && !elsewhere(c, '--working-dir', '-d')
        ? alsoWith(composer, c, '--no-scripts', '--no-autoloader')
        : undefined,
    ),
  mvn: (c) =>
    when(c, ['-f', '-pl', '-P', '-s'], (words) =>
      elsewhere(c, '-f', '--file', '-s', '--settings')
        ? undefined
        : words.some((w) => mavenFetch.test(w))
          ? maven
          : words.some((w) => mavenPhase.test(w))
            ? { ...maven, prepare: 'mvn -B dependency:go-offline' }
            : undefined,
    ),
  mvnw: (c) =>
    when(c, ['-f', '-pl', '-P', '-s'], (words) =>
      elsewhere(c, '-f', '--file', '-s', '--settings')
        ? undefined
        : words.some((w) => mavenFetch.test(w))
          ? mavenWrapper
          : words.some((w) => mavenPhase.test(w))
            ? { ...mavenWrapper, prepare: './mvnw -B dependency:go-offline' }
            : undefined,
    ),
  gradle: (c) =>
    when(c, ['-p', '-x'], (words) =>
      elsewhere(c, '-p', '--project-dir', '-b', '-I')
        ? undefined
        : words.some((w) => gradleFetch.test(w))
          ? gradle
          : words.some((w) => gradleTask.test(w))
            ? { ...gradle, prepare: 'gradle --no-daemon dependencies' }
            : undefined,
    ),
  gradlew: (c) =>
    when(c, ['-p', '-x'], (words) =>
      elsewhere(c, '-p', '--project-dir', '-b', '-I')
        ? undefined
        : words.some((w) => gradleFetch.test(w))
          ? gradleWrapper
          : words.some((w) => gradleTask.test(w))
            ? { ...gradleWrapper, prepare: './gradlew --no-daemon dependencies' }
            : undefined,
    ),
  dotnet: (c) =>
    when(
      c,
      [
        '-c',
        '--configuration',
        '-o',
        '--output',
        '-r',
        '--runtime',
        '-f',
        '--framework',
        '-p',
        '--verbosity',
        '-v',
        '-a',
        '--arch',
        '--os',
      ],
      (words) => {
        if (!/^(restore|build|publish)$/.test(words[0] ?? '')) return undefined;
        const project = words[1];
        if (project !== undefined && !/^[\w./-]+\.[cf]sproj$/.test(project)) return undefined;
        const recipe =
          project === undefined
            ? dotnet
            : { ...dotnet, manifests: [project.replace(/^\.\//, '')], guess: [project.replace(/^\.\//, '')] };
        return words[0] === 'restore'
          ? recipe
          : { ...recipe, prepare: `dotnet restore${project === undefined ? '' : ` ${project}`}` };
      },
    ),
};

function pythonModule(command: ShellCommand): DependencyInstall | undefined {
  const [dash, module, ...rest] = command.args;
  if (dash?.value !== '-m' || module?.value !== 'pip') return undefined;
  return pipRecipe({ ...command, name: 'pip', args: rest });
}

function pipRecipe(command: ShellCommand): DependencyInstall | undefined {
  return when(
    command,
    [
      '-r',
      '--requirement',
      '-c',
      '--constraint',
      '-i',
      '--index-url',
      '--extra-index-url',
      '--target',
      '-t',
      '--prefix',
      '--timeout',
    ],
    (words) => (words[0] === 'install' && words.length === 1 ? requirements(command) : undefined),
  );
}

/** `pip install -r FILE`: the files it names. Editable installs (`-e .`) need the sources. */
function requirements(command: ShellCommand): Recipe | undefined {
  if (command.args.some(({ value }) => value === '-e' || value.startsWith('--editable'))) return undefined;
  const files = ['-r', '--requirement', '-c', '--constraint'].flatMap((option) => optionValues(command, option));
  if (files.length === 0 || files.some((file) => !/^[\w.][\w./-]*$/.test(file))) return undefined;
  const manifests = files.map((file) => file.replace(/^\.\//, ''));
  return { ecosystem: 'pip', manifests, locks: [], extras: [], guess: manifests };
}

function when(
  command: ShellCommand,
  valueOptions: readonly string[],
  choose: (words: readonly string[]) => Recipe | undefined,
  folder = '',
): DependencyInstall | undefined {
  const words = operands(command, valueOptions);
  if (words.some((word) => !word.literal)) return undefined;
  const recipe = choose(words.map((word) => word.value));
  return recipe === undefined ? undefined : { ...recipe, folder };
}

function optionValues({ args }: ShellCommand, option: string): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const value = args[i]?.value ?? '';
    if (!value.startsWith(option)) continue;
    const given = value.length === option.length ? args[i + 1]?.value : undefined;
    if (given !== undefined) found.push(given);
    else if (value.charAt(option.length) === '=') found.push(value.slice(option.length + 1));
  }
  return found;
}

/** Whether an option sends the tool to a project or settings that are not where it runs. */
function elsewhere(command: ShellCommand, ...options: readonly string[]): boolean {
  return options.some((option) => optionValues(command, option).length > 0);
}

function global({ args }: ShellCommand): boolean {
  return args.some(({ value }) => value === '-g' || value === '--global' || value.startsWith('--location=global'));
}

function asksOnly({ args }: ShellCommand): boolean {
  return args.some(({ value }) => /^(-v|--version|-h|--help)$/.test(value));
}

/** A recipe whose command needs no sources once it has these options; one that has them all runs as it is. */
function alsoWith(recipe: Recipe, command: ShellCommand, ...options: readonly string[]): Recipe {
  const missing = options.filter((option) => !command.args.some(({ value }) => value === option));
  if (missing.length === 0) return recipe;
  const words = command.words.map(({ literal, value, text }) => (literal ? (quoteWord(value) ?? text) : text));
  return { ...recipe, prepare: [...words, ...missing].join(' ') };
}
