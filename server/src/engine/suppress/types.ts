import type { Span } from '../text/span.js';

/** Whose form a suppression comment has. */
export type SuppressionSource = 'docker-patterns' | 'hadolint' | 'buildkit';

/** One id of a suppression comment. */
export interface SuppressedId {
  /** As written. */
  readonly id: string;
  readonly span: Span;
}

/** A comment that hides findings. */
export interface SuppressionComment {
  readonly source: SuppressionSource;
  readonly scope: 'next' | 'stage' | 'file';
  /** Empty means every rule (`ignore-file` alone, `skip=all`). */
  readonly ids: readonly SuppressedId[];
  /** The whole comment, from `#`. */
  readonly span: Span;
  readonly reason: string | undefined;
  /** What it covers: an instruction, a stage or the whole file; undefined when it stands where it has no effect. */
  readonly covers: Span | undefined;
  /** One sentence, when the comment does not parse or has no effect; then it hides nothing. */
  readonly malformed: string | undefined;
}
