import picomatch from 'picomatch/posix.js';

const compiled = new Map<string, (path: string) => boolean>();

/**
 * Whether a list of patterns covers a file. Patterns are relative to `base`; one without `/` matches the name of
 * the file or of any folder above it, one that matches a folder covers all below it, and a later `!pattern`
 * takes files out again. Paths are absolute with `/`; a file outside `base` is never covered. Never throws.
 */
export function matchesGlobs(globs: readonly string[], base: string, path: string): boolean {
  const root = base.endsWith('/') ? base : `${base}/`;
  if (globs.length === 0 || !path.startsWith(root)) return false;
  const names = path.slice(root.length).split('/');
  const prefixes = names.map((_, index) => names.slice(0, index + 1).join('/'));
  let covered = false;
  for (const glob of globs) {
    const negated = glob.startsWith('!');
    const pattern = glob
      .slice(negated ? 1 : 0)
      .replace(/^\.?\//, '')
      .replace(/\/$/, '');
    if (pattern === '' || covered !== negated) continue;
    const matches = matcher(pattern);
    if ((pattern.includes('/') ? prefixes : names).some((candidate) => matches(candidate))) covered = !negated;
  }
  return covered;
}

/** Whether one of some patterns matches the whole path of a file below `base`, as Trivy matches. Never throws. */
export function matchesWhole(globs: readonly string[], base: string, path: string): boolean {
  const root = base.endsWith('/') ? base : `${base}/`;
  return path.startsWith(root) && globs.some((glob) => matcher(glob.replace(/^\.\//, ''))(path.slice(root.length)));
}

function matcher(pattern: string): (path: string) => boolean {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = compile(pattern);
  if (compiled.size > 500) compiled.clear();
  compiled.set(pattern, made);
  return made;
}

function compile(pattern: string): (path: string) => boolean {
  try {
    return picomatch(pattern, { dot: true, nonegate: true });
  } catch {
    return (path) => path === pattern;
  }
}
