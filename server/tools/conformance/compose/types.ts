import type { ComposeDocument } from '../../../src/engine/compose/types.js';
import type { Diagnosed } from '../../../src/engine/report.js';

/** A Compose file to compare. */
export interface ComposeCase {
  /** What reports call it: `invalid-port:20 (bad)`, `example/compose.yaml`. */
  readonly name: string;
  readonly text: string;
  /** Where it lies, from the root of its project. */
  readonly path: string;
  /** Files of its project, itself not among them; without them nothing is known around it. */
  readonly around?: ReadonlyMap<string, string>;
}

/** A Compose file as we see it. */
export interface OurCompose {
  readonly doc: ComposeDocument;
  /** Those that comments hide among them. */
  readonly findings: readonly Diagnosed[];
  /** What a person sees of them. */
  readonly heard: readonly Diagnosed[];
}

/** What Compose's loader says of a project, whatever the machine has in its environment. */
export interface ComposeAnswer {
  /** Why it refuses. */
  readonly refused?: string;
  /** Whether it refuses the services that always run, or only those of a profile. */
  readonly stage?: 'always' | 'profiles';
  /** It takes the project, with no profile and with all of them. */
  readonly accepted?: boolean;
  /** Why there is no answer: a file that is not there. */
  readonly unknown?: string;
}
