import type { ImageReference } from '../dockerfile/model/types.js';
import { bases, debianReleases, type BaseName } from './bases.js';
import { lifetimesOf } from './lifetime.js';
import type { ByTag, Flavour, ImageRecord } from './record.js';
import { recordOf } from './table.js';
import { baseNamed, compareVersions, parseTag, variantWords, type Tag } from './tag.js';
import type { KnownImage, SmallerSibling } from './types.js';

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
    toolchain: ofTag(record.toolchain),
    ports: ofTag(record.ports) ?? [],
    healthCommand: base.os === 'windows' ? undefined : ofTag(record.health),
    sizeMb: sizes?.sizeMb,
    smaller: sizes?.smaller ?? [],
    endOfLife: lifetimesOf(ref)[0]?.end,
  };
}

function baseOf(record: ImageRecord, tag: Tag): BaseName {
  const named = record.fixedBase === true ? undefined : baseNamed(tag.words);
  if (named !== undefined) return named;
  return typeof record.base === 'function' ? record.base(tag, 'unknown') : record.base;
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

/** The flavour that the words of a tag name, all of them but the release of the system; a tag with others is unknown. */
function flavourOf(flavours: readonly Flavour[], tag: Tag): Flavour | undefined {
  if (baseNamed(tag.words) !== undefined && !isLinuxFlavoured(tag)) return undefined;
  const words = variantWords(tag)
    .filter((word) => !/^(?:latest|lts|current|stable|mainline|\d{8})$/.test(word))
    .join('-');
  return flavours.find(({ suffix }) => suffix === words);
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
