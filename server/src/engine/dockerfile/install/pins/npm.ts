import type { Loose } from './loose.js';
import { pinBehind } from './loose.js';

/** docs.npmjs.com, package-spec: repositories, with the hosts that npm knows by name or address. */
const repository =
  /^(?:git(?:\+\w+)?:\/\/|git@|(?:github|gitlab|bitbucket|gist):|https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)\/[^/]+\/[^/#]+(?:#|$)|[\w-]+\/[\w.-]+(?:#|$))/;
const local = /^(?:[./~]|file:|link:|portal:|workspace:)|\.(?:tgz|tar|tar\.gz)$/;
/** Tags that move with each release. */
const moving = /^(?:latest|next|canary|nightly)$/;

/**
 * A package of the npm registry without a version or with a tag that moves, or a repository without a commit. Never
 * throws.
 */
export function looseNpmPackage(value: string): Loose | undefined {
  if (local.test(value)) return undefined;
  if (repository.test(value)) {
    if (value.includes('#')) return undefined;
    const name = /[^/:]+$/.exec(value)?.[0] ?? value;
    return { name, pin: pinBehind(value.length, '#', 'commit') };
  }
  if (value.includes('://')) return undefined;
  const alias = value.indexOf('@npm:', 1);
  const start = alias < 0 ? 0 : alias + '@npm:'.length;
  const at = value.indexOf('@', start + 1);
  const name = at < 0 ? value.slice(start) : value.slice(start, at);
  if (!/^(?:@[\w.~-]+\/)?[\w.~-]+$/.test(name)) return undefined;
  if (at < 0) return { name, pin: pinBehind(value.length, '@') };
  if (!moving.test(value.slice(at + 1))) return undefined;
  return { name, pin: { start: at + 1, end: value.length, text: (stop) => `\${${stop}:version}` } };
}
