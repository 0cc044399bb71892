import type { FactAnswer, FactQuery } from '../../facts.js';
import { gitIgnores, parseGitignore, type GitIgnore } from '../../gitignore/gitignore.js';
import { baseNames } from './discover.js';

/** In a workspace of more projects nobody starts them all: they are a collection. */
export const mostProjects = 8;
/** So deep below the root projects are looked for. */
const deepest = 4;
/** So many folders are looked into, those near the root first. */
const mostFolders = 500;

/** Folders that hold other people's files, or what tools make. */
const skipped =
  /^(?:\..*|node_modules|bower_components|jspm_packages|vendor|third[-_]?party|__pycache__|venv|site-packages|dist|build|out|target|bin|obj|coverage)$/i;

/** Words in the name of a folder that holds things of which people take one. */
const alternatives =
  /(?:^|[-_. ])(?:e2e|(?:example|sample|demo|test|fixture|template|tutorial|playground|exercise|lesson|recipe|snippet|starter|boilerplate|benchmark|bench|archive|backup|doc)s?|test(?:data|ing)|scaffold(?:s|ing)?|skeletons?|archived?|old|legacy|deprecated|cookbooks?|(?:dev|devel|development|prod|production|stage|staging|qa|uat|ci|local|preview|windows|linux|arm64|amd64|gpu|cuda|rocm|cypress|playwright)|v\d+)(?:$|[-_. ])/i;

/**
 * Whether a file, by its path from the root, lies among things that are not run together: examples, tests, templates,
 * stages of which a machine has one.
 */
export function isAlternative(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((name) => skipped.test(name) || alternatives.test(name));
}

/** Asks for several facts at once, by paths from the root, and is sent the answers in the same order. */
export type Search = Generator<readonly FactQuery[], readonly string[], readonly FactAnswer[]>;

interface Folder {
  /** Empty, or with a slash at its end. */
  readonly path: string;
  /** The .gitignore files that count for it. */
  readonly ignores: readonly GitIgnore[];
}

/**
 * The files that Compose finds by itself in the folders of a workspace, one a folder, by their paths from its root in
 * the order of their depth. Folders that are linked, ignored by Git, or hold alternatives are passed over; one project
 * more than anybody looks at ends the search.
 */
export function* findProjects(): Search {
  const found: string[] = [];
  let folders: readonly Folder[] = [{ path: '', ignores: [] }];
  let left = mostFolders;
  for (let depth = 0; depth <= deepest && folders.length > 0 && found.length <= mostProjects; depth++) {
    const looked = folders.slice(0, left);
    left -= looked.length;
    const lists = yield looked.map(({ path }) => ({ kind: 'list', path: path === '' ? '.' : path.slice(0, -1) }));
    const ignoring = looked.filter((_, index) => lists[index]?.entries?.includes('.gitignore'));
    const texts = ignoring.length === 0 ? [] : yield ignoring.map(({ path }) => read(`${path}.gitignore`));
    folders = looked.flatMap((folder, index) => {
      const { entries = [], links = [] } = lists[index] ?? {};
      const text = texts[ignoring.indexOf(folder)]?.text;
      const ignores = text === undefined ? folder.ignores : [...folder.ignores, parseGitignore(text, folder.path)];
      const isOurs = (name: string): boolean => !links.includes(name) && !gitIgnores(ignores, folder.path + name);
      const main = baseNames.find((name) => entries.includes(name));
      if (main !== undefined && isOurs(main)) found.push(folder.path + main);
      return [...entries].sort().flatMap((entry): readonly Folder[] => {
        const name = entry.slice(0, -1);
        const isOne = entry.endsWith('/') && !isAlternative(`${name}/`) && isOurs(name);
        return isOne ? [{ path: `${folder.path}${entry}`, ignores }] : [];
      });
    });
  }
  return found.slice(0, mostProjects + 1);
}

function read(path: string): FactQuery {
  return { kind: 'read', path };
}

/** Whether something that comes or goes, or changes, may change what a search finds; `comes` is true for the former. */
export function concernsProjects(name: string, comes: boolean): boolean {
  // A folder may bring a project with it.
  return name === '.gitignore' || (comes && (baseNames.includes(name) || !name.includes('.')));
}
