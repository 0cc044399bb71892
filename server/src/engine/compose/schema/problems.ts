import type { Span } from '../../text/span.js';

/** Keys and numbers of items, from the top of the file. */
export type Path = readonly (string | number)[];

interface ProblemBase {
  /** The words to look at. */
  readonly span: Span;
  /** To the value that is wrong; for keys that are unknown or missing, to the mapping. */
  readonly path: Path;
  /** Aliases or merge keys lead there, so that a change would change other places too. */
  readonly shared: boolean;
}

/** A key that may not be there. */
export interface UnknownKey extends ProblemBase {
  readonly kind: 'unknown-key';
  readonly key: string;
  /** The keys that may. */
  readonly known: readonly string[];
  /** Those of them that are not there yet. */
  readonly free: readonly string[];
}

/** A name that a person chose, with characters that may not be in it. */
export interface BadName extends ProblemBase {
  readonly kind: 'bad-name';
  readonly key: string;
}

export interface MissingKey extends ProblemBase {
  readonly kind: 'missing-key';
  /** Of which at least one must be there. */
  readonly keys: readonly string[];
}

/** A value of another kind, or text that Compose cannot read as what it wants there. */
export interface WrongType extends ProblemBase {
  readonly kind: 'type';
  /** In words: "text or a list". */
  readonly expected: string;
  readonly actual: 'map' | 'list' | 'text' | 'number' | 'boolean';
  /** What is written, where it is a scalar. */
  readonly text: string | undefined;
  readonly interpolated: boolean;
  /** What would make it right: quotes around it, or none, or a unit of time behind it. */
  readonly mend: 'quote' | 'unquote' | 'unit' | undefined;
}

/** No value, or null, where Compose wants one. */
export interface Empty extends ProblemBase {
  readonly kind: 'empty';
  readonly expected: string;
}

export interface WrongValue extends ProblemBase {
  readonly kind: 'enum';
  readonly text: string;
  readonly values: readonly string[];
}

export interface WrongForm extends ProblemBase {
  readonly kind: 'pattern';
  readonly text: string;
}

export interface OutOfRange extends ProblemBase {
  readonly kind: 'range';
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

export interface Twin extends ProblemBase {
  readonly kind: 'duplicate-item';
  /** Undefined where it is no scalar. */
  readonly text: string | undefined;
  /** The first of them. */
  readonly first: Span;
}

/** Where a Compose file is not as the schema has it. */
export type SchemaProblem =
  UnknownKey | BadName | MissingKey | WrongType | Empty | WrongValue | WrongForm | OutOfRange | Twin;
