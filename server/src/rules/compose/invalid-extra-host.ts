import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { readExtraHosts } from '../../engine/compose/forms/pairs.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-extra-host',
  language: 'compose',
  title: 'Write extra hosts with a name and an address',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference#short-and-long-form',
  link: 'https://docs.docker.com/reference/compose-file/services/#extra_hosts',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    for (const service of doc.services.values()) {
      for (const { finding } of problemsOf(service.get('extra_hosts'), readExtraHosts)) {
        yield finding;
      }
    }
  },
});
