import { projectQueries, projectView } from '../../engine/compose/project/view.js';
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

  facts: (doc, known) => (contextServices(doc).length > 0 ? projectQueries(doc, known) : []),

  *check(doc, { facts }) {
    const found = contextServices(doc);
    if (found.length === 0) return;
    const { services } = projectView(doc, facts);
    for (const { service, name, at } of found) {
      const target = services.get(name);
      // A name that no service has is the matter of undefined-service, which an empty one is not.
      if (target === undefined) {
        const message = `The name of the service is missing, so the build of ${shown(service.name)} has no such context, and Compose refuses it.`;
        if (name === '') yield { at, message, ...milder(service) };
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
