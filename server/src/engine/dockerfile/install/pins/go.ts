import { operands } from '../../../shell/options.js';
import type { ShellWord } from '../../../shell/types.js';
import type { RunCommand } from '../../model/types.js';
import type { Loose } from './loose.js';
import { pinBehind } from './loose.js';

/** pkg.go.dev/cmd/go, build flags: those that take the next word; Go reads `-x` and `--x` alike. */
const values = [
  ...['asmflags', 'buildmode', 'compiler', 'covermode', 'coverpkg', 'exec', 'gccgoflags', 'gcflags', 'installsuffix'],
  ...['ldflags', 'mod', 'modfile', 'o', 'overlay', 'p', 'pgo', 'pkgdir', 'tags', 'toolexec', 'C', 'vettool'],
].flatMap((name) => [`-${name}`, `--${name}`]);
/** go.dev/ref/mod, version queries that give another answer tomorrow. */
const moving = /^(?:latest|upgrade|patch|master|main|HEAD)$/;

/** The packages that a go command fetches, and whether one without `@` comes in the newest version. */
export interface GoPackages {
  readonly words: readonly ShellWord[];
  readonly newest: boolean;
}

/**
 * The packages of `go get`, `go install` and `go run`. The last two take a package without `@` from go.mod, or in the old
 * GOPATH mode from the disk, so that only `go get` fetches the newest. Never throws.
 */
export function goPackages({ args }: Pick<RunCommand, 'args'>): GoPackages {
  const [verb, ...words] = operands({ args }, values);
  if (verb?.value === 'get' || verb?.value === 'install') return { words, newest: verb.value === 'get' };
  return { words: verb?.value === 'run' ? words.slice(0, 1) : [], newest: false };
}

/** A package without a version, or with a query that moves. `newest` as in `GoPackages`. Never throws. */
export function looseGoPackage(value: string, newest: boolean): Loose | undefined {
  const at = value.indexOf('@');
  const path = at < 0 ? value : value.slice(0, at);
  // Import paths of modules begin with a host; the standard library and words such as `all` do not.
  if (!/^[\w-]+(?:\.[\w-]+)+\/./.test(path)) return undefined;
  const name = /([^/]+)(?:\/v\d+)?(?:\/\.\.\.)?$/.exec(path)?.[1] ?? path;
  if (at < 0) return newest ? { name, pin: pinBehind(value.length, '@', 'vX.Y.Z') } : undefined;
  if (!moving.test(value.slice(at + 1))) return undefined;
  return { name, pin: { start: at + 1, end: value.length, text: (stop) => `\${${stop}:vX.Y.Z}` } };
}
