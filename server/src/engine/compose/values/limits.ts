import { textOf } from '../forms/defaults.js';
import { parseBytes } from '../forms/quantities.js';
import type { MapEntry, MapNode } from '../tree/types.js';
import type { Service } from '../types.js';
import { mapAt, wholeNumber } from './places.js';

/** A limit of a service that differs from the one under `deploy.resources`. */
export interface LimitConflict {
  readonly entry: MapEntry;
  readonly map: MapNode;
  readonly part: 'limits' | 'reservations';
  readonly key: string;
  /** The part is written and lacks the value, which then counts as 0. */
  readonly isMissing: boolean;
}

type Read = (text: string) => number | undefined;

/** Compose counts processors in 32 bits. */
const cpus: Read = (text) => (/^[+-]?[\d.]+(?:e[+-]?\d+)?$/i.test(text) ? Math.fround(Number(text)) : undefined);

const pairs: readonly (readonly [string, LimitConflict['part'], string, Read])[] = [
  ['cpus', 'limits', 'cpus', cpus],
  ['mem_limit', 'limits', 'memory', parseBytes],
  ['mem_reservation', 'reservations', 'memory', parseBytes],
  ['pids_limit', 'limits', 'pids', wholeNumber],
];

/** What Compose compares and refuses (compose-go, loader.checkConsistency). Values that a variable decides are left out. */
export function limitConflicts(service: Service): readonly LimitConflict[] {
  const resources = mapAt(service.map, 'deploy', 'resources');
  if (resources === undefined) return [];
  return pairs.flatMap(([name, part, key, read]) => {
    const entry = service.entry(name);
    const map = mapAt(resources, part);
    if (entry === undefined || map === undefined) return [];
    const first = read(textOf(entry.value)?.value ?? '');
    if (first === undefined || first === 0) return [];
    const other = map.entry(key);
    const second = other === undefined ? 0 : read(textOf(other.value)?.value ?? '');
    return second === undefined || first === second ? [] : [{ entry, map, part, key, isMissing: other === undefined }];
  });
}
