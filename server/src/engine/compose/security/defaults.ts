import { memoised } from '../../memo.js';
import { booleanField, textField, unknownLookup } from '../forms/pieces.js';
import type { Field } from '../forms/types.js';
import { parseTemplate } from '../interpolation/parse.js';
import type { Lookup } from '../interpolation/substitute.js';
import type { Part } from '../interpolation/types.js';
import type { ComposeNode } from '../tree/types.js';

/**
 * What variables are where nobody sets them: unset, so that their default counts, if they have one wherever they stand
 * in the value; nobody knows the others.
 */
export function defaultsIn(node: ComposeNode | undefined): Lookup {
  return node === undefined ? unknownLookup : known(node);
}

const known = memoised((node: ComposeNode): Lookup => {
  const withDefault = new Set<string>();
  const without = new Set<string>();
  const look = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind !== 'variable') continue;
      (part.operator?.endsWith('-') === true ? withDefault : without).add(part.name);
      if (part.operand !== undefined) look(part.operand.parts);
    }
  };
  const seen = new Set<ComposeNode>();
  const visit = (inner: ComposeNode | undefined): void => {
    if (inner === undefined || seen.has(inner)) return;
    seen.add(inner);
    if (inner.kind === 'list') inner.items.forEach(visit);
    else if (inner.kind === 'map') for (const { value } of inner.entries) visit(value);
    else if (inner.interpolated) look(parseTemplate(inner.text.text).parts);
  };
  visit(node);
  return withDefault.size === 0
    ? unknownLookup
    : (name) => (withDefault.has(name) && !without.has(name) ? null : undefined);
});

/** The text of a scalar as it is where nobody sets a variable that has a default. */
export function textOf(node: ComposeNode | undefined): Field<string> | undefined {
  return textField(node, defaultsIn(node));
}

/** A truth value likewise. */
export function booleanOf(node: ComposeNode | undefined): Field<boolean> | undefined {
  return booleanField(node, defaultsIn(node));
}
