import { malformedComment, type ParsedComment, type ParsedId } from './parsed.js';

const start = /^#[ \t]*shellcheck[ \t]+/;
const intent = /^#[ \t]*shellcheck[: \t]+(?:disable|ignore)(?![\w-])/i;

/**
 * `# shellcheck disable=SC2086[,SC2046]` (ShellCheck src/ShellCheck/Parser.hs, readAnnotation). Ids are as written;
 * `all` gives none, which means every one.
 */
export function shellcheckComment(text: string): ParsedComment | undefined {
  const lists = [...keysOf(text)].filter(({ key }) => key === 'disable');
  if (lists.length === 0) {
    if (!intent.test(text)) return undefined;
    return malformedComment(
      'shellcheck',
      'ShellCheck does not understand this comment; write "shellcheck disable=SC2086,SC2046".',
    );
  }
  const ids = lists.flatMap(({ value, at }): readonly ParsedId[] =>
    [...value.matchAll(/[^,\s'"]+/g)].map(({ 0: id, index }) => ({
      id,
      start: at + index,
      end: at + index + id.length,
    })),
  );
  const all = ids.some(({ id }) => id === 'all');
  return { source: 'shellcheck', reach: 'command', ids: all ? [] : ids, reason: undefined, malformed: undefined };
}

/** The shell that `# shellcheck shell=<name>` names. */
export function shellcheckShell(text: string): string | undefined {
  return [...keysOf(text)].find(({ key }) => key === 'shell')?.value.replace(/['"]/g, '');
}

interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Offset of the value. */
  readonly at: number;
}

function* keysOf(text: string): Iterable<KeyValue> {
  let at = start.exec(text)?.[0].length;
  if (at === undefined) return;
  // A blank behind a comma is a slip: what follows belongs to the list.
  const pair = /([A-Za-z-]+)=("[^"]*"|'[^']*'|[^\s,]*(?:,(?:[ \t]+(?=(?:SC)?\d))?[^\s,]+)*)[ \t]*/y;
  for (;;) {
    pair.lastIndex = at;
    const match = pair.exec(text);
    if (match === null) return;
    const [, key = '', value = ''] = match;
    if (value !== '') yield { key, value, at: at + key.length + 1 };
    at = pair.lastIndex;
  }
}
