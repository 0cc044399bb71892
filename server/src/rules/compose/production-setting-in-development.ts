import { stageFindings } from '../../engine/compose/style/stageFinding.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'production-setting-in-development',
  language: 'compose',
  title: 'Leave production settings out of files for development',
  severity: 'info',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],

  check: (doc) => stageFindings(doc, 'development'),
});
