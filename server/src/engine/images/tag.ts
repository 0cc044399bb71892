import { debianReleases, ubuntuReleases, type BaseName } from './bases.js';

/** A tag taken apart at its hyphens: `3.13-slim-bookworm` → version `3.13`, words `slim`, `bookworm`. */
export interface Tag {
  /** The word that gave the version, as written. */
  readonly label: string | undefined;
  /** Digits and dots at the start, without `v`; undefined for `latest`, `alpine`, `lts`, … */
  readonly version: string | undefined;
  /** Lower-case words that are not the version. */
  readonly words: readonly string[];
}

/** A release of the base system that a tag names: `alpine3.22`, `bookworm`, `noble`. */
export interface NamedRelease {
  readonly product: 'alpine' | 'debian' | 'ubuntu';
  readonly version: string;
}

/** Takes a tag apart; `aliases` maps code names of the product to versions. Never throws. */
export function parseTag(text: string, aliases: Readonly<Record<string, string>> = {}): Tag {
  const words = text
    .toLowerCase()
    .split(/[-_]/)
    .filter((word) => word !== '');
  const at = words.findIndex((word) => versionOf(word) !== undefined || Object.hasOwn(aliases, word));
  const found = words[at];
  if (found === undefined || at > 0) return { label: undefined, version: undefined, words };
  return { label: found, version: aliases[found] ?? versionOf(found), words: words.slice(1) };
}

function versionOf(word: string): string | undefined {
  return /^v?(\d+(?:\.\d+)*)/.exec(word)?.[1];
}

/** The base system that the words of a tag name, or undefined when they name none. */
export function baseNamed(words: readonly string[]): BaseName | undefined {
  for (const word of words) {
    const base = baseOfWord(word, words);
    if (base !== undefined) return base;
  }
  return undefined;
}

function baseOfWord(word: string, words: readonly string[]): BaseName | undefined {
  const has = (prefix: string): boolean => words.some((other) => other.startsWith(prefix));
  if (word === 'chiseled' || word === 'distroless' || has('chiseled') || has('distroless')) return 'distroless';
  if (word.startsWith('alpine')) return 'alpine';
  if (word.startsWith('nanoserver')) return 'nanoserver';
  if (word.startsWith('windowsservercore') || word.startsWith('servercore')) return 'servercore';
  if (Object.hasOwn(debianReleases, word) || word.startsWith('debian')) return 'debian';
  if (Object.hasOwn(ubuntuReleases, word) || word.startsWith('ubuntu')) return 'ubuntu';
  if (word.startsWith('ubi')) return has('micro') ? 'rhelMicro' : has('minimal') ? 'rhelMinimal' : 'rhel';
  if (word.startsWith('rockylinux') || word.startsWith('almalinux')) return 'rhel';
  if (word.startsWith('oracle')) return has('slim') ? 'rhelMinimal' : 'rhel';
  if (word === 'al2023' || word === 'amazonlinux2023') return 'amazon2023';
  if (word === 'al2' || word === 'amazonlinux2') return 'amazon2';
  if (word.startsWith('fedora')) return 'fedora';
  if (word.startsWith('azurelinux') || word === 'mariner') return 'azure';
  if (word.startsWith('wolfi')) return 'wolfi';
  if (word === 'busybox') return 'busybox';
  return undefined;
}

/** The release of Alpine, Debian or Ubuntu that the words name. */
export function releaseNamed(words: readonly string[]): NamedRelease | undefined {
  for (const [index, word] of words.entries()) {
    const alpine = word === 'alpine' ? words[index + 1] : word.startsWith('alpine') ? word.slice(6) : undefined;
    if (alpine !== undefined && /^\d+\.\d+$/.test(alpine)) return { product: 'alpine', version: alpine };
    const debian = debianReleases[word] ?? /^debian(\d+)$/.exec(word)?.[1];
    if (debian !== undefined) return { product: 'debian', version: debian };
    const ubuntu = ubuntuReleases[word] ?? /^ubuntu(\d+\.\d+)$/.exec(word)?.[1];
    if (ubuntu !== undefined) return { product: 'ubuntu', version: ubuntu };
  }
  return undefined;
}

/** The words without the release of the base system: `bookworm-slim` → `slim`, `alpine3.19` → `alpine`. */
export function variantWords({ words }: Tag): readonly string[] {
  return words.flatMap((word) => {
    const release = releaseNamed([word]);
    return release === undefined ? [word] : release.product === 'alpine' ? ['alpine'] : [];
  });
}

/** Negative, zero or positive, comparing numbers between dots; missing ones are not compared. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = Number(left[at]) - Number(right[at]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The first number of a version, or undefined. */
export function majorOf(version: string | undefined): number | undefined {
  return version === undefined ? undefined : Number(version.split('.')[0]);
}
