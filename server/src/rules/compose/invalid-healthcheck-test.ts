import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { replaceScalar } from '../../engine/compose/edits/insert.js';
import type { ComposeNode, ListNode, ScalarNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { mapAt, milder } from '../../engine/compose/values/places.js';
import { type Fix, defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-healthcheck-test',
  language: 'compose',
  title: 'Start the list of a health check with CMD, CMD-SHELL or NONE',
  severity: 'error',
  profile: 'recommended',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/compose-file/services/#healthcheck',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const test = mapAt(service.map, 'healthcheck')?.get('test');
      const first = test?.kind === 'list' && test.tag !== 'reset' ? test.items[0] : undefined;
      const word = first?.kind === 'scalar' && typeof first.value === 'string' ? textOf(first) : undefined;
      if (test?.kind !== 'list' || first?.kind !== 'scalar' || word?.value === undefined || seen.has(test)) continue;
      if (['CMD', 'CMD-SHELL', 'NONE'].includes(word.value)) continue;
      seen.add(test);
      yield {
        at: first.span,
        message:
          'The list of a health check starts with CMD, CMD-SHELL or NONE, so that Compose knows how to run it; it refuses anything else.',
        ...milder(service),
        ...unlessSet(first),
        owner: test.span,
        fixes: () => mending(doc, test, first),
      };
    }
  },
});

function mending(doc: ComposeDocument, test: ListNode, first: ScalarNode): readonly Fix[] {
  if (first.interpolated) return [];
  const word = first.text.text;
  const upper = word.toUpperCase().replaceAll('_', '-');
  if (/^(?:CMD|CMD-SHELL|NONE)$/.test(upper)) {
    const edits = replaceScalar(doc, first, upper);
    return edits === undefined ? [] : [{ title: `Change it to ${upper}`, safety: 'suggestion', edits: () => edits }];
  }
  if (test.sharedBy !== undefined || word === '') return [];
  // One text with blanks is for a shell, several words are not.
  const head = test.items.length === 1 && /\s/.test(word) ? 'CMD-SHELL' : 'CMD';
  const { start } = first.span;
  const line = doc.source.lineSpan(doc.source.lineAt(start));
  const before = doc.source.text.slice(line.start, start);
  if (!test.flow && !/^ *- +$/.test(before)) return [];
  const quote = doc.source.text.charAt(start) === "'" ? "'" : '"';
  const text = test.flow ? `${quote}${head}${quote}, ` : `${head}${doc.source.eol}${before}`;
  return [
    { title: `Put ${head} in front`, safety: 'suggestion', edits: () => [{ span: { start, end: start }, text }] },
  ];
}
