import type { ImageReference } from '../dockerfile/model/types.js';
import { bases, debianReleases, type BaseName } from './bases.js';
import { databases } from './databases.js';
import { distributions } from './distributions.js';
import { languages } from './languages.js';
import { alpineCycles, debianCycles, ubuntuCycles } from './lifetimes.js';
import { minimal } from './minimal.js';
import type { ByTag, Flavour, ImageRecord } from './record.js';
import { servers } from './servers.js';
import { baseNamed, compareVersions, parseTag, releaseNamed, type NamedRelease, type Tag } from './tag.js';
import type { KnownImage, SmallerSibling } from './types.js';
import { vendors } from './vendors.js';
import { windows } from './windows.js';

/** Day to which the table was brought up to date, ISO. Releases that came later are not in it. */
export const tableDate = '2026-08-22';

const records: readonly ImageRecord[] = [
  ...languages,
  ...databases,
  ...servers,
  ...vendors,
  ...distributions,
  ...minimal,
  ...windows,
];

const byName = new Map(records.flatMap((record) => record.names.map((name) => [name, record] as const)));

/** Other addresses of the Docker Official Images: mirrors and the repositories of one architecture. */
const officialMirrors =
  /^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library|mirror\.gcr\.io|(?:docker\.io\/)?(?:library|amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x|winamd64))\/([^/]+)$/;

/**
 * What the table knows about an image and tag, or undefined for an image it does not have. Facts that depend on the
 * tag are absent when the reference has only a digest. Never throws.
 */
export function knownImage(ref: ImageReference): KnownImage | undefined {
  const record = recordOf(ref);
  if (record === undefined) return undefined;
  const digestOnly = ref.tag === undefined && ref.digest !== undefined;
  const tag = parseTag(ref.tag ?? 'latest', record.aliases);
  const baseName = digestOnly && record.fixedBase !== true ? 'unknown' : baseOf(record, tag);
  const base = bases[baseName];
  const get = <T>(fact: ByTag<T>): T =>
    typeof fact === 'function' ? (fact as (t: Tag, b: BaseName) => T)(tag, baseName) : fact;
  const ofTag = <T>(fact: ByTag<T>): T | undefined =>
    digestOnly && typeof fact === 'function' ? undefined : get(fact);
  const sizes = digestOnly ? undefined : sizesOf(record, ref.familiar, tag);
  const userOfTag = typeof record.defaultUser === 'function' || typeof record.dropsPrivileges === 'function';
  return {
    name: ref.familiar,
    os: base.os,
    family: base.family,
    packageManager: base.packageManager,
    shells: base.shells,
    defaultUser: ofTag(record.defaultUser) ?? ('defaultUser' in base ? base.defaultUser : undefined),
    userKnown: !(digestOnly && userOfTag),
    availableUser: base.os === 'windows' ? undefined : ofTag(record.availableUser),
    // The entry points of images that exist for both systems drop root on Linux only.
    dropsPrivileges: (base.os === 'linux' || record.fixedBase === true) && (ofTag(record.dropsPrivileges) ?? false),
    entrypoint: ofTag(record.entrypoint),
    ports: ofTag(record.ports) ?? [],
    healthCommand: base.os === 'windows' ? undefined : ofTag(record.health),
    sizeMb: sizes?.sizeMb,
    smaller: sizes?.smaller ?? [],
    endOfLife: digestOnly ? undefined : endOfLifeOf(record, tag),
  };
}

/** What the table says about an image whatever its tag. Never throws. */
export function recordOf({ familiar }: ImageReference): ImageRecord | undefined {
  const name = officialMirrors.exec(familiar)?.[1] ?? familiar;
  return byName.get(name) ?? recordAbove(name);
}

/** The record of the longest `name/*` above a name. */
function recordAbove(name: string): ImageRecord | undefined {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    const record = byName.get(`${name.slice(0, at)}/*`);
    if (record !== undefined) return record;
  }
  return undefined;
}

function baseOf(record: ImageRecord, tag: Tag): BaseName {
  const named = record.fixedBase === true ? undefined : baseNamed(tag.words);
  if (named !== undefined) return named;
  return typeof record.base === 'function' ? record.base(tag, 'unknown') : record.base;
}

/** The entry of the most exact cycle a version belongs to: `3.13.2` → `3.13`. */
function cycleOf(
  cycles: Readonly<Record<string, string | undefined>>,
  version: string | undefined,
): string | undefined {
  for (let key = version ?? ''; key !== ''; key = key.slice(0, Math.max(key.lastIndexOf('.'), 0))) {
    if (Object.hasOwn(cycles, key)) return key;
  }
  return undefined;
}

function endOfLifeOf(record: ImageRecord, tag: Tag): string | undefined {
  const cycle = record.cycles === undefined ? undefined : cycleOf(record.cycles, tag.version);
  const own = cycle === undefined ? undefined : record.cycles?.[cycle];
  const release = record.fixedBase === true ? undefined : releaseNamed(tag.words);
  return [own, release === undefined ? undefined : lastDayOf(release)].filter((day) => day !== undefined).sort()[0];
}

function lastDayOf({ product, version }: NamedRelease): string | undefined {
  return { alpine: alpineCycles, debian: debianCycles, ubuntu: ubuntuCycles }[product][version];
}

/** Newer than every release in the table. */
function isNewer(record: ImageRecord, version: string | undefined): boolean {
  if (version === undefined || record.cycles === undefined) return false;
  return Object.keys(record.cycles).every((cycle) => compareVersions(version, cycle) > 0);
}

function sizesOf(
  record: ImageRecord,
  name: string,
  tag: Tag,
): { readonly sizeMb: number; readonly smaller: readonly SmallerSibling[] } | undefined {
  if (record.flavours === undefined || isNewer(record, tag.version)) return undefined;
  const flavour = flavourOf(record.flavours, tag);
  if (flavour === undefined) return undefined;
  const siblings = record.flavours
    .filter(({ job }) => job === flavour.job)
    .map(({ suffix, sizeMb }) => ({ reference: `${name}:${tagFor(record, tag, suffix)}`, sizeMb }));
  const smaller = siblings.filter(({ sizeMb }) => sizeMb < flavour.sizeMb);
  return { sizeMb: flavour.sizeMb, smaller: smaller.sort((a, b) => a.sizeMb - b.sizeMb) };
}

/** The flavour with most words in the tag. */
function flavourOf(flavours: readonly Flavour[], tag: Tag): Flavour | undefined {
  const words = new Set(tag.words.map((word) => (word.startsWith('alpine') ? 'alpine' : word)));
  if (baseNamed(tag.words) !== undefined && !isLinuxFlavoured(tag)) return undefined;
  const wanted = (suffix: string): readonly string[] => suffix.split('-').filter((word) => word !== '');
  return flavours
    .filter(({ suffix }) => wanted(suffix).every((word) => words.has(word)))
    .sort((a, b) => wanted(b.suffix).length - wanted(a.suffix).length)[0];
}

/** The tag names Alpine or the Debian or Ubuntu release that sizes were taken from; other systems have none here. */
function isLinuxFlavoured(tag: Tag): boolean {
  return ['alpine', 'debian', 'ubuntu'].includes(baseNamed(tag.words) ?? '');
}

/** The tag of another flavour, of the same release of Debian where the tag names one. */
function tagFor(record: ImageRecord, tag: Tag, suffix: string): string {
  const release = tag.words.find((word) => Object.hasOwn(debianReleases, word));
  const system = release === undefined || suffix.includes('alpine') ? [] : [release];
  const variant = suffix === '' ? [] : [suffix];
  const words = record.releaseFirst === true ? [...system, ...variant] : [...variant, ...system];
  return [...(tag.label === undefined ? [] : [tag.label]), ...words].join('-') || 'latest';
}
