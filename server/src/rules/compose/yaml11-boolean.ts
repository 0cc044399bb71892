import { booleansOf } from '../../engine/compose/booleans.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'yaml11-boolean',
  language: 'compose',
  title: 'Write true or false where one of them is meant',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://yaml.org/spec/1.2.2/ext/changes/#changes-in-version-12-revision-120-2009-07-21',
  tags: ['obsolete'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    for (const node of booleansOf(doc)) {
      if (typeof node.value !== 'string' || !/^(?:y|n|yes|no|on|off)$/i.test(node.text.text)) continue;
      const meant = String(/^(?:y|yes|on)$/i.test(node.text.text));
      yield {
        at: node.span,
        message: `YAML 1.2 reads ${shown(node.text.text)} as a text, so Compose warns about it and takes it for ${meant}.`,
        fixes:
          node.sharedBy === undefined && node.anchor === undefined && /^(?:plain|single|double)$/.test(node.style)
            ? [{ title: `Write ${meant}`, safety: 'safe', edits: () => [{ span: node.span, text: meant }] }]
            : [],
      };
    }
  },
});
