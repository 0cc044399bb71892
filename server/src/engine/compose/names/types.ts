import type { Span } from '../../text/span.js';
import type { Section } from '../types.js';

/** A place where a name stands; without quotes around it. */
export interface NamePlace {
  readonly span: Span;
  /** It gives the name its meaning, instead of using it. */
  readonly declares: boolean;
}

/** The name of an element of a section, or of an anchor, with every place of the file that means it. */
export interface ComposeName {
  readonly kind: Section | 'anchor';
  readonly name: string;
  /** In the order of the text, each once. */
  readonly places: readonly NamePlace[];
  /** The place asked about. */
  readonly here: NamePlace;
  /** Where it gets its meaning in this file; undefined where nothing in it declares it. */
  readonly definition: Span | undefined;
}
