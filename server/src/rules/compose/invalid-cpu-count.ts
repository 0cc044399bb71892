import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { mendedNumber } from '../../engine/compose/values/mend.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-cpu-count',
  language: 'compose',
  title: 'Write a share of processors as a number',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#cpus',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of ['limits', 'reservations'].flatMap((part) =>
        valuesAt(service.map, `deploy.resources.${part}.cpus`),
      )) {
        if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
        seen.add(node);
        const text = textField(node)?.value;
        if (text === undefined || isFloat(text)) continue;
        const mended = mendedNumber(text);
        const hint = mended === undefined ? '.' : `; did you mean ${mended}?`;
        yield {
          at: node.span,
          message: `Compose cannot read ${text === '' ? 'an empty text' : shown(text)} as a number of processors, such as 0.5${hint}`,
          fixes: () => {
            const edits = mended === undefined || node.interpolated ? undefined : replaceScalar(doc, node, mended);
            return edits === undefined
              ? []
              : [{ title: `Change it to ${mended ?? ''}`, safety: 'suggestion', edits: () => edits }];
          },
        };
      }
    }
  },
});

/** What Go's strconv.ParseFloat takes, as far as people write it. */
function isFloat(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$|^[+-]?(?:inf|infinity)$|^nan$|^[+-]?0x/i.test(text);
}
