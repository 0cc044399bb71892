import type { Diagnostic, Range } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnosed } from '../engine/report.js';
import type { Rule, Severity } from '../engine/rule.js';
import { SourceText } from '../engine/text/source.js';
import type { Span } from '../engine/text/span.js';
import type { Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { diagnosticSource } from './protocol.js';
import { folderOf, resolveFrom } from './uris.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The range of a span of UTF-16 offsets. */
export function rangeOf(source: SourceText, { start, end }: Span): Range {
  return { start: source.positionAt(start), end: source.positionAt(end) };
}

/** The span of a range, clamped to the text. */
export function spanOf(source: SourceText, { start, end }: Range): Span {
  const from = source.offsetAt(start);
  return { start: from, end: Math.max(from, source.offsetAt(end)) };
}

/** A finding as the client can show it. */
export function diagnosticOf(analysis: Analysis, finding: Diagnosed, support: ClientSupport): Diagnostic {
  const { rule, severity, message, at, link = rule.link } = finding;
  const tags = tagsOf(rule).filter((tag) => support.tags.has(tag));
  const related = support.related ? relatedOf(analysis, finding) : [];
  return {
    range: rangeOf(analysis.document.source, at),
    severity: severities[severity],
    source: diagnosticSource,
    code: rule.id,
    message,
    ...(support.codeDescription ? { codeDescription: { href: link } } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(support.diagnosticData ? { data: { rule: rule.id } } : {}),
  };
}

function tagsOf({ tags }: Rule): DiagnosticTag[] {
  return [
    ...(tags.includes('unnecessary') ? [DiagnosticTag.Unnecessary] : []),
    ...(tags.includes('deprecated') ? [DiagnosticTag.Deprecated] : []),
  ];
}

function relatedOf(
  { open, document, facts }: Analysis,
  finding: Diagnosed,
): NonNullable<Diagnostic['relatedInformation']> {
  return (finding.related ?? []).map(({ path, at, message }) => {
    if (path === undefined) return { location: { uri: open.uri, range: rangeOf(document.source, at) }, message };
    const text = facts.read(path);
    const range = rangeOf(new SourceText(text ?? ''), at);
    return { location: { uri: resolveFrom(folderOf(open.uri), path), range }, message };
  });
}
