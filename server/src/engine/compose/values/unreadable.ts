import type { Finding } from '../../rule.js';
import { shown } from '../../wording.js';
import { replaceScalar } from '../edits/insert.js';
import { textOf, unlessSet } from '../forms/defaults.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument } from '../types.js';
import { valuesAt } from './places.js';

/** A kind of text that Compose reads as something else. */
export interface Reading {
  /** Ways from a service to such values. */
  readonly places: readonly string[];
  readonly isFine: (text: string) => boolean;
  /** What may have been meant. */
  readonly mended: (text: string) => string | undefined;
  /** What Compose would read the text as, with an example: `the time interval; times are written such as 30s`. */
  readonly wanted: (key: string) => string;
}

/** Texts that Compose cannot read as what they should be, each once; the fix writes what was meant. */
export function* unreadable(
  doc: ComposeDocument,
  { places, isFine, mended, wanted }: Reading,
): Generator<Finding, void, undefined> {
  const seen = new Set<ComposeNode>();
  for (const service of doc.services.values()) {
    for (const { node, entry } of places.flatMap((way) => valuesAt(service.map, way))) {
      if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
      seen.add(node);
      const text = textOf(node)?.value;
      if (text === undefined || isFine(text)) continue;
      const better = mended(text);
      const hint = better === undefined ? '.' : `; did you mean ${better}?`;
      yield {
        at: node.span,
        message: `Compose cannot read ${text === '' ? 'an empty text' : shown(text)} as ${wanted(entry?.key ?? '')}${hint}`,
        ...unlessSet(node),
        fixes: () => {
          const edits = better === undefined || node.interpolated ? undefined : replaceScalar(doc, node, better);
          return edits === undefined
            ? []
            : [{ title: `Change it to ${better ?? ''}`, safety: 'suggestion', edits: () => edits }];
        },
      };
    }
  }
}
