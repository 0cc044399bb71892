import type { OperatingSystem } from './types.js';

/** The longest path that Linux takes (PATH_MAX). */
const limit = 4096;

/**
 * The absolute directory behind WORKDIR `path` (util/system/path.go, NormalizeWorkdir): relative paths are joined to
 * `current`; on Windows the drive letter goes and separators become `\`. Undefined when the result is not known
 * because `current` is not, or longer than any path can be. Never throws.
 */
export function joinWorkdir(current: string | undefined, path: string, os: OperatingSystem): string | undefined {
  const windows = os === 'windows' || (os === 'unknown' && /^[A-Za-z]:[\\/]/.test(path));
  const wanted = windows ? withoutDrive(path) : path;
  const parent = windows ? current?.replaceAll('\\', '/') : current;
  const joined = wanted.startsWith('/') ? wanted : parent === undefined ? undefined : `${parent}/${wanted}`;
  if (joined === undefined || joined.length > limit) return undefined;
  const clean = cleanPath(joined);
  return windows ? clean.replaceAll('/', '\\') : clean;
}

function withoutDrive(path: string): string {
  return path.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/');
}

/** An absolute path without empty, `.` and `..` parts. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
