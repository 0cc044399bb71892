import { unusedNames, unusedQueries } from '../../engine/compose/unused.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-config',
  language: 'compose',
  title: 'Declare only configs that a service uses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/configs/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  facts: (doc, known) => unusedQueries(doc, known, 'configs'),

  check: (doc, { facts }) => unusedNames(doc, facts, 'configs', 'config'),
});
