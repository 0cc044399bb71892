import { dependencyCycles } from '../../engine/compose/references.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'dependency-cycle',
  language: 'compose',
  title: 'Let no services wait for one another in a circle',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['references'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const cycle of dependencyCycles(doc)) {
      const last = cycle.at(-1);
      const first = cycle[0]?.from;
      if (last === undefined || first === undefined) continue;
      const names = [...cycle.map(({ from }) => from.name), first.name].map((name) => shown(name));
      const path = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
      yield {
        at: last.span,
        message:
          cycle.length === 1
            ? `${names[0] ?? ''} waits for itself, so Compose refuses to start it.`
            : `These services wait for one another in a circle, so Compose can start none of them: ${path.join(' → ')}.`,
        related: cycle.slice(0, -1).map(({ from, name, span }) => ({
          at: span,
          message: `${shown(from.name)} needs ${shown(name)}.`,
        })),
        owner: last.whole,
        // Services with profiles are there only when one of them is on.
        ...(cycle.some(({ from }) => from.profiles.length > 0) ? { severity: 'warning' } : {}),
      };
    }
  },
});
