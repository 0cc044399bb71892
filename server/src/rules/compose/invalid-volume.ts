import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { readVolumes } from '../../engine/compose/forms/volumes.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-volume',
  language: 'compose',
  title: 'Write mounts in a form that Compose knows',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference#short-and-long-form',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const service of doc.services.values()) {
      for (const { code, finding } of problemsOf(service.get('volumes'), readVolumes)) {
        if (code === 'invalid-volume') yield finding;
      }
    }
  },
});
