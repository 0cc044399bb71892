import { asPath, declare, from, missingName } from '../../engine/compose/missing.js';
import { undeclared, undeclaredQueries } from '../../engine/compose/project/uses.js';
import { projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-volume',
  language: 'compose',
  title: 'Declare the volumes that services mount',
  severity: 'error',
  profile: 'recommended',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/volumes/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: undeclaredQueries('volumes'),

  *check(doc, { facts }) {
    const known = projectView(doc, facts).declared('volumes');
    for (const { service, use, inherited } of undeclared(doc, facts, 'volumes')) {
      const message = `No volume ${shown(use.name)} is declared under volumes, so Compose refuses to start ${shown(service.name)}${from(inherited)}`;
      yield missingName(doc, service, use, known, message, () => [
        ...declare(doc, 'volumes', use),
        ...asPath(doc, use),
      ]);
    }
  },
});
