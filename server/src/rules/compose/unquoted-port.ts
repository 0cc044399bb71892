import { layoutOf } from '../../engine/compose/edits/layout.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unquoted-port',
  language: 'compose',
  title: 'Put ports with a colon in quotes',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#ports',
  tags: ['style'],
  equivalents: { dclint: ['require-quotes-in-ports'] },
  fixes: ['safe'],

  differs: {
    'require-quotes-in-ports':
      'Either kind of quotes will do, and a port alone or one that starts with a variable needs none: only digits with colons can be read as a number.',
  },

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'ports.*')) {
        if (node.kind !== 'scalar' || node.style !== 'plain' || typeof node.value !== 'string' || seen.has(node))
          continue;
        seen.add(node);
        const text = doc.source.slice(node.span);
        if (!/^[\d.]+:/.test(text)) continue;
        const isNumber = /^[1-9]\d*(?::[0-5]?\d)+$/.test(text);
        yield {
          at: node.span,
          message: isNumber
            ? `Older YAML readers take ${text} for a number in base 60; put it in quotes.`
            : `${shown(text)} is better in quotes: older YAML readers take some ports with a colon, such as 22:22, for a number.`,
          ...(isNumber ? {} : { severity: 'info' }),
          fixes: () => {
            const { quote } = layoutOf(doc);
            const edits = [node.span.start, node.span.end].map((at) => ({ span: { start: at, end: at }, text: quote }));
            return node.value === text ? [{ title: 'Put it in quotes', safety: 'safe', edits: () => edits }] : [];
          },
        };
      }
    }
  },
});
