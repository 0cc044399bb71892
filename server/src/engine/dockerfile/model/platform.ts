/** A platform as far as its text tells: what it leaves out is that of the machine that builds. */
export interface Platform {
  readonly os: string | undefined;
  readonly architecture: string | undefined;
}

const systems: ReadonlySet<string> = new Set(
  (
    'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows ' +
    'zos'
  ).split(' '),
);
const architectures: ReadonlySet<string> = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ' +
    'ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'
  ).split(' '),
);
const synonyms: ReadonlyMap<string, string> = new Map([
  ['i386', '386'],
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armhf', 'arm'],
  ['armel', 'arm'],
]);

/**
 * `linux/amd64`, `linux/arm/v7`, `windows` or `aarch64` as Docker reads it (containerd/platforms, Parse); undefined for
 * what it refuses. Never throws.
 */
export function parsePlatform(text: string): Platform | undefined {
  const [first = '', second, ...rest] = text.toLowerCase().split('/');
  if (rest.length > 1 || !/^[\w-]+(?:\([\w.-]*(?:\+[\w.-]+)*\))?$/.test(first)) return undefined;
  if ([second, ...rest].some((part) => part !== undefined && !/^[\w.-]+$/.test(part))) return undefined;
  const os = first.replace(/\(.*$/, '').replace(/^macos$/, 'darwin');
  if (second !== undefined) return { os, architecture: synonyms.get(second) ?? second };
  if (systems.has(os)) return { os, architecture: undefined };
  const architecture = synonyms.get(first) ?? first;
  return architectures.has(architecture) ? { os: undefined, architecture } : undefined;
}
