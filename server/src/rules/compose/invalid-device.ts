import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { readDevices } from '../../engine/compose/forms/service.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-device',
  language: 'compose',
  title: 'Write devices in a form that Compose knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference#short-and-long-form',
  link: 'https://docs.docker.com/reference/compose-file/services/#devices',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const service of doc.services.values()) {
      for (const { finding } of problemsOf(service.get('devices'), readDevices)) {
        yield finding;
      }
    }
  },
});
