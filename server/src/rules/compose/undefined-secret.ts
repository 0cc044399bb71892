import { companionQueries, elsewhereIn } from '../../engine/compose/companions.js';
import { undeclared } from '../../engine/compose/declared.js';
import { declare, missingName } from '../../engine/compose/missing.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-secret',
  language: 'compose',
  title: 'Declare the secrets that services use',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/secrets/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc) => (undeclared(doc, 'secrets').length > 0 ? companionQueries : []),

  *check(doc, { facts }) {
    const isElsewhere = elsewhereIn(facts);
    for (const { service, use } of undeclared(doc, 'secrets')) {
      if (isElsewhere(use.name)) continue;
      const message = `No secret ${shown(use.name)} is declared under secrets, so Compose refuses to start ${shown(service.name)}`;
      yield missingName(doc, service, use, doc.secrets, message, () => declare(doc, 'secrets', use));
    }
  },
});
