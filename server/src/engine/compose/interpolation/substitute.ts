import { parseTemplate } from './parse.js';
import type { Part, Template, VariablePart } from './types.js';

/** The value of a variable; null where it is surely unset, undefined where nobody knows. */
export type Lookup = (name: string) => string | null | undefined;

/** What becomes of a text. */
export type Substituted =
  | { readonly kind: 'value'; readonly value: string }
  /** It depends on a variable that nobody knows. */
  | { readonly kind: 'unknown' }
  /** `${NAME:?message}` of a variable that is not there. */
  | { readonly kind: 'missing'; readonly variable: VariablePart; readonly message: string }
  /** Compose refuses the text. */
  | { readonly kind: 'invalid' };

/** Everything unset, as on a machine that nobody prepared. */
export const unsetLookup: Lookup = () => null;

/** Puts values in a text as Compose does, with defaults where they count. Never throws. */
export function substitute(template: Template | string, lookup: Lookup): Substituted {
  const { text, parts } = typeof template === 'string' ? parseTemplate(template) : template;
  return joined(text, parts, lookup);
}

/**
 * All parts, joined. compose-go goes on behind an error and reports the first one, which may be a missing variable: so
 * does this.
 */
function joined(text: string, parts: readonly Part[], lookup: Lookup): Substituted {
  const pieces: string[] = [];
  let unknown = false;
  for (const part of parts) {
    const value = valueOf(text, part, lookup);
    if (value.kind === 'value') pieces.push(value.value);
    else if (value.kind === 'unknown') unknown = true;
    else return value;
  }
  return unknown ? { kind: 'unknown' } : { kind: 'value', value: pieces.join('') };
}

function valueOf(text: string, part: Part, lookup: Lookup): Substituted {
  if (part.kind === 'literal') return { kind: 'value', value: text.slice(part.start, part.end) };
  if (part.kind === 'escape') return { kind: 'value', value: '$' };
  if (part.kind === 'invalid') return { kind: 'invalid' };
  const value = lookup(part.name);
  const { operator, operand } = part;
  if (value === undefined) return { kind: 'unknown' };
  if (operator === undefined || operand === undefined) return { kind: 'value', value: value ?? '' };
  const isSet = value !== null && (value !== '' || !operator.startsWith(':'));
  if (operator.endsWith('+') ? !isSet : isSet) return { kind: 'value', value: value ?? '' };
  const other = joined(text, operand.parts, lookup);
  if (!operator.endsWith('?')) return other;
  if (other.kind === 'invalid' || other.kind === 'missing') return other;
  return { kind: 'missing', variable: part, message: other.kind === 'value' ? other.value : '' };
}
