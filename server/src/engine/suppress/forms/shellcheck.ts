import { idsOf, malformedComment, type ParsedComment, type ParsedId } from './parsed.js';

const start = /^#[ \t]*shellcheck[ \t]+/;
const intent = /^#[ \t]*shellcheck[: \t]+(?:disable|ignore)(?![\w-])/i;

/**
 * `# shellcheck disable=SC2086[,SC2046]` (ShellCheck src/ShellCheck/Parser.hs, readAnnotation). Ids are as written;
 * `all` gives none, which means every one.
 */
export function shellcheckComment(text: string): ParsedComment | undefined {
  const { pairs, rest } = readDirective(text);
  const lists = pairs.filter(({ key }) => key === 'disable');
  const ids = lists.flatMap(({ value, at }): readonly ParsedId[] => {
    const quoted = /^['"]/.test(value) ? 1 : 0;
    return idsOf(value.slice(quoted, quoted === 0 ? undefined : -1), at + quoted);
  });
  if (lists.length === 0 && !intent.test(text)) return undefined;
  if (lists.length === 0 || ids.some(({ id }) => !/^(?:all|(?:SC)?\d+(?:-(?:SC)?\d+)?)$/.test(id))) {
    return malformed('write "shellcheck disable=SC2086,SC2046".');
  }
  // ShellCheck reads none of a script with such a comment.
  if (rest !== '' && !rest.startsWith('#')) return malformed('no blank stands in a list, and "#" before a reason.');
  const all = ids.some(({ id }) => id === 'all');
  return { source: 'shellcheck', reach: 'command', ids: all ? [] : ids, reason: undefined, malformed: undefined };
}

function malformed(hint: string): ParsedComment {
  return malformedComment('shellcheck', `ShellCheck does not understand this comment: ${hint}`);
}

/** The shell that `# shellcheck shell=<name>` names. */
export function shellcheckShell(text: string): string | undefined {
  return readDirective(text)
    .pairs.find(({ key }) => key === 'shell')
    ?.value.replace(/['"]/g, '');
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Offset of the value. */
  readonly at: number;
}

/** The keys of a directive with their values, and what is left behind them. */
function readDirective(text: string): { readonly pairs: readonly KeyValue[]; readonly rest: string } {
  let at = start.exec(text)?.[0].length;
  if (at === undefined) return { pairs: [], rest: '' };
  const pairs: KeyValue[] = [];
  const pair = /([A-Za-z-]+)=("[^"]*"|'[^']*'|[^\s]*)[ \t]*/y;
  for (;;) {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (match === null) return { pairs, rest: text.slice(at).trim() };
    const [, key = '', value = ''] = match;
    pairs.push({ key, value, at: at + key.length + 1 });
    at = pair.lastIndex;
  }
}
