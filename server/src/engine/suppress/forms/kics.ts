import { idsOf, malformedComment, type ParsedComment } from './parsed.js';

const intent = /^#[ \t]*kics-scan\b/i;

/**
 * `# kics-scan <command>`. For the file, above its first instruction, with case: `ignore`, `disable=<ids>`,
 * `enable=<ids>` (KICS pkg/parser/parser.go); above an instruction, without: `ignore-line`, `ignore-block`
 * (pkg/parser/docker/comments.go).
 */
export function kicsComment(text: string): ParsedComment | undefined {
  const words = intent.test(text) ? text.slice(1).trim().split(/\s+/) : [];
  if (words.length === 0) return undefined;
  const lower = words.map((word) => word.toLowerCase());
  const line = lower.find((word) => word === 'ignore-line' || word === 'ignore-block');
  const common = { source: 'kics', reason: undefined, malformed: undefined } as const;
  if (line !== undefined) return { ...common, reach: line === 'ignore-line' ? 'next' : 'block', ids: [] };
  const [first, command = ''] = words;
  if (first === 'kics-scan' && command === 'ignore') return { ...common, reach: 'head', ids: [] };
  const list = /^(disable|enable)=(?=.)/.exec(command);
  if (first !== 'kics-scan' || list === null) {
    return malformedComment(
      'kics',
      'KICS does not understand this comment; it knows ignore, disable=<id>, enable=<id>, ignore-line and ignore-block.',
    );
  }
  const at = text.indexOf(command) + list[0].length;
  // KICS itself ends the list at a blank; one behind a comma is meant as a part of it.
  const whole = /^[^\s,]*(?:,\s*[^\s,]+)*/.exec(text.slice(at))?.[0] ?? '';
  const ids = idsOf(whole, at).filter(({ id }) => id !== '');
  return { ...common, reach: 'head', ids, ...(list[1] === 'enable' ? { inverted: true } : {}) };
}
