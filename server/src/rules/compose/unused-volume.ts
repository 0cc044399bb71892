import { unusedNames, unusedQueries } from '../../engine/compose/unused.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-volume',
  language: 'compose',
  title: 'Declare only volumes that a service uses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'named-volumes',
  link: 'https://docs.docker.com/reference/compose-file/volumes/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  facts: (doc, known) => unusedQueries(doc, known, 'volumes'),

  check: (doc, { facts }) => unusedNames(doc, facts, 'volumes', 'volume'),
});
