import { foreignIds, toolNames } from '../../engine/catalogue.js';
import type { Diagnosed } from '../../engine/report.js';
import type { FixSafety } from '../../engine/rule.js';
import { leads } from '../../rules/pages.js';
import type { ClientSupport } from '../client.js';
import { showRuleCommand } from '../protocol.js';
import { commandLink, escapeMarkdown, guideLink } from './card.js';

const risks: Readonly<Record<FixSafety, string>> = {
  safe: '',
  // Its title names the risk.
  unsafe: '',
  suggestion: ' (needs a value from you)',
};

/** The Markdown about a finding: what its rule is about, what may be done, where to read more. */
export function aboutFinding(
  { rule, fixes, equivalents, link = rule.link }: Diagnosed,
  support: ClientSupport,
): string {
  const offered = fixes.map(({ title, safety }) => `*${escapeMarkdown(title)}*${risks[safety]}`);
  const known = foreignIds(equivalents).map(([tool, id]) => `${toolNames[tool]} ${id}`);
  return [
    `**${escapeMarkdown(rule.title)}** \`${rule.id}\``,
    leads[rule.id],
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
