import { portClashes } from '../../engine/compose/values/published.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'duplicate-published-port',
  language: 'compose',
  title: 'Publish a port of the host once',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['conflicts'],
  equivalents: { dclint: ['no-duplicate-exported-ports'] },
  fixes: [],

  differs: {
    'no-duplicate-exported-ports':
      'Addresses of the host, profiles and defaults of variables are looked at, so that 127.0.0.1:80 and 10.0.0.1:80 are two ports.',
  },

  *check(doc) {
    for (const { port, protocol, first, firstAt, service, mapping } of portClashes(doc)) {
      // A merge key brings the mapping to several services: then the service is what differs.
      const isShared = mapping.node.span.start < service.span.start || mapping.node.span.end > service.span.end;
      const who = first === service ? 'by this service already' : `by ${shown(first.name)} too`;
      yield {
        at: isShared ? service.nameSpan : mapping.node.span,
        message: `Port ${port}/${protocol} of the host is published ${who}, and only one container can have it.`,
        related: isShared ? [] : [{ at: firstAt, message: 'The first one.' }],
        owner: isShared ? service.span : mapping.node.span,
      };
    }
  },
});
