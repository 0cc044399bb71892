import type { Span } from '../text/span.js';

/** Whose form a suppression comment has. */
export type SuppressionSource =
  'docker-patterns' | 'hadolint' | 'buildkit' | 'trivy' | 'checkov' | 'kics' | 'shellcheck' | 'dclint';

/** One id of a suppression comment. */
export interface SuppressedId {
  /** As written. */
  readonly id: string;
  readonly span: Span;
}

/** A comment that hides findings. */
export interface SuppressionComment {
  readonly source: SuppressionSource;
  /** `within`: a part of an instruction. */
  readonly scope: 'next' | 'within' | 'stage' | 'file';
  /** Empty means every finding that the tool would have too (`ignore-file` alone, `skip=all`, `kics-scan ignore`). */
  readonly ids: readonly SuppressedId[];
  /** It hides what the ids do not name (`kics-scan enable=…`). */
  readonly inverted?: true;
  /** ISO date of the first day on which it hides nothing any more. */
  readonly until?: string;
  /** The whole comment, from `#`. */
  readonly span: Span;
  readonly reason: string | undefined;
  /** What it covers: an instruction or a part of it, a stage or the whole file; undefined where it has no effect. */
  readonly covers: Span | undefined;
  /** One sentence, when the comment does not parse or has no effect; then it hides nothing. */
  readonly malformed: string | undefined;
}
