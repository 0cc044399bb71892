import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { languageOfName } from '../engine/language.js';
import { realPath } from '../node/facts.js';
import { describeError } from './messages.js';
import { absolute, comparePaths, slashes } from './paths.js';
import { reallyInside, Roots } from './roots.js';

/** A file to lint. */
export interface FoundFile {
  /** Absolute path, in the form of the operating system. */
  readonly path: string;
  /** Named by the person, not found in a folder. */
  readonly explicit: boolean;
}

/** Something that was asked for and cannot be linted. */
export interface FindProblem {
  readonly path: string;
  readonly message: string;
  /** The result is incomplete without it: the run fails. */
  readonly fatal: boolean;
}

export interface Found {
  /** Each once, sorted by path. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly FindProblem[];
}

/** The rules of one .gitignore, for paths below its folder. */
interface IgnoreLevel {
  readonly folder: string;
  readonly rules: Ignore;
}

const skippedFolders: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * The files to lint. A file that is named is taken whatever it is called; folders are searched for files that are
 * ours by their name, without what .gitignore leaves out, `.git`, `node_modules` and linked folders.
 * `isCompose` tells of files that a configuration makes Compose files of.
 * A path that does not exist but holds wildcards is taken as a pattern. Never throws.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  isCompose: (path: string) => boolean = () => false,
): Promise<Found> {
  const search = new Search(new Roots(cwd), isCompose);
  for (const path of paths) {
    const place = absolute(path, cwd);
    if (!exists(place) && /[*?[\]{}]/.test(path)) search.pattern(path, await expand(path, cwd));
    else search.add(place);
  }
  return search.result();
}

class Search {
  readonly #files = new Map<string, FoundFile>();
  readonly #links = new Map<string, FoundFile>();
  readonly #problems: FindProblem[] = [];
  readonly #roots: Roots;
  readonly #isCompose: (path: string) => boolean;

  constructor(roots: Roots, isCompose: (path: string) => boolean) {
    this.#roots = roots;
    this.#isCompose = isCompose;
  }

  add(path: string): void {
    const stats = this.#stat(path);
    if (stats === undefined) return;
    if (stats.isDirectory()) {
      this.#walk(path, levelsAbove(path), path);
      return;
    }
    const kind = specialKind(stats);
    if (kind !== undefined) {
      this.#problem(path, `is ${kind}, which cannot be linted; use --stdin for its text`, true);
      return;
    }
    this.#files.set(path, { path, explicit: true });
  }

  pattern(pattern: string, matches: readonly string[]): void {
    if (matches.length === 0) this.#problem(pattern, 'matches no file', true);
    for (const path of matches) this.add(path);
  }

  result(): Found {
    const real = new Set([...this.#files.keys()].map((path) => realPath(path)));
    for (const [path, file] of [...this.#links].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const target = realPath(path);
      if (real.has(target) || this.#files.has(path)) continue;
      real.add(target);
      this.#files.set(path, file);
    }
    return {
      files: [...this.#files.values()].sort((a, b) => comparePaths(a.path, b.path)),
      problems: this.#problems.sort((a, b) => comparePaths(a.path, b.path)),
    };
  }

  /** `top` is the folder that is searched. */
  #walk(folder: string, above: readonly IgnoreLevel[], top: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      this.#problem(folder, `cannot be searched: ${describeError(error)}`, true);
      return;
    }
    const own = entries.some(({ name }) => name === '.gitignore') ? readLevel(folder) : undefined;
    const levels = own === undefined ? above : [...above, own];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.has(entry.name) && !isIgnored(path, true, levels)) {
          this.#walk(
            path,
            levels.filter((level) => !ignores(level, path)),
            top,
          );
        }
      } else if (this.#isOurs(path) && !isIgnored(path, false, levels)) {
        this.#entry(entry, path, top);
      }
    }
  }

  #entry(entry: Dirent, path: string, top: string): void {
    if (entry.isFile()) {
      if (!this.#files.has(path)) this.#files.set(path, { path, explicit: false });
      return;
    }
    const stats = entry.isSymbolicLink() ? this.#stat(path) : lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory() || this.#leadsOut(path, top)) return;
    const kind = specialKind(stats);
    if (kind === undefined) this.#links.set(path, { path, explicit: false });
    else this.#problem(path, `is ${kind}; it was not read`, false);
  }

  #isOurs(path: string): boolean {
    return languageOfName(slashes(path)) !== undefined || this.#isCompose(path);
  }

  /** Whether a file that nobody named is a link out of its root and of the folder that is searched; says so. */
  #leadsOut(path: string, top: string): boolean {
    if (!exists(path) || realPath(path) === undefined) return false;
    if (reallyInside([this.#roots.of(dirname(path)), top], path)) return false;
    this.#problem(path, 'is a link to a place outside the repository or working directory; it was not read', false);
    return true;
  }

  #stat(path: string): Stats | undefined {
    try {
      return statSync(path);
    } catch (error) {
      this.#problem(path, `cannot be read: ${describeError(error)}`, true);
      return undefined;
    }
  }

  #problem(path: string, message: string, fatal: boolean): void {
    this.#problems.push({ path, message, fatal });
  }
}

function isIgnored(path: string, folder: boolean, levels: readonly IgnoreLevel[]): boolean {
  for (const level of [...levels].reverse()) {
    const { ignored, unignored } = level.rules.test(pathIn(level, path) + (folder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** A level that would leave a searched folder out says nothing more about what is in it. */
function ignores(level: IgnoreLevel, folder: string): boolean {
  return level.rules.ignores(`${pathIn(level, folder)}/`);
}

function pathIn(level: IgnoreLevel, path: string): string {
  return slashes(relative(level.folder, path));
}

/** The .gitignore files that count for a folder: from the root of its repository down to its parent. */
function levelsAbove(folder: string): readonly IgnoreLevel[] {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) folders.unshift(at);
    if (existsSync(join(at, '.git'))) break;
    if (dirname(at) === at) return [];
  }
  return folders.flatMap((at) => readLevel(at) ?? []).filter((level) => !ignores(level, folder));
}

function readLevel(folder: string): IgnoreLevel | undefined {
  const path = join(folder, '.gitignore');
  try {
    // Git follows no link here either.
    if (!lstatSync(path).isFile()) return undefined;
    return { folder, rules: ignore({ ignorecase: false }).add(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

async function expand(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const matches = await glob(slashes(pattern), {
    cwd,
    absolute: true,
    dot: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/.git/**', '**/node_modules/**'],
  });
  return matches.map((path) => absolute(path, cwd)).filter((path) => !skippedFolders.has(basename(path)));
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function specialKind(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
