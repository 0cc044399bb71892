import { keyFault, repairedKey } from '../../engine/dockerfile/labels/keys.js';
import { labelsOf } from '../../engine/dockerfile/labels/labels.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-label-key',
  language: 'dockerfile',
  title: 'Name labels as Docker recommends',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/engine/manage-resources/labels/#label-keys-and-values',
  tags: ['labels'],
  equivalents: { hadolint: ['DL3048'] },
  differs: {
    DL3048:
      'The labels com.docker.extension.* and com.docker.desktop.extension.* are allowed, for Docker asks extensions for them, and a name from a variable without a value is not judged.',
  },
  fixes: ['suggestion'],

  *check(doc) {
    for (const { instruction, pair, key } of labelsOf(doc)) {
      const fault = key === undefined || key === '' ? undefined : keyFault(key);
      if (key === undefined || fault === undefined) continue;
      const { span, variables } = pair.key;
      const meant = variables.length > 0 ? undefined : repairedKey(key);
      yield {
        at: span,
        message: `The label ${shown(key)} ${fault}; tools may overlook it or clash with it.`,
        fixes:
          meant === undefined
            ? []
            : [{ title: `Change to ${meant}`, safety: 'suggestion', edits: () => [{ span, text: meant }] }],
        ...(instruction.parent !== undefined && { equivalents: { hadolint: [] } }),
      };
    }
  },
});
