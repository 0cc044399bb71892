import { idsOf, malformedComment, type ParsedComment } from './parsed.js';

const intent = /^#+[ \t]*checkov[: \t]+skip(?![\w-])/i;

/** Checkov checkov/common/comment/enum.py: anywhere in a comment, once in a line. */
const form = /(?:checkov|bridgecrew|cortex):skip= *([A-Za-z_\d-]+(?:,[A-Za-z_\d-]+)*)(:.*)?/;

/** `# checkov:skip=<id>:<reason>`: for the whole file, wherever it stands. */
export function checkovComment(text: string): ParsedComment | undefined {
  const match = form.exec(text);
  if (match === null) {
    if (!intent.test(text)) return undefined;
    return malformedComment(
      'checkov',
      'Checkov does not understand this comment; write "checkov:skip=CKV_DOCKER_2:why".',
    );
  }
  const list = match[1] ?? '';
  const ids = idsOf(list, match.index + match[0].indexOf(list, match[0].indexOf('=')));
  return { source: 'checkov', reach: 'file', ids, reason: match[2]?.slice(1).trim(), malformed: undefined };
}
