import { healthFix } from '../../engine/compose/health/proposal.js';
import { healthOf, healthQueries, jobsOf } from '../../engine/compose/health/services.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-service-healthcheck',
  language: 'compose',
  title: 'Let Docker check whether a service works',
  severity: 'warning',
  profile: 'all',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  tags: ['services'],
  equivalents: { kics: ['Healthcheck Not Set'], cis: ['5.27'] },
  fixes: ['suggestion'],

  facts: (doc, known) => [...projectQueries(doc, known), ...healthQueries(doc.services.values())],

  *check(doc, { facts }) {
    const jobs = jobsOf(doc);
    for (const view of projectView(doc, facts).services.values()) {
      const { service, name, isWhole } = view;
      if (!isWhole || service.map === undefined || jobs.has(name)) continue;
      const health = healthOf(view, facts);
      if (health === 'checked') continue;
      const off = health === 'off' ? service.entry('healthcheck') : undefined;
      yield {
        at: off === undefined || off.merged ? service.nameSpan : off.keySpan,
        message:
          health === 'off'
            ? `The health check of ${shown(name)} is switched off, so Docker takes it for working as long as its process runs.`
            : `${shown(name)} has no health check, so Docker takes it for working as long as its process runs.`,
        owner: off === undefined || off.merged ? service.span : off.span,
        fixes: () => (health === 'off' ? [] : healthFix(doc, service, facts)),
      };
    }
  },
});
