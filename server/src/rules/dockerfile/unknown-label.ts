import { nearest } from '../../engine/didYouMean.js';
import { labelsOf } from '../../engine/dockerfile/labels/labels.js';
import { labelOptions, labelSchema } from '../../engine/dockerfile/labels/schema.js';
import { removePart } from '../../engine/dockerfile/edit/remove.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unknown-label',
  language: 'dockerfile',
  title: 'Use only the labels that are agreed on',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#label',
  tags: ['labels'],
  equivalents: { hadolint: ['DL3050'] },
  fixes: ['unsafe'],
  options: labelOptions,

  *check(doc, { options }) {
    const schema = labelSchema(options);
    if (schema.size === 0) return;
    for (const { instruction, pair, index, key } of labelsOf(doc)) {
      if (key === undefined || schema.has(key)) continue;
      const near = nearest(key, schema.keys());
      const edits = removePart(doc, instruction, instruction.pairs, index);
      const fixes: readonly Fix[] =
        edits === undefined
          ? []
          : [{ title: `Remove ${shown(key)} (the image loses this label)`, safety: 'unsafe', edits: () => edits }];
      yield {
        at: pair.key.span,
        message: `The label ${shown(key)} is not among those agreed on${near === undefined ? '.' : `; did you mean ${near}?`}`,
        fixes,
      };
    }
  },
});
