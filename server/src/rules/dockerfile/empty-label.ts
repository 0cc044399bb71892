import { labelsOf } from '../../engine/dockerfile/labels/labels.js';
import { labelOptions, labelSchema } from '../../engine/dockerfile/labels/schema.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'empty-label',
  language: 'dockerfile',
  title: 'Fill in the labels that are agreed on',
  severity: 'warning',
  profile: 'all',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#label',
  tags: ['labels'],
  equivalents: { hadolint: ['DL3051'] },
  differs: { DL3051: 'A value of blanks alone is empty too.' },
  fixes: [],
  options: labelOptions,

  *check(doc, { options }) {
    const schema = labelSchema(options);
    if (schema.size === 0) return;
    for (const { pair, key, value } of labelsOf(doc)) {
      if (key === undefined || value?.trim() !== '' || !schema.has(key)) continue;
      yield { at: pair.span, message: `The label ${shown(key)} is empty, so it tells nobody anything.` };
    }
  },
});
