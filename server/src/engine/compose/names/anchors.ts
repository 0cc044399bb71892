import { Parser } from 'yaml';
import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { ComposeDocument } from '../types.js';

/** An anchor with the aliases that mean it; the spans are those of the names alone. */
export interface Anchor {
  readonly name: string;
  readonly span: Span;
  readonly aliases: readonly Span[];
}

/** Longer texts are not looked through. */
const longest = 300_000;

/** All anchors in the order of the text; of two with one name in a document, an alias means the one before it. Never throws. */
export const anchorsOf = memoised((doc: ComposeDocument): readonly Anchor[] => {
  const { text } = doc.source;
  if (!text.includes('&') || text.length > longest || doc.roots.length === 0) return [];
  const anchors: { name: string; span: Span; aliases: Span[] }[] = [];
  for (const document of new Parser().parse(text)) {
    const known = new Map<string, (typeof anchors)[number]>();
    for (const { type, offset, source } of tokensIn(document)) {
      const name = source.slice(1);
      const span = { start: offset + 1, end: offset + source.length };
      if (type === 'alias') {
        known.get(name)?.aliases.push(span);
        continue;
      }
      const anchor = { name, span, aliases: [] };
      anchors.push(anchor);
      known.set(name, anchor);
    }
  }
  return anchors;
});

interface Token {
  readonly type: 'anchor' | 'alias';
  readonly offset: number;
  readonly source: string;
}

/** The anchors and aliases below a token of the YAML parser, in the order of the text. */
function tokensIn(top: unknown): readonly Token[] {
  const found: Token[] = [];
  const waiting: unknown[] = [top];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (isToken(one)) found.push(one);
    else waiting.push(...(Object.values(one) as unknown[]));
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function isToken(value: object): value is Token {
  return 'type' in value && (value.type === 'anchor' || value.type === 'alias') && 'source' in value;
}
