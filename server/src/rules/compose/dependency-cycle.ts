import { projectCycles } from '../../engine/compose/project/uses.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'dependency-cycle',
  language: 'compose',
  title: 'Let no services wait for one another in a circle',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['references'],
  equivalents: {},
  fixes: [],

  facts: projectQueries,

  *check(doc, { facts }) {
    const { all } = projectView(doc, facts);
    for (const cycle of projectCycles(doc, facts)) {
      const last = cycle.findLast(({ isHere }) => isHere);
      const first = cycle[0];
      if (last === undefined || first === undefined) continue;
      const names = [...cycle.map(({ start }) => start), first.start].map((name) => shown(name));
      const path = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
      yield {
        at: last.span,
        message:
          cycle.length === 1
            ? `${names[0] ?? ''} waits for itself, so Compose refuses to start it.`
            : `These services wait for one another in a circle, so Compose can start none of them: ${path.join(' → ')}.`,
        related: cycle
          .filter((step) => step !== last && step.isHere)
          .map(({ start, name, span }) => ({ at: span, message: `${shown(start)} needs ${shown(name)}.` })),
        owner: last.whole,
        // Services with profiles are there only when one of them is on.
        ...(cycle.some(({ start }) => (all.get(start)?.profiles.length ?? 0) > 0) ? { severity: 'warning' } : {}),
      };
    }
  },
});
