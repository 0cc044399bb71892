import { unpaired } from '../../engine/compose/values/pairs.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-additional-context',
  language: 'compose',
  title: 'Write additional contexts as a name and a place',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#additional_contexts',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  check: (doc) =>
    unpaired(
      doc,
      'build.additional_contexts.*',
      'has no place: an additional context is written name=path, and Compose refuses anything else.',
    ),
});
