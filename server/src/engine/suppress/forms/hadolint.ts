import { idsOf, malformedComment, type ParsedComment } from './parsed.js';

/** hadolint src/Hadolint/Pragma.hs: case counts, and each form runs to the end of the line. */
const ignoreIntent = /^#[ \t]*hadolint[: \t]*(?:(?:global|stage)[ \t]+)?ignore\b/i;
const ignoreForm = /^#[ \t]*hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=([ \tA-Z0-9,]*)(?:#(.*))?$/;
const shellIntent = /^#[ \t]*hadolint[: \t]*shell[ \t]*[:=]/i;
const shellForm = /^#[ \t]*hadolint[ \t]+shell[ \t]*=[ \t]*([^ \t]+)[ \t]*(?:#.*)?$/;

/** `# hadolint ignore=…`, `global ignore=…` and `stage ignore=…`; a `shell=` only where it does not parse. */
export function hadolintComment(text: string): ParsedComment | undefined {
  if (shellIntent.test(text) && !shellForm.test(text)) {
    return malformedComment(
      'hadolint',
      'hadolint does not understand this comment; write "hadolint shell=bash", and "#" before more words.',
    );
  }
  if (!ignoreIntent.test(text)) return undefined;
  const match = ignoreForm.exec(text);
  const ids = match === null ? [] : idsOf(match[2] ?? '', text.indexOf('=') + 1);
  const malformed = match === null || ids.some(({ id }) => !/^[DLSC0-9]+$/.test(id));
  return {
    source: 'hadolint',
    reach: match?.[1] === 'global' ? 'file' : match?.[1] === 'stage' ? 'stage' : 'next',
    ids: malformed ? [] : ids,
    reason: match?.[3]?.trim(),
    malformed: malformed
      ? 'hadolint does not understand this comment; write "hadolint ignore=DL3008,DL3015", and "#" before a reason.'
      : undefined,
  };
}

/** The word of `# hadolint shell=<word>`: the shell that hadolint takes for that of the base image. */
export function hadolintShell(text: string): string | undefined {
  return shellForm.exec(text)?.[1];
}
