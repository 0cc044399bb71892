import { freePortFix } from '../../engine/compose/values/freePort.js';
import { isTaken, sharedPortFacts, sharedPorts } from '../../engine/compose/values/sharedPorts.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'port-shared-between-projects',
  language: 'compose',
  title: 'Publish ports that no other project of the workspace has',
  severity: 'info',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: sharedPortFacts,

  *check(doc, { facts }) {
    for (const { own, port, other, path } of sharedPorts(doc, facts)) {
      const { mapping, protocol } = own;
      const shownPort = protocol === 'tcp' ? `${port}` : `${port}/${protocol}`;
      const service = doc.services.get(own.service);
      yield {
        at: mapping.published?.span ?? mapping.node.span,
        message: `Port ${shownPort} is also published by service ${shown(other.service)} of ${shown(path, 80)}, so the two projects cannot run at the same time.`,
        related: [{ path, at: other.at, message: `${shown(other.service)} publishes it here.` }],
        owner: mapping.node.span,
        fixes: () => service && freePortFix(doc, service, mapping, (free) => isTaken(doc, facts, free)),
      };
    }
  },
});
