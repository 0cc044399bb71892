import type { SuppressionSource } from './types.js';

/** An id of a comment; offsets count from the `#`. */
export interface ParsedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A comment read without its surroundings. */
export interface ParsedComment {
  readonly source: SuppressionSource;
  readonly scope: 'next' | 'stage' | 'file';
  readonly ids: readonly ParsedId[];
  readonly reason: string | undefined;
  readonly malformed: string | undefined;
}

/** Reads one comment, `#` included; undefined when it does not mean to hide findings. Never throws. */
export function parseComment(text: string): ParsedComment | undefined {
  return ownComment(text) ?? hadolintComment(text) ?? checkComment(text);
}

const ownIntent = /^#[ \t]*docker-patterns(?=[: \t])[: \t]+(?:ignore|disable|skip)/i;
const ownStart = /^#[ \t]*docker-patterns[ \t]+(ignore-file|ignore)(?=[ \t=]|$)/;

function ownComment(text: string): ParsedComment | undefined {
  if (!ownIntent.test(text)) return undefined;
  const match = ownStart.exec(text);
  if (match === null) {
    return malformedOwn('This comment hides nothing; write "docker-patterns ignore=<rule>[,<rule>] -- <reason>".');
  }
  const scope = match[1] === 'ignore-file' ? 'file' : 'next';
  const rest = text.slice(match[0].length);
  const reasonAt = rest.search(/[ \t]--(?:[ \t]|$)/);
  const reason = reasonAt < 0 ? undefined : rest.slice(reasonAt + 3).trim();
  const head = reasonAt < 0 ? rest : rest.slice(0, reasonAt);
  if (head.trim() === '') {
    if (scope === 'next') return malformedOwn('This comment names no rule and hides nothing; write "ignore=<rule>".');
    return { source: 'docker-patterns', scope, ids: [], reason, malformed: undefined };
  }
  const equals = head.length - head.trimStart().length;
  const ids = idsOf(head.slice(equals + 1), match[0].length + equals + 1);
  if (ids.some(({ id }) => id === '')) {
    return malformedOwn('A rule is missing in this list, so the comment hides nothing.');
  }
  if (head[equals] === '=' && ids.some(({ id }) => id.includes('--'))) {
    return malformedOwn('This comment hides nothing: put a blank before and behind the "--" of the reason.');
  }
  if (head[equals] !== '=' || ids.some(({ id }) => !/^[\w-]+$/.test(id))) {
    return malformedOwn(
      'This comment hides nothing: put "=" before the rules, commas between them and "--" before a reason.',
    );
  }
  return { source: 'docker-patterns', scope, ids, reason, malformed: undefined };
}

function malformedOwn(malformed: string): ParsedComment {
  return { source: 'docker-patterns', scope: 'next', ids: [], reason: undefined, malformed };
}

/** hadolint src/Hadolint/Pragma.hs: case counts, and the form runs to the end of the line. */
const hadolintIntent = /^#[ \t]*hadolint[: \t]*(?:(?:global|stage)[ \t]+)?ignore\b/i;
const hadolintForm = /^#[ \t]*hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=([ \tA-Z0-9,]*)(?:#(.*))?$/;

function hadolintComment(text: string): ParsedComment | undefined {
  if (!hadolintIntent.test(text)) return undefined;
  const match = hadolintForm.exec(text);
  const ids = match === null ? [] : idsOf(match[2] ?? '', text.indexOf('=') + 1);
  const malformed = match === null || ids.some(({ id }) => !/^[DLSC0-9]+$/.test(id));
  return {
    source: 'hadolint',
    scope: match?.[1] === 'global' ? 'file' : match?.[1] === 'stage' ? 'stage' : 'next',
    ids: malformed ? [] : ids,
    reason: match?.[3]?.trim(),
    malformed: malformed
      ? 'hadolint does not understand this comment; write "hadolint ignore=DL3008,DL3015", and "#" before a reason.'
      : undefined,
  };
}

/** BuildKit frontend/dockerfile/linter/linter.go: the value ends at the first blank. */
const checkForm = /^#\s*check\s*=\s*([^ ]*)(.*)$/i;

function checkComment(text: string): ParsedComment | undefined {
  const match = checkForm.exec(text);
  const value = match?.[1] ?? '';
  if (match === null || !/^(?:skip|experimental|error)\b/.test(value)) return undefined;
  const parsed = parseCheck(value, text.indexOf(value, text.indexOf('=') + 1));
  if (typeof parsed !== 'string' && parsed.ids.length === 0 && !parsed.all) return undefined;
  const common = { source: 'buildkit', scope: 'next', reason: match[2]?.trim() } as const;
  if (typeof parsed === 'string') return { ...common, ids: [], malformed: parsed };
  return { ...common, ids: parsed.all ? [] : parsed.ids, malformed: undefined };
}

/**
 * The `skip` part of a check option; a string says why it does not parse. Offsets count from `at`.
 * BuildKit ParseLintOptions: three parts at most, parted by `;`.
 */
export function parseCheck(
  value: string,
  at: number,
): { readonly all: boolean; readonly ids: readonly ParsedId[] } | string {
  let all = false;
  let ids: readonly ParsedId[] = [];
  let offset = at;
  for (const part of value.split(';')) {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals < 0 ? undefined : equals).trim();
    if (equals < 0 || !['skip', 'experimental', 'error'].includes(key)) {
      return 'Docker does not understand this comment; write "check=skip=<check>[,<check>]".';
    }
    if (key === 'skip') {
      const list = part.slice(equals + 1);
      if (list.trim() === 'all') all = true;
      else ids = idsOf(list, offset + equals + 1).filter(({ id }) => id !== '');
    }
    offset += part.length + 1;
  }
  return { all, ids };
}

function idsOf(list: string, at: number): readonly ParsedId[] {
  let offset = at;
  return list.split(',').map((item) => {
    const start = offset + item.length - item.trimStart().length;
    offset += item.length + 1;
    const id = item.trim();
    return { id, start, end: start + id.length };
  });
}
