import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { textField } from '../../engine/compose/forms/pieces.js';
import { parseBytes } from '../../engine/compose/forms/quantities.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { mendedBytes } from '../../engine/compose/values/mend.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const places = [
  ...['mem_limit', 'mem_reservation', 'memswap_limit', 'mem_swappiness', 'shm_size', 'build.shm_size'],
  ...['limits', 'reservations'].map((part) => `deploy.resources.${part}.memory`),
  ...['device_read_bps', 'device_write_bps', 'device_read_iops', 'device_write_iops'].map(
    (key) => `blkio_config.${key}.*.rate`,
  ),
  'volumes.*.tmpfs.size',
];

export default defineRule({
  id: 'invalid-byte-size',
  language: 'compose',
  title: 'Write sizes as a number with its unit',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values',
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
        if (text === undefined || parseBytes(text) !== undefined) continue;
        const mended = mendedBytes(text);
        const hint = mended === undefined ? '' : `; did you mean ${mended}?`;
        yield {
          at: node.span,
          message: `Compose cannot read ${text === '' ? 'an empty text' : shown(text)} as the size ${entry?.key ?? ''}; sizes are written such as 512m or 2g${hint || '.'}`,
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
