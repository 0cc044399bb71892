import { composeDifferences } from '../../../server/tools/conformance/compose/differences.js';
import { services } from '../compose.js';

const shared = { rule: 'yaml-syntax-error', code: 'invalid-yaml', side: 'theirs', class: 'upstream' } as const;
const source = 'https://github.com/zavoloklom/docker-compose-linter/blob/main/src/linter/linter.ts';
const neighbour = services('web:', '  image: "nginx');

export default composeDifferences(
  {
    ...shared,
    source,
    reason: 'Compose lays the documents of a file over one another; dclint reads only one.',
    example: `${services('web:', '  image: nginx:1.29')}---\n${services('web:', '  tty: true')}`,
    neighbour,
    accepts: ({ doc }) => doc.roots.length > 1,
  },
  {
    ...shared,
    source,
    reason: 'dclint reads no file in which more than a hundred aliases may stand for one another; Compose does.',
    example: `x-a: &a {a: b}\nx-b: &b [${'*a, '.repeat(10)}*a]\nx-c: [${'*b, '.repeat(120)}*b]\n${services('web:', '  image: nginx:1.29')}`,
    neighbour,
    accepts: ({ doc }) => doc.roots.length === 1 && doc.source.text.split(/[\s{[,:]\*[\w-]+/).length > 100,
  },
);
