import { undeclared } from '../../engine/compose/declared.js';
import { missingName } from '../../engine/compose/missing.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-volume',
  language: 'compose',
  title: 'Declare the volumes that services mount',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/volumes/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const { service, use } of undeclared(doc, 'volumes')) {
      const message = `No volume ${shown(use.name)} is declared under volumes, so Compose refuses to start ${shown(service.name)}`;
      yield missingName(doc, service, use, doc.volumes, message);
    }
  },
});
