import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { readPorts } from '../../engine/compose/forms/ports.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-port',
  language: 'compose',
  title: 'Write ports in a form that Compose knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference#short-and-long-form',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const service of doc.services.values()) {
      for (const { code, finding } of problemsOf(service.get('ports'), readPorts)) {
        if (code === 'invalid-port') yield finding;
      }
    }
  },
});
