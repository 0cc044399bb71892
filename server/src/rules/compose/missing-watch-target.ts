import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { insertEntry } from '../../engine/compose/edits/insert.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { milder, valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-watch-target',
  language: 'compose',
  title: 'Tell where watched files go in the container',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/develop/#watch',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'develop.watch.*')) {
        if (node.kind !== 'map' || seen.has(node)) continue;
        seen.add(node);
        const path = textOf(node.get('path'));
        if (path?.value === '')
          yield {
            at: path.span,
            message: 'The path to watch is empty, so Compose refuses it.',
            ...unlessSet(node.get('path')),
          };
        const action = textOf(node.get('action'));
        if (action?.value === undefined || !/^sync(?:\+restart|\+exec)?$/.test(action.value)) continue;
        const target = node.entry('target');
        if (target !== undefined && textOf(target.value)?.value !== '') continue;
        yield {
          at: target?.span ?? action.span,
          message: `${action.value} copies files into the container and needs a target, the path there; Compose refuses it without.`,
          ...milder(service),
          ...unlessSet(node.get('action'), target?.value),
          owner: node.span,
          fixes: () => {
            const edits = target === undefined ? insertEntry(doc, node, 'target', '/app') : undefined;
            return edits === undefined ? [] : [{ title: 'Add a target', safety: 'suggestion', edits: () => edits }];
          },
        };
      }
    }
  },
});
