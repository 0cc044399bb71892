import { editScalar } from '../../engine/compose/edits/insert.js';
import { Cut, unknownLookup } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'env-name-trailing-space',
  language: 'compose',
  title: 'Write no blank behind the name of a variable',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/services/#environment',
  tags: ['values'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of ['environment.*', 'build.args.*'].flatMap((way) => valuesAt(service.map, way))) {
        if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
        seen.add(node);
        const [key = ''] = new Cut(node, unknownLookup).masked.split('=', 1);
        const length = key.trimEnd().length;
        if (length === key.length) continue;
        yield {
          at: node.text.span(length, key.length),
          message: `The blank behind ${shown(node.text.text.slice(0, length))} would be part of the name, so Compose refuses it; a = has no blank in front of it.`,
          owner: node.span,
          fixes: () => {
            const edits = length === 0 ? undefined : editScalar(doc, node, length, key.length, '');
            return edits === undefined ? [] : [{ title: 'Remove the blank', safety: 'safe', edits: () => edits }];
          },
        };
      }
    }
  },
});
