import { unusedNames, unusedQueries } from '../../engine/compose/unused.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unused-secret',
  language: 'compose',
  title: 'Declare only secrets that a service uses',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/secrets/',
  tags: ['references'],
  equivalents: {},
  fixes: ['safe'],

  facts: (doc, known) => unusedQueries(doc, known, 'secrets'),

  check: (doc, { facts }) => unusedNames(doc, facts, 'secrets', 'secret'),
});
