import { foreignIds, toolNames } from '../../engine/catalogue.js';
import type { Diagnosed } from '../../engine/report.js';
import type { Fix } from '../../engine/rule.js';
import { leads } from '../../rules/pages.js';
import type { ClientSupport } from '../client.js';
import { showRuleCommand } from '../protocol.js';
import { commandLink, escapeMarkdown, guideLink } from './card.js';

/** The Markdown about a finding: what its rule is about, what may be done, where to read more. */
export function aboutFinding(
  { rule, fixes, equivalents, link = rule.link }: Diagnosed,
  support: ClientSupport,
): string {
  const offered = fixes.map((fix) => `*${escapeMarkdown(fix.title)}*${conditionOf(fix)}`);
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

/** What a fix needs of a person; the title of an unsafe one names its risk. */
function conditionOf(fix: Fix): string {
  if (fix.safety !== 'suggestion') return '';
  const needsValue = fix.edits().some((edit) => 'snippet' in edit && edit.snippet);
  return needsValue ? ' (needs a value from you)' : ' (if that is what you mean)';
}
