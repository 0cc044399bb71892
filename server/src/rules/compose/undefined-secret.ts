import { declare, from, missingName } from '../../engine/compose/missing.js';
import { undeclared, undeclaredQueries } from '../../engine/compose/project/uses.js';
import { projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-secret',
  language: 'compose',
  title: 'Declare the secrets that services use',
  severity: 'error',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/secrets/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: undeclaredQueries('secrets'),

  *check(doc, { facts }) {
    const known = projectView(doc, facts).declared('secrets');
    for (const { service, use, inherited } of undeclared(doc, facts, 'secrets')) {
      const message = `No secret ${shown(use.name)} is declared under secrets, so Compose refuses to start ${shown(service.name)}${from(inherited)}`;
      yield missingName(doc, service, use, known, message, () => declare(doc, 'secrets', use));
    }
  },
});
