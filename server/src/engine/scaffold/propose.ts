import { newIgnoreText } from '../dockerfile/context/newIgnoreFile.js';
import { unwantedEntries } from '../dockerfile/context/unwanted.js';
import { parseDockerfile } from '../dockerfile/document.js';
import type { FactQuery, Facts } from '../facts.js';
import { SourceText } from '../text/source.js';
import { dotnet, go, java, rust } from './compiled.js';
import { composeText } from './compose.js';
import { node } from './node.js';
import { python } from './python.js';
import { php, ruby, site } from './scripted.js';
import type { Detector, Proposal, ProposedFile, ProjectFiles, Recipe } from './types.js';

/** In this order: a program in another language often has a package.json for its pages. */
const detectors: readonly Detector[] = [go, rust, java, dotnet, ruby, php, python, node, site];

/** What a project has sooner or later. */
const usual = ['.git/', '.env', 'Dockerfile', 'compose.yaml'];

const mostReads = 20;
const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** What to ask about a folder: its entries, and once they are known the files that tell what it is. */
export function projectQueries(folder: string, known: Facts): readonly FactQuery[] {
  const entries = known.list(place(folder, '.')) ?? [];
  const reads = entries.filter((name) => detectors.some((each) => each.reads.some((pattern) => pattern.test(name))));
  return [
    { kind: 'list', path: place(folder, '.') },
    ...reads.slice(0, mostReads).map((name): FactQuery => ({ kind: 'read', path: place(folder, name) })),
  ];
}

/** How the project in a folder would be built; undefined where nothing tells. Never throws. */
export function recognise(folder: string, facts: Facts): Recipe | undefined {
  const files = filesOf(folder, facts);
  for (const { detect } of detectors) {
    const recipe = detect(files);
    if (recipe !== undefined) return recipe;
  }
  return undefined;
}

/**
 * The Docker files that a project lacks: a Dockerfile, a .dockerignore and a compose.yaml. Undefined where nothing tells
 * what it is. Never throws.
 */
export function proposeFiles(folder: string, facts: Facts): Proposal | undefined {
  const recipe = recognise(folder, facts);
  if (recipe === undefined) return undefined;
  const { entries, has, read } = filesOf(folder, facts);
  const kept: string[] = [];
  const files: ProposedFile[] = [];
  const add = (names: readonly string[], text: (all: readonly string[]) => string): void => {
    const present = names.find(has);
    if (present !== undefined) kept.push(present);
    else files.push({ path: names[0] ?? '', text: text([...new Set([...entries, ...usual, ...recipe.made])]) });
  };
  const built = parseDockerfile(new SourceText(recipe.dockerfile));
  add(['Dockerfile', 'Containerfile'], () => recipe.dockerfile);
  add(['.dockerignore'], (all) => newIgnoreText(unwantedEntries(all, [built], read), all));
  add(composeNames, () => composeText(recipe));
  return { title: recipe.title, files, kept };
}

function filesOf(folder: string, facts: Facts): ProjectFiles {
  const entries = facts.list(place(folder, '.')) ?? [];
  const names = new Set(entries);
  return { entries, has: (name) => names.has(name), read: (name) => facts.read(place(folder, name)) };
}

function place(folder: string, name: string): string {
  if (folder === '' || folder === '.') return name;
  return name === '.' ? folder : `${folder}/${name}`;
}
