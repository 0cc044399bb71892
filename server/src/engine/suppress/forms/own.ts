import { idsOf, malformedComment, type ParsedComment } from './parsed.js';

const intent = /^#[ \t]*docker-patterns(?=[: \t])[: \t]+(?:ignore|disable|skip)/i;
const form = /^#[ \t]*docker-patterns[ \t]+(ignore-file|ignore)(?=[ \t=]|$)/;

/** `# docker-patterns ignore=<rule>[,<rule>] -- <reason>`. */
export function ownComment(text: string): ParsedComment | undefined {
  if (!intent.test(text)) return undefined;
  const match = form.exec(text);
  if (match === null) {
    return malformed('This comment hides nothing; write "docker-patterns ignore=<rule>[,<rule>] -- <reason>".');
  }
  const reach = match[1] === 'ignore-file' ? 'file' : 'next';
  const rest = text.slice(match[0].length);
  const reasonAt = rest.search(/[ \t]--(?:[ \t]|$)/);
  const reason = reasonAt < 0 ? undefined : rest.slice(reasonAt + 3).trim();
  const head = reasonAt < 0 ? rest : rest.slice(0, reasonAt);
  if (head.trim() === '') {
    if (reach === 'next') return malformed('This comment names no rule and hides nothing; write "ignore=<rule>".');
    return { source: 'docker-patterns', reach, ids: [], reason, malformed: undefined };
  }
  const equals = head.length - head.trimStart().length;
  const ids = idsOf(head.slice(equals + 1), match[0].length + equals + 1);
  if (ids.some(({ id }) => id === '')) {
    return malformed('A rule is missing in this list, so the comment hides nothing.');
  }
  if (head[equals] === '=' && ids.some(({ id }) => id.includes('--'))) {
    return malformed('This comment hides nothing: put a blank before and behind the "--" of the reason.');
  }
  if (head[equals] !== '=' || ids.some(({ id }) => !/^[\w-]+$/.test(id))) {
    return malformed(
      'This comment hides nothing: put "=" before the rules, commas between them and "--" before a reason.',
    );
  }
  return { source: 'docker-patterns', reach, ids, reason, malformed: undefined };
}

function malformed(message: string): ParsedComment {
  return malformedComment('docker-patterns', message);
}
