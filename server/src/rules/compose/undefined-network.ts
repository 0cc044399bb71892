import { declare, from, missingName } from '../../engine/compose/missing.js';
import { undeclared, undeclaredQueries } from '../../engine/compose/project/uses.js';
import { projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-network',
  language: 'compose',
  title: 'Declare the networks that services join',
  severity: 'error',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/networks/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: undeclaredQueries('networks'),

  *check(doc, { facts }) {
    const known = projectView(doc, facts).declared('networks');
    for (const { service, use, inherited } of undeclared(doc, facts, 'networks')) {
      const message = `No network ${shown(use.name)} is declared under networks, so Compose refuses to start ${shown(service.name)}${from(inherited)}`;
      yield missingName(doc, service, use, known, message, () => declare(doc, 'networks', use));
    }
  },
});
