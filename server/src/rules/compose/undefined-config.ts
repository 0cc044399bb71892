import { undeclared } from '../../engine/compose/declared.js';
import { missingName } from '../../engine/compose/missing.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-config',
  language: 'compose',
  title: 'Declare the configs that services use',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/configs/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const { service, use } of undeclared(doc, 'configs')) {
      const message = `No config ${shown(use.name)} is declared under configs, so Compose refuses to start ${shown(service.name)}`;
      yield missingName(doc, service, use, doc.configs, message);
    }
  },
});
