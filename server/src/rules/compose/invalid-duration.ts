import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { parseDuration } from '../../engine/compose/forms/quantities.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { mendedDuration } from '../../engine/compose/values/mend.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const places = [
  'stop_grace_period',
  ...['interval', 'timeout', 'start_period', 'start_interval'].map((key) => `healthcheck.${key}`),
  ...['delay', 'window'].map((key) => `deploy.restart_policy.${key}`),
  ...['update_config', 'rollback_config'].flatMap((key) => [`deploy.${key}.delay`, `deploy.${key}.monitor`]),
];

export default defineRule({
  id: 'invalid-duration',
  language: 'compose',
  title: 'Write times as a number with its unit',
  severity: 'error',
  profile: 'recommended',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/compose-file/extension/#specifying-durations',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node, entry } of places.flatMap((way) => valuesAt(service.map, way))) {
        if (node.kind !== 'scalar' || typeof node.value !== 'string' || seen.has(node)) continue;
        seen.add(node);
        const text = textField(node)?.value;
        if (text === undefined || parseDuration(text) !== undefined) continue;
        const mended = mendedDuration(text);
        const hint = mended === undefined ? '' : `; did you mean ${mended}?`;
        yield {
          at: node.span,
          message: `Compose cannot read ${text === '' ? 'an empty text' : shown(text)} as the time ${entry?.key ?? ''}; times are written such as 30s or 1m30s${hint || '.'}`,
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
