import type { Hover, Position } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { foreignIds, toolNames } from '../engine/catalogue.js';
import { inlineDockerfiles } from '../engine/compose/inline/documents.js';
import { innerOffset, outerSpan } from '../engine/compose/inline/places.js';
import type { Instruction } from '../engine/dockerfile/syntax/types.js';
import type { Diagnosed } from '../engine/report.js';
import type { FixSafety, LintDocument } from '../engine/rule.js';
import { contains, type Span } from '../engine/text/span.js';
import type { GuideSection } from '../guide/sections.js';
import { guideSections } from '../guide/sections.js';
import { pages } from '../rules/pages.js';
import type { Analysis } from './analysis.js';
import type { ClientSupport } from './client.js';
import { rangeOf } from './convert.js';
import { keywords } from './keywords.js';
import { openGuideCommand, showRuleCommand } from './protocol.js';

const risks: Readonly<Record<FixSafety, string>> = {
  safe: '',
  // Its title names the risk.
  unsafe: '',
  suggestion: ' (needs a value from you)',
};

/** What a person sees at a position: the findings there, then the instruction whose keyword it is. Never throws. */
export function hoverAt(analysis: Analysis, position: Position, support: ClientSupport): Hover | null {
  const { document, report } = analysis;
  const at = document.source.offsetAt(position);
  const findings = report.findings.filter((finding) => contains(finding.at, { start: at, end: at }));
  const keyword = keywordIn(document, at);
  const parts = [...findings.map((finding) => aboutFinding(finding, support))];
  const about = keyword === undefined ? undefined : aboutKeyword(keyword.keyword, support);
  if (about !== undefined) parts.push(about);
  const span = findings[0]?.at ?? keyword?.span;
  if (parts.length === 0 || span === undefined) return null;
  const markdown = parts.join('\n\n---\n\n');
  return {
    contents: support.hoverMarkdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: withoutMarkdown(markdown) },
    range: rangeOf(document.source, span),
  };
}

function aboutFinding({ rule, fixes, equivalents, link = rule.link }: Diagnosed, support: ClientSupport): string {
  const page = pages[rule.id];
  const offered = fixes.map(({ title, safety }) => `*${escapeMarkdown(title)}*${risks[safety]}`);
  const known = foreignIds(equivalents).map(([tool, id]) => `${toolNames[tool]} ${id}`);
  return [
    `**${escapeMarkdown(page?.title ?? rule.title)}** \`${rule.id}\``,
    page?.lead,
    [
      guideLink(rule.guide, support),
      ...(support.hoverMarkdown && support.commands.has(showRuleCommand)
        ? [commandLink('About this rule', showRuleCommand, rule.id)]
        : []),
      `[Official documentation](${link})`,
    ].join(' · '),
    offered.length === 0 ? undefined : `Quick fix: ${offered.join(' or ')}`,
    known.length === 0 ? undefined : `Known elsewhere as ${known.join(', ')}.`,
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n\n');
}

function aboutKeyword(keyword: string, support: ClientSupport): string | undefined {
  const help = keywords[keyword];
  if (help === undefined) return undefined;
  const reference = `[Official reference](https://docs.docker.com/reference/dockerfile/#${help.anchor})`;
  return `**${keyword}**: ${help.what}  \n${help.note}\n\n${guideLink(help.guide, support)} · ${reference}`;
}

/** The keyword at an offset, that of a Dockerfile inside a Compose file too. */
function keywordIn(doc: LintDocument, at: number): { readonly keyword: string; readonly span: Span } | undefined {
  if (doc.language === 'dockerfile') {
    const found = keywordAt(doc.instructions, at);
    return found && { keyword: found.keyword, span: found.keywordSpan };
  }
  for (const inline of inlineDockerfiles(doc)) {
    const inner = innerOffset(inline, at);
    const found = inner < 0 ? undefined : keywordAt(inline.doc.instructions, inner);
    if (found !== undefined) return { keyword: found.keyword, span: outerSpan(inline, found.keywordSpan) };
  }
  return undefined;
}

function keywordAt(instructions: readonly Instruction[], at: number): Instruction | undefined {
  return instructions.find(({ keywordSpan }) => contains(keywordSpan, { start: at, end: at }));
}

function guideLink(section: GuideSection, { commands, hoverMarkdown }: ClientSupport): string {
  const { title, link } = guideSections[section];
  const label = `Guide: ${title}`;
  return hoverMarkdown && commands.has(openGuideCommand)
    ? commandLink(label, openGuideCommand, section)
    : `[${escapeMarkdown(label)}](${link})`;
}

function commandLink(label: string, command: string, argument: string): string {
  return `[${escapeMarkdown(label)}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

/** The same for editors that show hovers as plain text. */
function withoutMarkdown(markdown: string): string {
  return markdown
    .replace(/\[([^\]\n]*)\]\((https:[^)\n]*)\)/g, '$1: $2')
    .replace(/ {2}\n/g, '\n')
    .replace(/\n---\n/g, '\n')
    .replace(/(?<!\\)(?:\*\*|\*|`)/g, '')
    .replace(/\\([\\`*_{}[\]<>#|])/g, '$1');
}
