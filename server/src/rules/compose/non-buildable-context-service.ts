import { standsAlone } from '../../engine/compose/declared.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import { companionQueries, elsewhereIn } from '../../engine/compose/companions.js';
import { contextServices } from '../../engine/compose/values/contexts.js';
import { milder } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'non-buildable-context-service',
  language: 'compose',
  title: 'Take only services that are built as additional contexts',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#additional_contexts',
  tags: ['conflicts'],
  equivalents: {},
  fixes: [],

  facts: (doc) => (contextServices(doc).length > 0 ? [...projectQueries(doc), ...companionQueries] : []),

  *check(doc, { facts }) {
    const found = contextServices(doc);
    if (found.length === 0) return;
    const { services } = projectView(doc, facts);
    const isElsewhere = elsewhereIn(facts);
    for (const { service, name, at } of found) {
      const target = services.get(name);
      if (target === undefined) {
        if (!standsAlone(doc) || isElsewhere(name)) continue;
        const message = `No service is called ${shown(name)}, so it cannot be a context for the build of ${shown(service.name)}, and Compose refuses it.`;
        yield { at, message, ...milder(service) };
        continue;
      }
      if (!target.isWhole || target.service.map === undefined || target.get('build') !== undefined) continue;
      yield {
        at,
        message: `${shown(name)} has no build, so it cannot be a context for the build of ${shown(service.name)}, and Compose refuses it.`,
        ...milder(service),
        related: [{ at: target.service.nameSpan, message: 'The service without a build.' }],
      };
    }
  },
});
