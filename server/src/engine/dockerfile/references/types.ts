import type { Span } from '../../text/span.js';

/** A place where a name stands. */
export interface Place {
  readonly span: Span;
  /** It gives the name its meaning, instead of using it. */
  readonly declares: boolean;
  /** The place names a stage by its number, which a rename leaves alone. */
  readonly byIndex: boolean;
}

/** A stage or variable with every place that means it. */
export interface NameGroup {
  readonly kind: 'stage' | 'variable';
  /** As declared. */
  readonly name: string;
  /** In the order of the text, each once; never empty. */
  readonly places: readonly Place[];
  /** Why a rename might change what the build does, as a sentence; undefined when every place is known. */
  readonly unclear: string | undefined;
}

/** A name as it stands at one place. */
export interface NameHere extends NameGroup {
  /** The place asked about. */
  readonly here: Place;
  /** Where its meaning at this place comes from. */
  readonly definition: Span;
}
