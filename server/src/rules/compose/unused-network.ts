import { unusedNames, unusedQueries } from '../../engine/compose/unused.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-network',
  language: 'compose',
  title: 'Declare only networks that a service uses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/networks/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  facts: (doc, known) => unusedQueries(doc, known, 'networks'),

  check: (doc, { facts }) => unusedNames(doc, facts, 'networks', 'network'),
});
