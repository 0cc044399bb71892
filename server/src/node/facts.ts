import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { findProjects } from '../engine/compose/project/workspace.js';
import type { FactAnswer, FactQuery } from '../engine/facts.js';
import { factKey } from '../engine/facts.js';

/** Longer files are present but not read: no rule needs the text of one. */
const readLimit = 4 * 1024 * 1024;

const unknown: FactAnswer = { presence: 'unknown' };
const absent: FactAnswer = { presence: 'absent' };
const present: FactAnswer = { presence: 'present' };

/**
 * Answers questions about the files around a document from the disk. Nothing outside `root` is looked at, not
 * even through a symbolic link: the answer is `unknown` there, as it is for whatever cannot be read.
 * Answers are cached until `clear`. Never throws.
 */
export class DiskFacts {
  readonly #root: string | undefined;
  readonly #answers = new Map<string, FactAnswer>();
  readonly #folders = new Map<string, string | undefined>();

  /** `root` is the absolute path of a folder. */
  constructor(root: string) {
    this.#root = realPath(root);
  }

  /** Answers keyed as `factsFrom` wants them; `folder` is the absolute path of the document's folder. */
  answer(folder: string, queries: readonly FactQuery[]): ReadonlyMap<string, FactAnswer> {
    const answers = new Map<string, FactAnswer>();
    for (const query of queries) {
      answers.set(factKey(query), this.#answer(folder, query));
    }
    return answers;
  }

  /** Forgets every answer, because files changed. */
  clear(): void {
    this.#answers.clear();
    this.#folders.clear();
  }

  #answer(folder: string, query: FactQuery): FactAnswer {
    const isSearch = query.kind === 'projects';
    const path = isSearch ? '' : resolve(folder, query.path);
    const key = `${query.kind}:${path}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = isSearch ? this.#projects() : this.#look(query, path);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  #projects(): FactAnswer {
    const root = this.#root;
    if (root === undefined) return unknown;
    const search = findProjects();
    let step = search.next();
    while (step.done !== true)
      step = search.next(step.value.map((query) => this.#look(query, resolve(root, query.path))));
    return { presence: 'present', entries: step.value };
  }

  #look(query: FactQuery, path: string): FactAnswer {
    if (this.#root === undefined || query.path.includes('\0') || isAbsolute(query.path)) return unknown;
    const folder = this.#realFolder(dirname(path));
    if (folder === undefined) return this.#reaches(path) ? absent : unknown;
    try {
      const place = join(folder, basename(path));
      if (!isInside(this.#root, place)) return unknown;
      if (lstatSync(place).isSymbolicLink() && !isInside(this.#root, realpathSync.native(place))) return unknown;
      if (query.kind === 'read') return readText(place);
      return query.kind === 'list' ? listEntries(place) : present;
    } catch (error) {
      return isMissing(error) && !isLink(path) ? absent : unknown;
    }
  }

  #realFolder(folder: string): string | undefined {
    if (!this.#folders.has(folder)) this.#folders.set(folder, realPath(folder));
    return this.#folders.get(folder);
  }

  /** Whether the nearest existing folder above a missing path lies inside the root, so that it is truly missing. */
  #reaches(path: string): boolean {
    if (this.#root === undefined || isLink(path)) return false;
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const real = realPath(folder);
      if (real !== undefined) return isInside(this.#root, real);
      if (isLink(folder) || dirname(folder) === folder) return false;
    }
  }
}

/** Whether `path` is `root` or lies below it; both absolute and real. Never throws. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The path without symbolic links, or undefined if it does not exist or cannot be looked at. Never throws. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether there is something by that name, be it a link that leads nowhere: what it stands for is not known. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function readText(path: string): FactAnswer {
  if (!statSync(path).isFile()) return present;
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(file);
    if (size > readLimit) return present;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return { presence: 'present', text };
  } catch (error) {
    return error instanceof TypeError ? present : unknown;
  } finally {
    closeSync(file);
  }
}

function listEntries(path: string): FactAnswer {
  if (!statSync(path).isDirectory()) return present;
  const found = readdirSync(path, { withFileTypes: true });
  const entries = found.map((entry) => {
    const folder = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(path, entry.name)));
    return folder ? `${entry.name}/` : entry.name;
  });
  const links = found.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
  return { presence: 'present', entries: entries.sort(), ...(links.length === 0 ? {} : { links }) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
