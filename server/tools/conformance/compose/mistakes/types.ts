import type { Span } from '../../../../src/engine/text/span.js';
import type { Base } from './base.js';
import type { Random } from './random.js';

/** A file with one mistake. */
export interface Planted {
  readonly text: string;
  /** Where the mistake was made; a finding at one of them is at the right place. */
  readonly places: readonly Span[];
}

/** Parts of the way of a file through Compose, in their order. */
export type Stage = 'YAML' | 'keys' | 'types' | 'interpolation' | 'short forms' | 'references' | 'conflicts';

/** A kind of mistake. */
export interface Mistake {
  readonly id: string;
  readonly stage: Stage;
  /** Makes it somewhere in a file; undefined where there is no place for it. */
  readonly plant: (base: Base, random: Random) => Planted | undefined;
}

export interface Made extends Planted {
  readonly mistake: Mistake;
  /** The file that it was made in. */
  readonly base: string;
}
