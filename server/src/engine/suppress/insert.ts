import { outerEdits } from '../compose/inline/places.js';
import { entryLinesAt } from '../compose/entries.js';
import type { LintDocument } from '../rule.js';
import type { Instruction } from '../dockerfile/syntax/types.js';
import type { Diagnosed } from '../report.js';
import type { SourceText } from '../text/source.js';
import type { Edit } from '../text/span.js';
import { parseSuppressions } from './parse.js';
import { foreign, instructionAt, ownerOf } from './suppressions.js';
import type { SuppressionComment } from './types.js';

/**
 * The edits that make a comment hide a finding: an existing comment of the same form is extended, else a line is
 * added directly above the instruction (`next`), or behind the parser directives (`file`). Empty when there is
 * no instruction to put it above, when hadolint has no such check, or when the comment is there already.
 * Never throws.
 */
export function ignoreEdits(
  doc: LintDocument,
  finding: Diagnosed,
  form: 'docker-patterns' | 'hadolint',
  scope: 'next' | 'file',
): readonly Edit[] {
  if (finding.inner !== undefined) {
    const { inline, finding: own } = finding.inner;
    const edits = outerEdits(doc.source, inline, ignoreEdits(inline.doc, own, form, scope));
    if (edits !== undefined || form !== 'docker-patterns') return edits ?? [];
  }
  const wanted =
    form === 'docker-patterns'
      ? [finding.rule.id]
      : [...foreign(finding, 'hadolint'), ...foreign(finding, 'shellcheck')];
  if (wanted.length === 0) return [];
  const comments = parseSuppressions(doc).filter(({ malformed }) => malformed === undefined);
  const { start } = ownerOf(finding, form);
  const instruction = doc.language === 'dockerfile' ? instructionAt(doc.syntax.instructions, start) : undefined;
  if (scope === 'next' && instruction === undefined && doc.language === 'dockerfile') return [];
  // A text over several lines has no place for a comment; it goes above the entry of a Compose file.
  const from = doc.language === 'compose' ? (entryLinesAt(doc, start)?.start ?? start) : start;
  const line = instruction?.span.start ?? doc.source.lineSpan(doc.source.lineAt(from)).start;
  const there = comments.filter(
    (comment) =>
      comment.source === form && comment.scope === scope && (scope === 'file' || comment.covers?.start === line),
  );
  const missing = wanted.filter((id) => !there.some(({ ids }) => ids.some((entry) => entry.id === id)));
  if (missing.length === 0 || there.some(({ ids }) => ids.length === 0)) return [];
  const last = there.at(-1)?.ids.at(-1);
  if (last !== undefined) return [insertAt(last.span.end, `,${missing.join(',')}`)];

  const keyword = { next: 'ignore', file: form === 'hadolint' ? 'global ignore' : 'ignore-file' }[scope];
  const text = `# ${form} ${keyword}=${missing.join(',')}`;
  if (scope === 'file') return [atTop(doc, text)];
  const at = lineStart(doc.source, instruction === undefined ? from : above(instruction, form, comments));
  // Behind blanks, `#` starts no comment in an ignore file.
  const blanks = doc.language === 'dockerignore' ? '' : /^[ \t]*/.exec(doc.source.text.slice(at, at + 1000))?.[0];
  const indent = blanks ?? '';
  return [insertAt(at, `${indent}${text}${doc.source.eol}`)];
}

/** hadolint reads only comments directly above an instruction, so ours goes above those of hadolint. */
function above(
  { leadingComments, span }: Instruction,
  form: 'docker-patterns' | 'hadolint',
  comments: readonly SuppressionComment[],
): number {
  let at = span.start;
  if (form === 'hadolint') return at;
  for (const comment of [...leadingComments].reverse()) {
    const known = comments.find((other) => other.span.start === comment.span.start);
    if (known?.source !== 'hadolint') break;
    at = comment.span.start;
  }
  return at;
}

function atTop(doc: LintDocument, text: string): Edit {
  const { source } = doc;
  if (doc.language === 'compose') return belowFirst(source, text);
  const directives = 'syntax' in doc ? doc.syntax.directives : [];
  const last = directives.at(-1);
  const shebang = last === undefined && source.text.startsWith('#!') ? 0 : undefined;
  const line = last === undefined ? shebang : source.lineAt(last.span.start);
  if (line === undefined) return insertAt(lineStart(source, 0), text + source.eol);
  if (line + 1 >= source.lineCount) return insertAt(source.text.length, source.eol + text);
  return insertAt(source.lineStarts[line + 1] ?? source.text.length, text + source.eol);
}

/** dclint reads its comment for a file on the first line only, and editors one about the schema at the top. */
function belowFirst(source: SourceText, text: string): Edit {
  const first = source.slice(source.lineSpan(0)).replace('\uFEFF', '');
  if (!/^#[ \t]*(?:dclint\b|yaml-language-server:)|^#!/.test(first))
    return insertAt(lineStart(source, 0), text + source.eol);
  const next = source.lineStarts[1];
  return next === undefined ? insertAt(source.text.length, source.eol + text) : insertAt(next, text + source.eol);
}

/** Start of the line of an offset, behind a byte order mark. */
function lineStart(source: SourceText, offset: number): number {
  const { start } = source.lineSpan(source.lineAt(offset));
  return start === 0 && source.text.charCodeAt(0) === 0xfeff ? 1 : start;
}

function insertAt(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}
