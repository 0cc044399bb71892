import { envFiles, missingFileFacts, missingFiles } from '../../engine/compose/files/listed.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'missing-env-file',
  language: 'compose',
  title: 'Name env files that are there',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/services/#env_file',
  tags: ['files', 'variables'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) => missingFileFacts(doc, envFiles(doc), known),

  check: (doc, { facts }) => missingFiles(doc, envFiles(doc), facts, 'env file'),
});
