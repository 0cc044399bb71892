/** What stands between the name and the operand of `${NAME:-operand}`. */
export type Operator = ':-' | '-' | ':?' | '?' | ':+' | '+';

/** Half-open offsets into the text that was parsed. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Characters that stand for themselves. */
export interface LiteralPart extends Place {
  readonly kind: 'literal';
}

/** `$$`, which is one dollar. */
export interface EscapePart extends Place {
  readonly kind: 'escape';
}

/** `$NAME` or `${…}`. */
export interface VariablePart extends Place {
  readonly kind: 'variable';
  readonly name: string;
  readonly nameAt: Place;
  readonly braced: boolean;
  readonly operator: Operator | undefined;
  /** Default, error message or replacement; without an operator undefined. */
  readonly operand: Operand | undefined;
}

/** A `${` that Compose cannot read. */
export interface InvalidPart extends Place {
  readonly kind: 'invalid';
}

export type Part = LiteralPart | EscapePart | VariablePart | InvalidPart;

export interface Operand extends Place {
  readonly parts: readonly Part[];
}

export interface InterpolationProblem extends Place {
  /** Undefined where Compose always refuses the text; else it does only while it has to read the operand of this one. */
  readonly within: VariablePart | undefined;
}

/** A text cut into what Compose puts values in. */
export interface Template {
  readonly text: string;
  readonly parts: readonly Part[];
  /** All variables, those in operands included, in the order of the text. */
  readonly variables: readonly VariablePart[];
  readonly problems: readonly InterpolationProblem[];
}
