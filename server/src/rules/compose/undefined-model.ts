import { declare, from, missingName } from '../../engine/compose/missing.js';
import { undeclared, undeclaredQueries } from '../../engine/compose/project/uses.js';
import { projectView } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'undefined-model',
  language: 'compose',
  title: 'Declare the models that services use',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/models/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: undeclaredQueries('models'),

  *check(doc, { facts }) {
    const known = projectView(doc, facts).declared('models');
    for (const { service, use, inherited } of undeclared(doc, facts, 'models')) {
      const message = `No model ${shown(use.name)} is declared under models, so Compose refuses to start ${shown(service.name)}${from(inherited)}`;
      yield missingName(doc, service, use, known, message, () => declare(doc, 'models', use));
    }
  },
});
