import { textOf } from '../../engine/compose/forms/defaults.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'ports-with-host-network',
  language: 'compose',
  title: 'Publish no ports on the network of the host',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#network_mode',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      const mode = service.entry('network_mode');
      const ports = service.entry('ports');
      if (ports === undefined || textOf(mode?.value)?.value !== 'host' || itemsOf(ports.value).length === 0) continue;
      const isMerged = ports.merged;
      yield {
        at: isMerged ? service.nameSpan : ports.keySpan,
        message: `${shown(service.name)} is on the network of the host, where its ports are open as they are and what ports says is ignored.`,
        related: mode === undefined || isMerged ? [] : [{ at: mode.span, message: 'The network of the host.' }],
        owner: isMerged ? service.span : ports.span,
        fixes: () => removalFix(doc.source, service.map, ports, 'suggestion'),
      };
    }
  },
});
