import type { DockerfileDocument } from '../dockerfile/model/types.js';
import type { DockerignoreDocument } from '../dockerignore/types.js';
import type { Instruction } from '../dockerfile/syntax/types.js';
import { memoised } from '../memo.js';
import type { LintDocument } from '../rule.js';
import type { Span } from '../text/span.js';
import { composeComments } from './composeComments.js';
import { isCheck, parseCheck, readValue } from './forms/buildkit.js';
import type { ParsedComment, ParsedId } from './forms/parsed.js';
import { trivyComments } from './forms/trivy.js';
import { parseComment } from './grammar.js';
import { Placer, type Placement } from './place.js';
import { heredocComments } from './shellComments.js';
import type { SuppressionComment } from './types.js';

/**
 * Every comment of a document that hides findings or means to, in order, ours and those of other tools; the `check`
 * directive counts as one. Never throws.
 */
export const parseSuppressions = memoised((doc: LintDocument): readonly SuppressionComment[] =>
  doc.language === 'dockerfile'
    ? inDockerfile(doc)
    : doc.language === 'dockerignore'
      ? inIgnoreFile(doc)
      : onlyLastEnable(composeComments(doc).map(({ parsed, span, placement }) => combine(parsed, span, placement))),
);

function inDockerfile(doc: DockerfileDocument): readonly SuppressionComment[] {
  const { comments, source } = doc.syntax;
  const found: SuppressionComment[] = [...ofDirectives(doc)];
  const placer = new Placer(doc);
  for (const [index, { span }] of comments.entries()) {
    const text = source.slice(span);
    if (isCheck(text)) placer.noteCheck(span, index);
    for (const parsed of parseComment(text)) {
      found.push(combine(parsed, span, placer.comment(parsed, span, index)));
    }
  }
  const more = [...behindInstructions(doc), ...inHeredocs(doc, placer)];
  const all = onlyLastEnable([...found, ...more]);
  return more.length === 0 ? all : all.sort((a, b) => a.span.start - b.span.start);
}

function ofDirectives({ syntax, source }: DockerfileDocument): readonly SuppressionComment[] {
  return syntax.directives.flatMap(({ name, value, span, valueSpan }): readonly SuppressionComment[] => {
    const options = name === 'check' ? parseCheck(readValue(value), valueSpan.start) : 'other';
    if (typeof options === 'string' || (!options.all && options.skip.length === 0)) return [];
    return [
      {
        source: 'buildkit',
        scope: 'file',
        ids: options.all ? [] : options.skip.map((id) => placed(id, 0)),
        span,
        reason: undefined,
        covers: { start: 0, end: source.text.length },
        malformed: undefined,
      },
    ];
  });
}

/** `RUN … # trivy:ignore:…`: Trivy reads the whole first line of an instruction. */
function behindInstructions({ syntax, source }: DockerfileDocument): readonly SuppressionComment[] {
  if (!/(?:trivy|tfsec):/.test(source.text)) return [];
  return syntax.instructions.flatMap((instruction): readonly SuppressionComment[] => {
    const { start } = instruction.span;
    const line = source.slice({ start, end: firstLineEnd(instruction, source.text) });
    const at = line.indexOf('#');
    if (at < 0 || !/(?:trivy|tfsec):/.test(line)) return [];
    const span = { start: start + at, end: start + line.trimEnd().length };
    return trivyComments(source.slice(span))
      .filter(({ malformed }) => malformed === undefined)
      .map((parsed) => combine(parsed, span, { scope: 'next', covers: instruction.span }));
  });
}

function firstLineEnd({ span }: Instruction, text: string): number {
  const end = text.slice(span.start, span.end).search(/[\r\n]/);
  return end < 0 ? span.end : span.start + end;
}

function inHeredocs(doc: DockerfileDocument, placer: Placer): readonly SuppressionComment[] {
  return heredocComments(doc).flatMap((comment) =>
    parseComment(doc.source.slice(comment.span))
      .filter(({ source }) => source === 'shellcheck' || source === 'checkov')
      .map((parsed) => combine(parsed, comment.span, placer.inHeredoc(parsed, comment)))
      .filter(({ covers, malformed }) => covers !== undefined || malformed !== undefined),
  );
}

/** KICS keeps one list of queries that are enabled: the last. */
function onlyLastEnable(comments: SuppressionComment[]): SuppressionComment[] {
  const last = comments.findLast(({ inverted, malformed }) => inverted === true && malformed === undefined);
  return comments.map((comment) =>
    comment.inverted !== true || comment === last || comment.malformed !== undefined
      ? comment
      : { ...comment, covers: undefined, malformed: 'KICS reads only the last "enable" of a file.' },
  );
}

/** A comment covers the line of the next pattern; a `#` behind blanks is no comment. */
function inIgnoreFile({ source, comments, patterns }: DockerignoreDocument): readonly SuppressionComment[] {
  const found: SuppressionComment[] = [];
  let next = 0;
  for (const { span } of comments) {
    const text = source.slice(span).trimEnd();
    const [parsed] = parseComment(text);
    if (parsed?.source !== 'docker-patterns') continue;
    const at = { start: span.start, end: span.start + text.length };
    while ((patterns[next]?.span.start ?? Infinity) < span.start) next++;
    const below = patterns[next];
    const placement: Placement =
      parsed.reach === 'file'
        ? { scope: 'file', covers: { start: 0, end: source.text.length } }
        : below === undefined
          ? { misplaced: 'Nothing follows this comment, so it hides nothing.' }
          : { scope: 'next', covers: source.lineSpan(source.lineAt(below.span.start)) };
    found.push(combine(parsed, at, placement));
  }
  return found;
}

function combine(parsed: ParsedComment, span: Span, { scope, covers, misplaced }: Placement): SuppressionComment {
  const malformed = parsed.malformed ?? misplaced;
  return {
    source: parsed.source,
    scope: scope ?? 'next',
    ids: parsed.ids.map((id) => placed(id, span.start)),
    ...(parsed.inverted === undefined ? {} : { inverted: parsed.inverted }),
    ...(parsed.until === undefined ? {} : { until: parsed.until }),
    span,
    reason: parsed.reason,
    covers: malformed === undefined ? covers : undefined,
    malformed,
  };
}

function placed({ id, start, end }: ParsedId, by: number): { readonly id: string; readonly span: Span } {
  return { id, span: { start: start + by, end: end + by } };
}
