import type { Hover, Position } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { LintDocument } from '../../engine/rule.js';
import type { Facts } from '../../engine/facts.js';
import { contains } from '../../engine/text/span.js';
import type { Analysis } from '../analysis.js';
import type { ClientSupport } from '../client.js';
import { rangeOf } from '../convert.js';
import type { Card } from './card.js';
import { renderCard, withoutMarkdown } from './card.js';
import { composeCard } from './compose.js';
import { dockerfileCard } from './dockerfile.js';
import { aboutFinding } from './finding.js';
import { ignoreCard } from './ignore.js';

/** What a person sees at a position: the findings there, then the thing that stands there. Never throws. */
export function hoverAt(analysis: Analysis, position: Position, support: ClientSupport): Hover | null {
  const { document, report, facts } = analysis;
  const at = document.source.offsetAt(position);
  const findings = report.findings.filter((finding) => contains(finding.at, { start: at, end: at }));
  const card = cardAt(document, at, facts);
  const parts = findings.map((finding) => aboutFinding(finding, support));
  if (card !== undefined) parts.push(renderCard(card, support));
  const span = findings[0]?.at ?? card?.span;
  if (parts.length === 0 || span === undefined) return null;
  const markdown = parts.join('\n\n---\n\n');
  return {
    contents: support.hoverMarkdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: withoutMarkdown(markdown) },
    range: rangeOf(document.source, span),
  };
}

/** What stands at a UTF-16 offset; undefined where there is nothing to say. */
function cardAt(document: LintDocument, at: number, facts: Facts): Card | undefined {
  switch (document.language) {
    case 'dockerfile':
      return dockerfileCard(document, at);
    case 'compose':
      return composeCard(document, at, facts);
    case 'dockerignore':
      return ignoreCard(document, at);
  }
}
