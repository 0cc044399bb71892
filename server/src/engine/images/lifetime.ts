import type { ImageReference } from '../dockerfile/model/types.js';
import { weaklyMemoised } from '../memo.js';
import { alpineCycles, debianCycles, ubuntuCycles } from './lifetimes.js';
import type { Cycles, ImageRecord } from './record.js';
import { recordOf } from './table.js';
import { compareVersions, parseTag, releaseNamed, type NamedRelease, type Tag } from './tag.js';

/** How long something in an image gets fixes. */
export interface Lifetime {
  /** What people call it: `node 18`, `Alpine 3.19`, `the image openjdk`. */
  readonly subject: string;
  /** Last day with fixes, ISO. */
  readonly end: string;
  /** The release of the image, the system underneath it that its tag names, or the image with all its tags. */
  readonly part: 'release' | 'system' | 'image';
  /** The image that took the place of this one. */
  readonly successor?: string | undefined;
}

/**
 * The lifetimes that the table knows of an image, the shortest first. Releases that are newer than the table, and tags
 * that name none, have none; so has an image by its digest alone. Never throws.
 */
export const lifetimesOf = weaklyMemoised((ref: ImageReference): readonly Lifetime[] => {
  const record = recordOf(ref);
  if (record === undefined) return [];
  const digestOnly = ref.tag === undefined && ref.digest !== undefined;
  const tag = parseTag(ref.tag ?? 'latest', record.aliases);
  const named = [imageOf(record, ref, tag, digestOnly)];
  if (!digestOnly) named.push(releaseOf(record, ref, tag), systemOf(record, ref, tag));
  return named
    .filter((lifetime) => lifetime !== undefined)
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
});

function imageOf(
  { ended, successor }: ImageRecord,
  { familiar }: ImageReference,
  tag: Tag,
  digestOnly: boolean,
): Lifetime | undefined {
  if (typeof ended === 'function' && digestOnly) return undefined;
  const end = typeof ended === 'function' ? ended(tag, 'unknown') : ended;
  return end === undefined ? undefined : { subject: `the image ${familiar}`, end, part: 'image', successor };
}

function releaseOf(record: ImageRecord, { familiar }: ImageReference, tag: Tag): Lifetime | undefined {
  const { cycles } = record;
  if (cycles === undefined || tag.version === undefined) return undefined;
  const cycle = cycleOf(cycles, tag.version);
  const end = cycle === undefined ? endOfLine(cycles, tag.version) : cycles[cycle];
  if (end === undefined) return undefined;
  const name = tag.label === undefined || /\d/.test(tag.label) ? (cycle ?? tag.version) : tag.label;
  return { subject: `${familiar} ${name}`, end, part: 'release' };
}

/** The last end of the releases that `2` stands for (2.6, 2.7), once a newer line has begun (3.0); else undefined. */
function endOfLine(cycles: Cycles, version: string): string | undefined {
  const line = Object.keys(cycles).filter((cycle) => cycle.startsWith(`${version}.`));
  const ends = line.map((cycle) => cycles[cycle]).filter((end) => end !== undefined);
  const isOver = Object.keys(cycles).some((cycle) => compareVersions(cycle, version) > 0);
  return isOver && line.length > 0 && ends.length === line.length ? ends.sort().at(-1) : undefined;
}

/** The key of the most exact cycle a version belongs to: `3.13.2` → `3.13`. */
function cycleOf(cycles: Cycles, version: string): string | undefined {
  for (let key = version; key !== ''; key = key.slice(0, Math.max(key.lastIndexOf('.'), 0))) {
    if (Object.hasOwn(cycles, key)) return key;
  }
  return undefined;
}

const systems: Readonly<Record<NamedRelease['product'], { readonly name: string; readonly cycles: Cycles }>> = {
  alpine: { name: 'Alpine', cycles: alpineCycles },
  debian: { name: 'Debian', cycles: debianCycles },
  ubuntu: { name: 'Ubuntu', cycles: ubuntuCycles },
};

function systemOf(record: ImageRecord, { familiar }: ImageReference, tag: Tag): Lifetime | undefined {
  // distroless names the release of Debian in the repository: gcr.io/distroless/base-debian12.
  const repository = /-(debian\d+)$/.exec(familiar)?.[1];
  if (record.fixedBase === true && repository === undefined) return undefined;
  const release = releaseNamed(repository === undefined ? tag.words : [repository]);
  if (release === undefined) return undefined;
  const { name, cycles } = systems[release.product];
  const end = cycles[release.version];
  return end === undefined ? undefined : { subject: `${name} ${release.version}`, end, part: 'system' };
}

/** The releases of an image that get fixes on a day, the one that gets them longest first. Never throws. */
export function supportedCycles(cycles: Cycles, date: string): readonly string[] {
  const last = (cycle: string): string => cycles[cycle] ?? '9999';
  return Object.keys(cycles)
    .filter((cycle) => last(cycle) >= date)
    .sort((a, b) => (last(a) === last(b) ? compareVersions(b, a) : last(a) < last(b) ? 1 : -1));
}
