import { foreignTools, toolNames } from '../../src/engine/catalogue.js';
import { foreignChecks } from '../../src/engine/foreign/checks.js';
import { isFor, type ForeignTool } from '../../src/engine/rule.js';
import type { Section } from './code.js';
import { languages, type RuleFile } from './load.js';
import { languageNames } from './tables.js';

/** What README tells of the rules: how many there are of what, by the guide's topics, and what of other tools they know. */
export function rulesSummary(rules: readonly RuleFile[], guide: ReadonlyMap<string, Section>): string {
  const parts = languages.map((language) => {
    const own = rules.filter(({ rule }) => isFor(rule, language));
    const summary = `<b>${languageNames[language]}</b>: ${counts(own)}`;
    return `<details>\n<summary>${summary}</summary>\n\n${topics(own, guide)}\n</details>\n`;
  });
  return `\n${parts.join('\n')}\n${others(rules)}\n`;
}

function counts(rules: readonly RuleFile[]): string {
  const recommended = rules.filter(({ rule }) => rule.profile === 'recommended').length;
  const fixed = rules.filter(({ rule }) => rule.fixes.length > 0).length;
  return `${rules.length} rules, ${recommended} of them on by default, ${fixed} with fixes`;
}

/** A row for each file of the guide that rules lead to, in the order of how many do. */
function topics(rules: readonly RuleFile[], guide: ReadonlyMap<string, Section>): string {
  const byTopic = new Map<string, RuleFile[]>();
  for (const file of rules) {
    const [topic = ''] = file.rule.guide.split('#');
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), file]);
  }
  const rows = [...byTopic]
    .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
    .map(([topic, files]) => {
      const title = guide.get(topic)?.title ?? topic;
      return `| [${title}](guide/${topic}.md) | ${files.length} | ${examples(files).join(' · ')} |\n`;
    });
  return `| Topic | Rules | Such as |\n|---|---:|---|\n${rows.join('')}`;
}

/** What the gravest rules of a topic ask for. */
function examples(files: readonly RuleFile[]): readonly string[] {
  const severities = ['error', 'warning', 'info', 'hint'];
  const weight = ({ rule }: RuleFile): number =>
    severities.indexOf(rule.severity) + (rule.profile === 'recommended' ? 0 : severities.length);
  return [...files]
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, 2)
    .map(({ rule, stem }) => `[${rule.title}](docs/rules/${stem}.md)`);
}

function others(rules: readonly RuleFile[]): string {
  const rows = foreignTools.map((tool) => `| ${toolNames[tool]} | ${known(rules, tool)} |\n`);
  return `| Tool | What is known of its checks |\n|---|---|\n${rows.join('')}`;
}

function known(rules: readonly RuleFile[], tool: ForeignTool): string {
  const mapped = new Set(rules.flatMap(({ rule }) => rule.equivalents[tool] ?? []));
  const { ids, retired = [] } = foreignChecks[tool] ?? {};
  if (ids === undefined) return `${mapped.size}`;
  const current = ids.filter((id) => !retired.includes(id));
  const found = current.filter((id) => mapped.has(id)).length;
  return found === current.length ? `all ${found}` : `${found} of ${current.length}; a reason for each other one`;
}
