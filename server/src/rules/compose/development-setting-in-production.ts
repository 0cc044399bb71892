import { stageFindings } from '../../engine/compose/style/stageFinding.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'development-setting-in-production',
  language: 'compose',
  title: 'Leave development settings out of files for production',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/compose/how-tos/production/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],

  check: (doc) => stageFindings(doc, 'production'),
});
