import { memoised, weaklyMemoised } from '../../memo.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { Part, VariablePart } from '../interpolation/types.js';
import { projectQueries, projectView } from '../project/view.js';
import type { ScalarNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { interpolationsOf } from '../walk.js';
import { dotenvQueries, knownVariables, type KnownVariables } from './dotenvFiles.js';
import { literalDollars } from './literal.js';
import { isOfMachine } from './machine.js';
import { meant } from './near.js';

/** A variable that Compose will look for and that no file of the project sets. */
export interface LackingVariable {
  readonly node: ScalarNode;
  readonly part: VariablePart;
  /** Compose refuses to go on without it. */
  readonly required: boolean;
  /** A name that the project has and that was most likely meant. */
  readonly near: string | undefined;
  /** The file that should have it. */
  readonly file: string;
  /** It was told of that name before. */
  readonly again: boolean;
}

/** Questions about the variables of a file. */
export function variableFacts(doc: ComposeDocument, known: Facts): readonly FactQuery[] {
  return interpolationsOf(doc).length === 0 ? [] : [...dotenvQueries, ...projectQueries(doc, known)];
}

/**
 * Variables that nothing sets, in the order of the text; a file that another one includes is given the variables of that
 * one. Where neither a `.env` nor a template for one is beside the file,
 * values come from elsewhere, and nothing is known to be missing.
 */
export function lackingVariables(doc: ComposeDocument, facts: Facts): readonly LackingVariable[] {
  return remembered(doc)(facts);
}

const remembered = memoised((doc: ComposeDocument) => weaklyMemoised((facts: Facts) => find(doc, facts)));

/** So many pairs of names are compared. */
const mostComparisons = 20_000;

function find(doc: ComposeDocument, facts: Facts): readonly LackingVariable[] {
  const known = knownVariables(facts);
  const { file } = known;
  if (file === undefined || projectView(doc, facts).role === 'included') return [];
  const literal = new Set(literalDollars(doc, facts).flatMap(({ parts }) => parts));
  const told = new Set<string>();
  const nearOf = new Map<string, string | undefined>();
  return interpolationsOf(doc).flatMap(({ node, template }) =>
    read(template.parts, known).flatMap((part): readonly LackingVariable[] => {
      const { name, operator } = part;
      if (literal.has(part) || isOfMachine(name)) return [];
      if (!nearOf.has(name)) {
        nearOf.set(name, nearOf.size * known.names.size > mostComparisons ? undefined : meant(name, known.names));
      }
      const again = told.has(name);
      told.add(name);
      return [{ node, part, required: operator !== undefined, near: nearOf.get(name), file, again }];
    }),
  );
}

/** Variables without a value that Compose looks at: an operand counts only where it is needed. */
function read(parts: readonly Part[], known: KnownVariables): readonly VariablePart[] {
  return parts.flatMap((part): readonly VariablePart[] => {
    if (part.kind !== 'variable') return [];
    const { name, operator = '', operand } = part;
    const isThere = known.names.has(name) && !(operator.startsWith(':') && known.value(name) === '');
    if (operator === '') return isThere ? [] : [part];
    if (operator.endsWith('?')) return isThere ? [] : [part];
    const isNeeded = operator.endsWith('+') ? isThere : !isThere;
    return isNeeded ? read(operand?.parts ?? [], known) : [];
  });
}
