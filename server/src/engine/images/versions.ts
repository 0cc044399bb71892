import type { ImageReference } from '../dockerfile/model/types.js';
import { lifetimesOf, supportedCycles } from './lifetime.js';
import type { ImageRecord } from './record.js';
import { recordOf } from './table.js';
import { compareVersions, parseTag, variantWords, type Tag } from './tag.js';

/**
 * Tags with which an image without one, or with `latest`, can be pinned: its newest release in the table that still gets
 * fixes on `date` (ISO), then the smaller variants of the same. Empty where the table has no releases, or where its
 * releases are not known to be tags. Never throws.
 */
export function versionTags(ref: ImageReference, date: string): readonly string[] {
  const record = recordOf(ref);
  if (record?.cycles === undefined || !hasCycleTags(record)) return [];
  const [newest] = [...supportedCycles(record.cycles, date)].sort((a, b) => compareVersions(b, a));
  if (newest === undefined) return [];
  const suffixes = (record.flavours ?? []).map(({ suffix }) => suffix).filter((suffix) => suffix !== '');
  const plain = typeof record.cycleTags === 'function' ? record.cycleTags(newest) : newest;
  return [plain, ...suffixes.map((suffix) => `${plain}-${suffix}`)];
}

/**
 * Tags of the same variant that get fixes on `date` (ISO), the one that gets them longest first, for an image whose
 * release or system does not. Empty where the table cannot tell that they exist. Never throws.
 */
export function laterTags(ref: ImageReference, date: string): readonly string[] {
  const record = recordOf(ref);
  if (record === undefined || ref.tag === undefined || ref.digest !== undefined) return [];
  const tag = parseTag(ref.tag, record.aliases);
  const over = lifetimesOf(ref).filter(({ end }) => end < date);
  if (over.length === 0 || over.some(({ part }) => part === 'image')) return [];
  const words = variantWords(tag);
  const kept = new Set([
    ...(record.variants ?? []),
    ...(record.flavours ?? []).flatMap(({ suffix }) => suffix.split('-')),
  ]);
  if (!words.every((word) => kept.has(word))) return [];
  if (!hasCycleTags(record)) return [];
  if (over.every(({ part }) => part === 'system')) {
    const same = [...(tag.label === undefined ? [] : [tag.label]), ...words].join('-');
    return same === '' || same === ref.tag ? [] : [same];
  }
  if (record.cycles === undefined) return [];
  return supportedCycles(record.cycles, date).map((cycle) => [labelFor(record, tag, cycle), ...words].join('-'));
}

function hasCycleTags({ flavours, cycleTags }: ImageRecord): boolean {
  return flavours !== undefined || cycleTags !== undefined;
}

/** `18` → `24`, `buster` → `trixie`, `6.0` → `10.0`. */
function labelFor({ aliases, cycleTags }: ImageRecord, { label }: Tag, cycle: string): string {
  const isName = label !== undefined && !/^v?\d/.test(label);
  const name = isName ? Object.entries(aliases ?? {}).find(([, version]) => version === cycle)?.[0] : undefined;
  return name ?? (typeof cycleTags === 'function' ? cycleTags(cycle) : cycle);
}
