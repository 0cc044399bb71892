import { layoutOf } from '../../engine/compose/edits/layout.js';
import type { ComposeNode, ScalarNode } from '../../engine/compose/tree/types.js';
import { valuesAt } from '../../engine/compose/values/places.js';
import { defineRule, type Finding } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const marks = { single: "'", double: '"' };

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

  options: {
    quotes: {
      type: 'string',
      default: '',
      description:
        'The quotes that every port has: single or double. Empty: ports that need none may have either, or none.',
    },
  },

  *check(doc, { options: { quotes } }) {
    const wanted = quotes === 'single' || quotes === 'double' ? quotes : undefined;
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      for (const { node } of valuesAt(service.map, 'ports.*')) {
        if (node.kind !== 'scalar' || seen.has(node)) continue;
        seen.add(node);
        const text = doc.source.slice(node.span);
        const isOdd = node.style === 'plain' && typeof node.value === 'string' && /^[\d.]+:/.test(text);
        if (wanted !== undefined && node.style !== wanted && !isOdd) yield otherQuotes(node, text, wanted);
        if (!isOdd) continue;
        const isNumber = /^[1-9]\d*(?::[0-5]?\d)+$/.test(text);
        yield {
          at: node.span,
          message: isNumber
            ? `Older YAML readers take ${text} for a number in base 60; put it in quotes.`
            : `${shown(text)} is better in quotes: older YAML readers take some ports with a colon, such as 22:22, for a number.`,
          ...(isNumber ? {} : { severity: 'info' }),
          fixes: () => {
            const quote = wanted === undefined ? layoutOf(doc).quote : marks[wanted];
            const edits = [node.span.start, node.span.end].map((at) => ({ span: { start: at, end: at }, text: quote }));
            return node.value === text ? [{ title: 'Put it in quotes', safety: 'safe', edits: () => edits }] : [];
          },
        };
      }
    }
  },
});

/** A port with other quotes than all are to have. */
function otherQuotes(node: ScalarNode, text: string, wanted: 'single' | 'double'): Finding {
  const bare = /^(["']?)([\w.:/${}[\]-]+)\1$/.exec(text)?.[2];
  const quoted = bare === undefined ? undefined : marks[wanted] + bare + marks[wanted];
  return {
    at: node.span,
    message: `Ports have ${wanted} quotes here.`,
    severity: 'info',
    fixes: () =>
      quoted === undefined
        ? []
        : [{ title: `Use ${wanted} quotes`, safety: 'safe', edits: () => [{ span: node.span, text: quoted }] }],
  };
}
