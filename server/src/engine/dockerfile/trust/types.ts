import type { Edit, Span } from '../../text/span.js';

/** A place where a Dockerfile gives up a check, and what it would take to keep it. */
export interface GivenUp {
  readonly at: Span;
  /** What is written, short, for the title of the fix: `--insecure`. */
  readonly text: string;
  /** Beginning of a sentence: `curl --insecure accepts any certificate`. */
  readonly what: string;
  /** Id of the check of Checkov for it, if there is one. */
  readonly checkov: string | undefined;
  /** Takes it out; undefined where that is not plain. */
  edits(): readonly Edit[] | undefined;
}
