import { weaklyMemoised } from '../../memo.js';
import { booleanField, textField, unknownLookup } from './pieces.js';
import type { Severity } from '../../rule.js';
import type { Span } from '../../text/span.js';
import type { Field, FormProblem } from './types.js';
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

const known = weaklyMemoised((node: ComposeNode): Lookup => {
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

/** What Compose refuses only where nobody sets a variable is a warning: with another value the file is fine. */
export function unlessSet(...nodes: readonly (ComposeNode | undefined)[]): { readonly severity?: Severity } {
  return nodes.some((node) => node?.kind === 'scalar' && node.interpolated) ? { severity: 'warning' } : {};
}

/** A problem as a finding. */
export interface FoundProblem {
  readonly code: string;
  readonly finding: { readonly at: Span; readonly message: string; readonly severity?: Severity };
}

/** What is wrong with a value whatever its variables are, and what is where nobody sets them: that is a warning. */
export function problemsOf(
  node: ComposeNode | undefined,
  read: (node: ComposeNode | undefined, lookup: Lookup) => { readonly problems: readonly FormProblem[] },
): readonly FoundProblem[] {
  const sure = read(node, unknownLookup).problems;
  const lookup = defaultsIn(node);
  const found = sure.map(({ code, span, message }): FoundProblem => ({ code, finding: { at: span, message } }));
  if (lookup === unknownLookup) return found;
  const places = new Set(sure.map(({ span }) => span.start));
  for (const { code, span, message } of read(node, lookup).problems) {
    if (!places.has(span.start)) found.push({ code, finding: { at: span, message, severity: 'warning' } });
  }
  return found;
}
