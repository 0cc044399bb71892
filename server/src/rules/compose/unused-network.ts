import { siblingQueries } from '../../engine/compose/companions.js';
import { hasUnused, unusedNames } from '../../engine/compose/unused.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-network',
  language: 'compose',
  title: 'Declare only networks that a service uses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/networks/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  facts: (doc, known) => (hasUnused(doc, 'networks') ? siblingQueries(doc, known) : []),

  check: (doc, { facts }) => unusedNames(doc, facts, 'networks', 'network'),
});
