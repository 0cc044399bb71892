import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { replaceScalar } from '../../engine/compose/edits/insert.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { nearest } from '../../engine/didYouMean.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-security-option',
  language: 'compose',
  title: 'Write security options as a name and a value',
  severity: 'error',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#security_opt',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  // docker/compose refuses them when it makes the container (pkg/compose/create.go, parseSecurityOpts).
  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'security_opt.*')) {
        const option = textOf(node);
        if (option?.value === undefined || seen.has(node) || /[=:]/.test(option.value)) continue;
        if (option.value === 'no-new-privileges') continue;
        seen.add(node);
        const { value } = option;
        const near = nearest(value.replaceAll('_', '-'), ['no-new-privileges']);
        yield {
          at: node.span,
          message: `${value === '' ? 'An empty text' : shown(value)} is no security option: they are written name=value, such as no-new-privileges=true, and Compose refuses to start with anything else.`,
          ...unlessSet(node),
          fixes: () => {
            const edits =
              near !== undefined && node.kind === 'scalar' && !node.interpolated
                ? replaceScalar(doc, node, near)
                : undefined;
            return edits === undefined
              ? []
              : [{ title: `Change it to ${near ?? ''}`, safety: 'suggestion', edits: () => edits }];
          },
        };
      }
    }
  },
});
