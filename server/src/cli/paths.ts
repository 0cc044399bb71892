import * as native from 'node:path';

/** The way in which an operating system writes paths: `node:path`, or one of its two halves for tests. */
export type PathStyle = Pick<typeof native, 'relative' | 'resolve' | 'sep'>;

/** The absolute path of what a person wrote, in the form of the operating system. Never throws. */
export function absolute(path: string, cwd: string, style: PathStyle = native): string {
  return withCapitalDrive(style.resolve(cwd, path), style);
}

/** One spelling for the drive, so that one file has one name however a person writes it. Never throws. */
export function withCapitalDrive(path: string, { sep }: PathStyle = native): string {
  return sep === '\\' ? path.replace(/^[a-z]:/, (drive) => drive.toUpperCase()) : path;
}

/** A path with `/` between its folders. Never throws. */
export function slashes(path: string, { sep }: PathStyle = native): string {
  return path.replaceAll(sep, '/');
}

/** A path for people and reports: relative to the working directory, with `/`. */
export function displayPath(path: string, cwd: string, style: PathStyle = native): string {
  const way = style.relative(cwd, path);
  return way === '' ? '.' : slashes(way, style);
}

/** Compares paths folder by folder, by UTF-16 code units, so that the order is the same everywhere. */
export function comparePaths(a: string, b: string, style: PathStyle = native): number {
  const left = slashes(a, style).replaceAll('/', '\0');
  const right = slashes(b, style).replaceAll('/', '\0');
  return left < right ? -1 : left > right ? 1 : 0;
}
