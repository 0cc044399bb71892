import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { hasMainName } from '../../../server/src/engine/compose/declared.js';
import { dclintRules, services } from '../compose.js';

const shared = {
  rule: 'missing-project-name',
  code: 'require-project-name-field',
  side: 'theirs',
  class: 'upstream',
  source: `${dclintRules}/require-project-name-field-rule.ts`,
} as const;
const web = services('web:', '  image: nginx:1.29');

export default composeDifferences(
  {
    ...shared,
    reason: 'A file that Compose does not find by itself takes the name of the one that it is laid over.',
    path: 'compose.prod.yaml',
    example: web,
    neighbour: web,
    accepts: ({ doc }) => !hasMainName(doc),
  },
  {
    ...shared,
    reason: 'A file without services starts nothing that could be called after it.',
    example: 'volumes:\n  data:\n',
    neighbour: web,
    accepts: ({ doc }) => hasMainName(doc) && doc.services.size === 0 && doc.top('include') === undefined,
  },
);
