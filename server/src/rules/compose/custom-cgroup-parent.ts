import { given } from '../../engine/compose/security/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'custom-cgroup-parent',
  language: 'compose',
  title: 'Leave containers in the control group that Docker gives them',
  severity: 'info',
  profile: 'all',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/compose-file/services/#cgroup_parent',
  tags: ['security', 'hardening'],
  equivalents: { kics: ['Cgroup Not Default'], cis: ['5.25'] },
  fixes: [],

  *check(doc) {
    for (const { service, entry, node } of given(doc, 'cgroup_parent')) {
      if (node.kind !== 'scalar' || node.value === null || node.value === '') continue;
      yield {
        at: entry.span,
        message: `In another control group ${shown(service.name)} escapes the limits that the host sets for containers; leave it out unless that group has limits of its own.`,
        owner: entry.span,
      };
    }
  },
});
