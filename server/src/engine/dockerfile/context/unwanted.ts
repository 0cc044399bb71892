import { holdsSecrets, secretFile } from '../../secrets/files.js';
import type { DockerfileDocument } from '../model/types.js';
import { nameOf } from './folders.js';
import { contextSources } from './sources.js';

/** An entry of a build context that an image rarely needs. */
export interface Unwanted {
  /** Without the slash of a folder. */
  readonly name: string;
  /** It is there by now; else it comes sooner or later. */
  readonly exists: boolean;
  /** What leaves it out, wherever it lies. */
  readonly pattern: string;
  readonly group: 'made' | 'secret' | 'tools';
  /** Large, or a secret: reason enough to speak. */
  readonly matters: boolean;
}

interface Advice {
  readonly names: readonly string[];
  readonly matters: boolean;
  readonly group: 'made' | 'tools';
  /** One of these beside it says what made it. */
  readonly beside?: RegExp;
  /** Programs that make it again in the build; without them it is needed. */
  readonly by?: readonly string[];
  /** The programs must be asked for a build. */
  readonly builds?: boolean;
  /** It comes sooner or later where the files of `beside` are. */
  readonly expected?: boolean;
}

const node = ['npm', 'yarn', 'pnpm', 'bun', 'npx', 'corepack'] as const;
const python = ['pip', 'pip3', 'uv', 'poetry', 'pipenv', 'pdm', 'python', 'python3'] as const;

const made = { group: 'made', matters: true } as const;
const light = { group: 'made', matters: false } as const;

const advice: readonly Advice[] = [
  { ...made, names: ['node_modules'], beside: /^package\.json$/, by: node, expected: true },
  {
    ...made,
    names: ['.next', '.nuxt', '.output', '.svelte-kit', '.angular', '.turbo', '.parcel-cache'],
    by: node,
    builds: true,
  },
  { ...made, names: ['dist', 'build', 'out'], beside: /^package\.json$/, by: node, builds: true },
  { ...made, names: ['.venv', 'venv'], by: python },
  { ...made, names: ['target'], beside: /^(?:Cargo\.toml|pom\.xml)$/, by: ['cargo', 'mvn', 'mvnw'], expected: true },
  {
    ...made,
    names: ['build', '.gradle'],
    beside: /^build\.gradle(?:\.kts)?$/,
    by: ['gradle', 'gradlew'],
    expected: true,
  },
  { ...made, names: ['bin', 'obj'], beside: /\.(?:csproj|fsproj|vbproj)$/, by: ['dotnet'], expected: true },
  { ...made, names: ['vendor'], beside: /^composer\.json$/, by: ['composer'] },
  { ...made, names: ['_build', 'deps'], beside: /^mix\.exs$/, by: ['mix'] },
  { ...made, names: ['.terraform', '.serverless', '.tox', '.nox'] },
  {
    ...light,
    names: ['__pycache__', '.mypy_cache', '.pytest_cache', '.ruff_cache', '.nyc_output', 'coverage', 'htmlcov'],
  },
  { group: 'tools', matters: false, names: ['.idea', '.vscode', '.vs', '.DS_Store', 'Thumbs.db', '.cache'] },
];

/** Names that pile up in every folder. */
const anywhere: ReadonlySet<string> = new Set(['node_modules', '__pycache__', '.DS_Store', 'Thumbs.db', 'bin', 'obj']);

/** Kept by whoever installs: registries and mirrors, not only tokens. */
const settings: ReadonlySet<string> = new Set(['.npmrc', 'pip.conf', 'auth.json', '.netrc', '.pypirc']);

/**
 * What a listed folder has that the builds of these Dockerfiles make themselves or can do without, tools and secrets.
 * What one of them copies by name is needed; so is `.git` where one of them runs git. `read` gives the text of a file of
 * the folder, if it is known. Never throws.
 */
export function unwantedEntries(
  entries: readonly string[],
  dockerfiles: readonly DockerfileDocument[],
  read: (name: string) => string | undefined,
): readonly Unwanted[] {
  const names = entries.map(nameOf);
  const there = new Set(names);
  const copied = new Set(dockerfiles.flatMap((doc) => contextSources(doc).map(({ path }) => path.split('/', 1)[0])));
  const found = new Map<string, Unwanted>();
  const add = (name: string, group: Unwanted['group'], matters: boolean): void => {
    const pattern = anywhere.has(name) ? `**/${name}` : name;
    if (copied.has(name) || found.has(pattern)) return;
    found.set(pattern, { name, exists: there.has(name), pattern, group, matters });
  };
  for (const each of advice) {
    if (each.beside !== undefined && !names.some((name) => each.beside?.test(name) === true)) continue;
    if (each.by !== undefined && !dockerfiles.every((doc) => makes(doc, each))) continue;
    for (const name of each.names) {
      if (there.has(name) || each.expected === true) add(name, each.group, each.matters);
    }
  }
  for (const name of names) {
    const file = secretFile(name);
    if (file !== undefined && !settings.has(name) && holdsSecrets(file, read(name))) add(name, 'secret', true);
  }
  for (const name of ['.git', '.hg', '.svn']) {
    if (there.has(name) && !dockerfiles.some(asksHistory)) add(name, 'tools', true);
  }
  if (names.some((name) => name.endsWith('.log'))) add('*.log', 'tools', false);
  return [...found.values()];
}

/** Names of files whose text `unwantedEntries` reads. */
export function unwantedReads(entries: readonly string[]): readonly string[] {
  return entries.filter((name) => secretFile(name)?.proof !== undefined && !settings.has(name)).slice(0, 20);
}

function makes(doc: DockerfileDocument, { by = [], builds }: Advice): boolean {
  const runs = doc.runsOf(...by);
  return builds === true ? runs.some(({ args }) => args.some(({ value }) => value.includes('build'))) : runs.length > 0;
}

/** The build reads the version of the program from the history. */
function asksHistory(doc: DockerfileDocument): boolean {
  return doc.runsOf('git').length > 0 || /\b(?:SETUPTOOLS_SCM|hatch-vcs|versioneer|goreleaser)/.test(doc.source.text);
}
