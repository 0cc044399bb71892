import { URI, Utils } from 'vscode-uri';

/** The folder that holds a document, as URI. Never throws for a URI that parses. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The file that a `/` path leads to from a folder; `..` leads upward. */
export function resolveFrom(folder: string, path: string): string {
  return Utils.joinPath(URI.parse(folder), path).toString();
}

/** The decoded path of a URI with `/`, and with a lower-case drive letter. */
export function pathOf(uri: string): string {
  return lowerDrive(URI.parse(uri).path);
}

/** The URI beside `uri` (same scheme and authority) that has another path. */
export function withPath(uri: string, path: string): string {
  return URI.parse(uri).with({ path }).toString();
}

/** One spelling for a URI, for maps: editors encode colons and drive letters differently. */
export function normalise(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.with({ path: lowerDrive(parsed.path) }).toString();
}

/** Whether `uri` is the folder `root` or lies below it by its written path. */
export function isWithin(root: string, uri: string): boolean {
  const outer = URI.parse(root);
  const inner = URI.parse(uri);
  if (outer.scheme !== inner.scheme || outer.authority.toLowerCase() !== inner.authority.toLowerCase()) return false;
  const folder = lowerDrive(outer.path).replace(/\/$/, '');
  const path = lowerDrive(inner.path);
  return path === folder || path.startsWith(`${folder}/`);
}

/** The way from the folder `root` to a file below it, decoded and with `/`. */
export function pathWithin(root: string, uri: string): string {
  const folder = pathOf(root).replace(/\/$/, '');
  return pathOf(uri).slice(folder.length + 1);
}

/** The innermost of `roots` that holds `uri`. */
export function rootOf(roots: readonly string[], uri: string): string | undefined {
  return roots.filter((root) => isWithin(root, uri)).sort((a, b) => b.length - a.length)[0];
}

/** The last segment of a URI's path, decoded. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

function lowerDrive(path: string): string {
  return path.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The folder of an absolute `/` path; `/` for a file at the top. */
export function folderOfPath(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? '/' : path.slice(0, at);
}
