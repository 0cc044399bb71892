/** Whether a path leads to a file beside the document, as far as its words say: no address (`oci:`, `git@`), nothing absolute. */
export function isRelative(path: string): boolean {
  return path !== '' && !/^[/~\\]|^[\w.+-]+:|^git@|\0/.test(path);
}

/** The folder of a path, `.` where it has none. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** Paths around one document, each in one spelling: relative to its folder, without `./`. */
export class Places {
  /** Folders from the root to the document. */
  readonly #home: readonly string[];
  /** The document itself. */
  readonly own: string;

  /** A text without a place is taken for the first file of a project. */
  constructor(path = 'compose.yaml') {
    const parts = path.split('/');
    this.own = parts.at(-1) ?? path;
    this.#home = parts.slice(0, -1);
  }

  /** The way from the folder of the document to a file, by its path from the root. */
  fromRoot(path: string): string {
    return this.join('../'.repeat(this.#home.length), path);
  }

  /** The path from the root of a file, by the way to it as `join` spells it; undefined for one outside. */
  toRoot(way: string): string | undefined {
    const parts = way.split('/').filter((part) => part !== '.');
    const up = parts.filter((part) => part === '..').length;
    if (up > this.#home.length) return undefined;
    return [...this.#home.slice(0, this.#home.length - up), ...parts.slice(up)].join('/');
  }

  join(folder: string, path: string): string {
    const parts: string[] = [];
    for (const part of `${folder}/${path}`.split('/')) {
      if (part === '' || part === '.') continue;
      if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else parts.push(part);
    }
    // A way up and down again into the folder that it started in.
    let up = 0;
    while (parts[up] === '..') up++;
    while (up > 0 && up < parts.length && up <= this.#home.length && parts[up] === this.#home.at(-up)) {
      parts.splice(up - 1, 2);
      up--;
    }
    return parts.length === 0 ? '.' : parts.join('/');
  }
}
