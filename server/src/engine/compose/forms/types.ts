import type { Span } from '../../text/span.js';

/** A part of a value. */
export interface Field<T> {
  /** Undefined where a variable that nobody knows stands in it: it may be anything. */
  readonly value: T | undefined;
  readonly span: Span;
}

/** Something for which compose-go refuses a value in one of its forms. */
export interface FormProblem {
  readonly code: string;
  readonly span: Span;
  /** One sentence. */
  readonly message: string;
}
