import { labelFiles, missingFileFacts, missingFiles } from '../../engine/compose/files/listed.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-label-file',
  language: 'compose',
  title: 'Name label files that are there',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#label_file',
  tags: ['files'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) => missingFileFacts(doc, labelFiles(doc), known),

  check: (doc, { facts }) => missingFiles(doc, labelFiles(doc), facts, 'label file'),
});
