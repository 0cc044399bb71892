import { problemsOf } from '../../engine/compose/forms/defaults.js';
import { readPorts } from '../../engine/compose/forms/ports.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-host-ip',
  language: 'compose',
  title: 'Publish ports on an IP address',
  severity: 'error',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  *check(doc) {
    const seen = new Set<number>();
    for (const service of doc.services.values()) {
      for (const { code, finding } of problemsOf(service.get('ports'), readPorts)) {
        if (code !== 'invalid-host-ip' || seen.has(finding.at.start)) continue;
        seen.add(finding.at.start);
        yield finding;
      }
    }
  },
});
