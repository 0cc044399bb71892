import { dependenciesIn } from '../../engine/compose/forms/names.js';
import { healthFix } from '../../engine/compose/health/proposal.js';
import { healthOf, healthQueries } from '../../engine/compose/health/services.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import type { ComposeDocument, Service } from '../../engine/compose/types.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'healthy-condition-without-healthcheck',
  language: 'compose',
  title: 'Check the health of a service that others wait for',
  severity: 'warning',
  profile: 'recommended',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/compose-file/services/#depends_on',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) => {
    const targets = [...waits(doc).keys()];
    return targets.length === 0 ? [] : [...projectQueries(doc, known), ...healthQueries(targets)];
  },

  *check(doc, { facts }) {
    const all = waits(doc);
    if (all.size === 0) return;
    const { services } = projectView(doc, facts);
    for (const [target, { from, at, whole }] of all) {
      const view = services.get(target.name);
      const health = view?.isWhole === true ? healthOf(view, facts) : 'checked';
      if (health === 'checked') continue;
      const wait = `${shown(from.name)} waits until ${shown(target.name)} is healthy`;
      yield {
        at,
        message:
          health === 'off'
            ? `${wait}, but its health check is switched off, so Compose stops with an error.`
            : health === 'none'
              ? `${wait}, but nothing checks that, so Compose stops with an error.`
              : `${wait}, but it has no healthcheck here; unless its image brings one, Compose stops with an error.`,
        ...(health === 'unknown' ? { severity: 'info' } : {}),
        related: [{ at: target.nameSpan, message: 'The service without a health check.' }],
        owner: whole,
        fixes: () => (health === 'off' ? [] : healthFix(doc, target, facts)),
      };
    }
  },
});

interface Wait {
  readonly from: Service;
  readonly at: Span;
  readonly whole: Span;
}

/** Services of this file that others want to be healthy, each with the first that does. */
function waits(doc: ComposeDocument): ReadonlyMap<Service, Wait> {
  const found = new Map<Service, Wait>();
  for (const from of doc.services.values()) {
    for (const { name, condition, whole } of dependenciesIn(from.get('depends_on'))) {
      const target = doc.services.get(name);
      if (target === undefined || target === from || condition.value !== 'service_healthy' || found.has(target))
        continue;
      found.set(target, { from, at: condition.span, whole });
    }
  }
  return found;
}
