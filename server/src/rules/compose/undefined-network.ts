import { undeclared } from '../../engine/compose/declared.js';
import { missingName } from '../../engine/compose/missing.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-network',
  language: 'compose',
  title: 'Declare the networks that services join',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/networks/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const { service, use } of undeclared(doc, 'networks')) {
      const message = `No network ${shown(use.name)} is declared under networks, so Compose refuses to start ${shown(service.name)}`;
      yield missingName(doc, service, use, doc.networks, message);
    }
  },
});
