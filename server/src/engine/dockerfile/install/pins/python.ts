import type { Loose } from './loose.js';
import { pinBehind } from './loose.js';

const repository = /^(?:[\w.-]+(?:\[[^\]]*\])? *@ *)?(?:git|hg|svn|bzr)(\+[a-z-]+)?:\/\/[^/]*\/*/;
const archive = /\.(?:whl|zip|tar|tgz|tbz|tar\.(?:gz|bz2|xz|Z))$/;

/**
 * A requirement without a version (packaging.python.org, dependency specifiers; pip.pypa.io, VCS support): not a path,
 * an address or an archive, and without a comparison or, in a repository, a revision. Never throws.
 */
export function looseRequirement(value: string): Loose | undefined {
  const scheme = repository.exec(value);
  if (scheme !== null) return scheme[1] === '+file' ? undefined : looseRepository(value, scheme[0].length);
  if (/^[.~]|\//.test(value) || archive.test(value)) return undefined;
  const requirement = value.split(';', 1)[0]?.trimEnd() ?? '';
  const name = /^[A-Za-z0-9][\w.-]*/.exec(requirement)?.[0];
  if (name === undefined || !/^ *(?:\[[^\]]*\])?$/.test(requirement.slice(name.length))) return undefined;
  return { name, pin: pinBehind(requirement.length, '==') };
}

/** `start` is where the path of the repository begins, behind a host that may have an `@` of its own. */
function looseRepository(value: string, start: number): Loose | undefined {
  const end = value.indexOf('#') < 0 ? value.length : value.indexOf('#');
  const path = value.slice(start, end);
  if (path === '' || path.includes('@')) return undefined;
  return { name: path.slice(path.lastIndexOf('/') + 1), pin: pinBehind(end, '@', 'commit') };
}
