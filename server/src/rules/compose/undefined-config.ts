import { declare, from, missingName } from '../../engine/compose/missing.js';
import { undeclared, undeclaredQueries } from '../../engine/compose/project/uses.js';
import { projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-config',
  language: 'compose',
  title: 'Declare the configs that services use',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/configs/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: undeclaredQueries('configs'),

  *check(doc, { facts }) {
    const known = projectView(doc, facts).declared('configs');
    for (const { service, use, inherited } of undeclared(doc, facts, 'configs')) {
      const message = `No config ${shown(use.name)} is declared under configs, so Compose refuses to start ${shown(service.name)}${from(inherited)}`;
      yield missingName(doc, service, use, known, message, () => declare(doc, 'configs', use));
    }
  },
});
