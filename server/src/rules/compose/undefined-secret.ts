import { undeclared } from '../../engine/compose/declared.js';
import { missingName } from '../../engine/compose/missing.js';
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

  *check(doc) {
    for (const { service, use } of undeclared(doc, 'secrets')) {
      const message = `No secret ${shown(use.name)} is declared under secrets, so Compose refuses to start ${shown(service.name)}`;
      yield missingName(doc, service, use, doc.secrets, message);
    }
  },
});
