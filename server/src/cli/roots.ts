import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { isInside, realPath } from '../node/facts.js';

/**
 * The folders that bound what is read and written for a file beside itself: the root of its repository (the nearest
 * folder with `.git`), or, without one, the working directory, or, for a file outside it, the file's own folder.
 */
export class Roots {
  readonly #cwd: string;
  /** The root of the repository of a folder, if it is in one. */
  readonly #repositories = new Map<string, string | undefined>();

  /** `cwd` is absolute. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** The root for a file in a folder, given by its absolute path. Never throws. */
  of(folder: string): string {
    return this.#repository(folder) ?? (isInside(this.#cwd, folder) ? this.#cwd : folder);
  }

  #repository(folder: string): string | undefined {
    if (this.#repositories.has(folder)) return this.#repositories.get(folder);
    const above = dirname(folder);
    const found = existsSync(join(folder, '.git')) ? folder : above === folder ? undefined : this.#repository(above);
    this.#repositories.set(folder, found);
    return found;
  }
}

/** The way from a root to a file below it, with `/`; undefined for one that lies elsewhere. Never throws. */
export function pathFrom(root: string, path: string): string | undefined {
  const way = relative(root, path).replaceAll(sep, '/');
  return way === '' || way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}

/** Whether a path that exists lies in one of the folders once every link is followed. Never throws. */
export function reallyInside(folders: readonly string[], path: string): boolean {
  const real = realPath(path);
  if (real === undefined) return false;
  return folders.some((folder) => {
    const root = realPath(folder);
    return root !== undefined && isInside(root, real);
  });
}
