import { labelsOf } from '../../engine/dockerfile/labels/labels.js';
import { labelOptions, labelSchema, type LabelType } from '../../engine/dockerfile/labels/schema.js';
import { nearestLicense } from '../../engine/dockerfile/labels/spdx.js';
import { isOfType, typeNames } from '../../engine/dockerfile/labels/values.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const codes: Readonly<Record<LabelType, readonly string[]>> = {
  text: [],
  url: ['DL3052'],
  rfc3339: ['DL3053'],
  spdx: ['DL3054'],
  hash: ['DL3055'],
  semver: ['DL3056'],
  email: ['DL3058'],
};
const fromVariable = 'A value from a variable is known only at build time and is not judged.';

export default defineRule({
  id: 'invalid-label-value',
  language: 'dockerfile',
  title: 'Give labels values of the agreed form',
  severity: 'warning',
  profile: 'all',
  guide: 'dockerfile-reference#instructions',
  link: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  tags: ['labels'],
  equivalents: { hadolint: Object.values(codes).flat().sort() },
  differs: {
    DL3052: `${fromVariable} A scheme with nothing behind it is no URL.`,
    DL3053: fromVariable,
    DL3054:
      'Licence expressions such as “MIT OR Apache-2.0” count, and so do identifiers in any case; a variable is not judged.',
    DL3055: 'Hashes of 7 to 40 characters count, and those of 64 (SHA-256); a variable is not judged.',
    DL3056: `${fromVariable} Numbers with leading zeros and empty parts are refused, as semver.org has it.`,
    DL3058: fromVariable,
  },
  fixes: ['suggestion'],
  options: labelOptions,

  *check(doc, { options }) {
    const schema = labelSchema(options);
    if (schema.size === 0) return;
    for (const { pair, key, value } of labelsOf(doc)) {
      const type = key === undefined ? undefined : schema.get(key);
      // An empty one is the business of another rule.
      if (type === undefined || value === undefined || value.trim() === '' || isOfType(value, type)) continue;
      const span = pair.value?.span ?? pair.span;
      const meant = type === 'spdx' ? nearestLicense(value) : undefined;
      const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
      yield {
        at: span,
        message: `“${shown(value)}” is not ${typeNames[type]}, which the label ${shown(key ?? '')} must be${hint}`,
        equivalents: { hadolint: codes[type] },
        fixes:
          meant === undefined
            ? []
            : [{ title: `Change to ${meant}`, safety: 'suggestion', edits: () => [{ span, text: `"${meant}"` }] }],
      };
    }
  },
});
