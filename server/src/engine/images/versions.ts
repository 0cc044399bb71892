import type { ImageReference } from '../dockerfile/model/types.js';
import { recordOf } from './known.js';
import { compareVersions } from './tag.js';

/**
 * Tags with which an image without one, or with `latest`, can be pinned: its newest release in the table that still gets
 * fixes on `date` (ISO), then the smaller variants of the same. Empty where the table has no releases, or where its
 * releases are not known to be tags. Never throws.
 */
export function versionTags(ref: ImageReference, date: string): readonly string[] {
  const record = recordOf(ref);
  if (record?.cycles === undefined || (record.flavours === undefined && record.cycleTags !== true)) return [];
  const newest = Object.entries(record.cycles)
    .filter(([, end]) => end === undefined || end >= date)
    .map(([cycle]) => cycle)
    .reduce<string | undefined>(
      (best, cycle) => (best === undefined || compareVersions(cycle, best) > 0 ? cycle : best),
      undefined,
    );
  if (newest === undefined) return [];
  const suffixes = (record.flavours ?? []).map(({ suffix }) => suffix).filter((suffix) => suffix !== '');
  return [newest, ...suffixes.map((suffix) => `${newest}-${suffix}`)];
}
