import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { spanIn } from '../../engine/shell/commandSites.js';
import { testsOf } from '../../engine/shell/tests.js';
import type { Word } from '../../engine/shell/unbash/nodes.js';

const operators = /^(?:=|==|!=)$/;

export default defineShellRule({
  id: 'x-prefixed-test',
  title: 'Compare values without an x in front',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2268',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2268'] },
  fixes: ['safe'],

  problems: function* ({ tree }) {
    const pairs = [
      ...testsOf(tree).flatMap(({ site, comparisons }) =>
        comparisons.map(([left, operator, right, more]) => ({ site, left, operator: operator?.value, right, more })),
      ),
      ...tree.of('TestBinary').map((site) => ({ site, ...pick(site.node), more: undefined })),
    ];
    for (const { site, left, operator, right, more } of pairs) {
      if (left === undefined || right === undefined || more !== undefined || !operators.test(operator ?? '')) continue;
      const prefix = prefixOf(left);
      if (prefix === undefined || prefix !== prefixOf(right) || (isPlain(left) && isPlain(right))) continue;
      const edits = [left, right].flatMap((word) => withoutPrefix(word) ?? []);
      yield {
        ...spanIn(site, left),
        message: `Quotes alone keep a comparison safe in every shell of today; the ${prefix} in front only makes it hard to read.`,
        fixes: site.exact && edits.length === 2 ? [{ title: `Remove the ${prefix}`, safety: 'safe', edits }] : [],
      };
    }
  },
});

function pick({ left, operator, right }: { left: Word; operator: string; right: Word }): {
  left: Word;
  operator: string;
  right: Word;
} {
  return { left, operator, right };
}

function prefixOf({ value }: Word): string | undefined {
  return /^[xX]/.test(value) ? value.charAt(0) : undefined;
}

function isPlain({ parts }: Word): boolean {
  return parts === undefined || parts.every(({ type }) => type === 'Literal' || type === 'SingleQuoted');
}

/** Drops the first character; an empty or unquoted rest gets quotes. Undefined where that is not plain. */
function withoutPrefix(word: Word): { start: number; end: number; text: string } | undefined {
  const { text, pos, end } = word;
  const body = text.startsWith('"') ? text.slice(2, -1) : text.slice(1);
  if (/^"[^"]*"$/.test(text)) return { start: pos, end, text: `"${body}"` };
  if (/^.("[^"]*")$/.test(text)) return { start: pos, end: pos + 1, text: '' };
  return /^[\w${}./:-]*$/.test(body) ? { start: pos, end, text: `"${body}"` } : undefined;
}
