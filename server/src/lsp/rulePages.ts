import type { Connection } from 'vscode-languageserver';
import { foreignIds, toolNames } from '../engine/catalogue.js';
import type { ForeignTool, Rule } from '../engine/rule.js';
import type { GuideSection } from '../guide/sections.js';
import type { LinterSource } from './linter.js';
import { ruleHeadsRequest, type RuleHead } from './protocol.js';

/** Answers what the pages of the extension leave out because the server knows it. */
export function registerRulePages(connection: Connection, linter: LinterSource): void {
  connection.onRequest(ruleHeadsRequest, async (): Promise<Readonly<Record<string, RuleHead>>> => {
    const { rules } = await linter();
    const { guideSections } = await import('../guide/sections.js');
    const { leads } = await import('../rules/pages.js');
    const titleOf = (section: GuideSection): string => guideSections[section].title;
    return Object.fromEntries(
      rules.map((rule) => [rule.id, { facts: ruleFacts(rule, titleOf(rule.guide)), lead: leads[rule.id] ?? '' }]),
    );
  });
}

/** The facts at the head of the page of a rule, as a Markdown list. `section` is the title of its part of the guide. */
export function ruleFacts(rule: Rule, section: string): string {
  const [file = '', slug] = rule.guide.split('#');
  const lines = [
    `- ${rule.title}.`,
    `- Severity: ${rule.severity}; profile: ${rule.profile === 'all' ? 'all (off by default)' : 'recommended'}`,
    `- Fixes: ${rule.fixes.join(', ') || 'none'}`,
    `- Elsewhere: ${foreignNames(rule) || 'nothing like it'}`,
    ...Object.entries(rule.options ?? {}).map(
      ([name, option]) => `- Option \`${name}\` (default \`${JSON.stringify(option.default)}\`): ${option.description}`,
    ),
    ...Object.entries(rule.differs ?? {}).map(([id, text]) => `- Differs from ${id}: ${text}`),
    ...(rule.aliases ?? []).map((alias) => `- Called \`${alias}\` before`),
    `- Guide: [${section}](../../../guide/${file}.md${slug === undefined ? '' : `#${slug}`})`,
    `- Official documentation: <${rule.link}>`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What other tools call a rule, in words. */
export function foreignNames({ equivalents, rest }: Rule): string {
  const byTool = new Map<ForeignTool, string[]>();
  for (const [tool, id] of foreignIds(equivalents)) byTool.set(tool, [...(byTool.get(tool) ?? []), id]);
  const named = [...byTool].map(([tool, ids]) => `${toolNames[tool]} ${ids.join(', ')}`);
  return [...named, ...(rest === undefined ? [] : [`every other check of ${toolNames[rest]}`])].join(' · ');
}
