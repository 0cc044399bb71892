import { nearest } from '../didYouMean.js';
import type { Fix, Finding } from '../rule.js';
import { shown } from '../wording.js';
import type { NameUse } from './forms/names.js';
import type { ScalarNode } from './tree/types.js';
import type { ComposeDocument, Service } from './types.js';

/** With more names than these none is proposed: comparing every name with every other takes too long. */
const most = 200;

/**
 * A finding about a name that a service uses and nothing in the file has: the message goes on with the nearest one, and
 * the fix writes it. Compose judges a service with profiles only when one of them is on.
 */
export function missingName(
  doc: ComposeDocument,
  service: Service,
  use: Pick<NameUse, 'name' | 'span' | 'whole' | 'node'>,
  known: ReadonlyMap<string, unknown>,
  message: string,
): Finding {
  const names =
    known.size > most ? [] : [...known.keys()].filter((name) => known !== doc.services || name !== service.name);
  const guess = nearest(use.name, names);
  const hint = guess === undefined ? '.' : `; did you mean ${shown(guess)}?`;
  return {
    at: use.span,
    message: `${message}${hint}`,
    owner: use.whole,
    ...(service.profiles.length > 0 ? { severity: 'warning' } : {}),
    fixes: guess === undefined ? [] : rename(doc, use, guess),
  };
}

/** Only where the name is written as it is read, and nobody else reads the place. */
function rename(
  doc: ComposeDocument,
  { name, span, node }: Pick<NameUse, 'name' | 'span' | 'node'>,
  guess: string,
): readonly Fix[] {
  const written = doc.source.slice(span);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  if (written !== `${quote}${name}${quote}` || !/^[A-Za-z_][\w.-]*$/.test(guess) || isShared(node)) return [];
  return [
    {
      title: `Change it to ${guess}`,
      safety: 'suggestion',
      edits: () => [{ span, text: `${quote}${guess}${quote}` }],
    },
  ];
}

function isShared(node: NameUse['node'] | ScalarNode): boolean {
  return node?.sharedBy !== undefined;
}
