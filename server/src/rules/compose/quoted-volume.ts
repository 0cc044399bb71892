import { layoutOf } from '../../engine/compose/edits/layout.js';
import { isPlainText } from '../../engine/compose/edits/write.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'quoted-volume',
  language: 'compose',
  title: 'Write volumes without quotes they do not need',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['style', 'volumes'],
  equivalents: { dclint: ['no-quotes-in-volumes'] },
  differs: {
    'no-quotes-in-volumes': 'Quotes that YAML needs, as around a text that starts with a bracket, are right.',
  },
  fixes: ['safe'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const list = service.get('volumes');
      if (list?.kind !== 'list' || list.tag === 'reset' || seen.has(list)) continue;
      seen.add(list);
      for (const item of itemsOf(list)) {
        if (item.kind !== 'scalar' || seen.has(item) || (item.style !== 'single' && item.style !== 'double')) continue;
        seen.add(item);
        const { text } = item.text;
        const written = doc.source.slice(item.span);
        if (written.slice(1, -1) !== text || !isPlainText(text, layoutOf(doc).inBrackets.has(item))) continue;
        yield {
          at: item.span,
          message: 'YAML reads this volume the same way without the quotes.',
          owner: item.span,
          fixes: [{ title: 'Remove the quotes', safety: 'safe', edits: () => [{ span: item.span, text }] }],
        };
      }
    }
  },
});
