import { foreignTools, toolNames } from '../../src/engine/catalogue.js';
import { isFor, type ForeignTool, type Rule } from '../../src/engine/rule.js';
import type { Section } from './code.js';
import { foreignChecks } from '../../src/engine/foreign/checks.js';
import { foreignNames, ruleFacts } from '../../src/lsp/rulePages.js';
import { languages, type RuleFile } from './load.js';
import { factsEnd, factsStart } from './page.js';

export const rulesStart = '<!-- rules:start -->';
export const rulesEnd = '<!-- rules:end -->';

export const languageNames = { dockerfile: 'Dockerfile', compose: 'Compose', dockerignore: '.dockerignore' } as const;

/** Replaces what stands between two markers; undefined when they are not there. */
export function between(text: string, start: string, end: string, content: string): string | undefined {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? undefined : `${text.slice(0, from + start.length)}\n${content}${text.slice(to)}`;
}

/** The rules as a table; `folder` is where the pages are seen from. */
export function rulesTable(rules: readonly RuleFile[], folder: string): string {
  const rows = rules.map(
    ({ rule, stem }) =>
      `| [${rule.id}](${folder}${stem}.md) | ${rule.title} | ${severityOf(rule)} | ${rule.fixes.join(', ') || '–'} | ${foreignNames(rule) || '–'} |\n`,
  );
  return `| Rule | What it asks for | Severity | Fixes | Elsewhere |\n|---|---|---|---|---|\n${rows.join('')}`;
}

/** docs/rules/README.md: the rules, and the way back from the ids of other tools. */
export function rulesOverview(rules: readonly RuleFile[]): string {
  const parts = [
    '# Rules\n\n<!-- Written by `npm run generate`; do not edit. -->\n',
    'A rule with a severity is on in the profile `recommended`; the others are off until the profile `all` or a setting turns them on.\n',
  ];
  for (const language of languages) {
    const own = rules.filter(({ rule }) => isFor(rule, language));
    if (own.length > 0) parts.push(`## ${languageNames[language]}\n`, rulesTable(own, ''));
  }
  for (const tool of foreignTools) {
    const table = mapping(rules, tool);
    if (table !== '') parts.push(`## From ${toolNames[tool]}\n`, table);
    const differences = differencesFrom(rules, tool);
    if (differences !== '') parts.push(differences);
  }
  return parts.join('\n');
}

function mapping(rules: readonly RuleFile[], tool: ForeignTool): string {
  const byId = new Map<string, RuleFile[]>();
  for (const file of rules) {
    for (const id of file.rule.equivalents[tool] ?? []) byId.set(id, [...(byId.get(id) ?? []), file]);
  }
  const rest = rules.find(({ rule }) => rule.rest === tool);
  if (byId.size === 0 && rest === undefined) return '';
  const { ids = [], retired = [], without = {} } = foreignChecks[tool] ?? {};
  for (const id of ids) byId.set(id, byId.get(id) ?? []);
  const linked = (files: readonly RuleFile[]): string =>
    files.map(({ rule, stem }) => `[${rule.id}](${stem}.md)`).join(', ');
  const rows = [...byId]
    .filter(([id]) => !retired.includes(id))
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(
      ([id, files]) => `| ${id} | ${linked(files) || `– ${without[id] ?? ''}`} |
`,
    );
  const others =
    rest === undefined
      ? ''
      : `| every other | ${linked([rest])} |
`;
  const gone = retired
    .filter((id) => byId.has(id))
    .map((id) => `${id} (${linked(byId.get(id) ?? [])})`)
    .join(', ');
  const last =
    gone === ''
      ? ''
      : `| retired | ${gone} |
`;
  return `| ${toolNames[tool]} | Docker Patterns |
|---|---|
${rows.join('')}${others}${last}`;
}

/**
 * What is wrong with the mapping, one sentence each: a check without a rule and without a reason, a reason for a check
 * that has a rule, an id that no tool has.
 */
export function mappingProblems(rules: readonly RuleFile[]): readonly string[] {
  return foreignTools.flatMap((tool) => {
    const checks = foreignChecks[tool];
    if (checks === undefined) return [];
    const retired = new Set(checks.retired);
    const known = new Set([...checks.ids, ...retired]);
    const mapped = new Set(rules.flatMap(({ rule }) => rule.equivalents[tool] ?? []));
    const name = toolNames[tool];
    return [
      ...[...mapped].filter((id) => !known.has(id)).map((id) => `${name} has no check ${id}.`),
      ...checks.ids
        .filter((id) => !mapped.has(id) && checks.without[id] === undefined)
        .map((id) => `No rule names ${name} ${id}, and no reason is given in server/src/engine/foreign/checks.ts.`),
      ...Object.keys(checks.without)
        .filter((id) => mapped.has(id) || !known.has(id))
        .map((id) => `${name} ${id} needs no reason in server/src/engine/foreign/checks.ts.`),
    ];
  });
}

/** One line for each deliberate difference from the checks of a tool. */
function differencesFrom(rules: readonly RuleFile[], tool: ForeignTool): string {
  const lines = rules.flatMap(({ rule }) =>
    Object.entries(rule.differs ?? {})
      .filter(([id]) => rule.equivalents[tool]?.includes(id) === true)
      .map(([id, text]) => ({ id, line: `- Differs from ${id} (\`${rule.id}\`): ${text}\n` })),
  );
  return lines
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
    .map(({ line }) => line)
    .join('');
}

/** The page of a rule with its facts block up to date, put under the title where it is missing. */
export function pageWithFacts(page: string, rule: Rule, guide: ReadonlyMap<string, Section>): string {
  const facts = ruleFacts(rule, guide.get(rule.guide)?.title ?? rule.guide);
  const updated = between(page, factsStart, factsEnd, facts);
  if (updated !== undefined) return updated;
  const [title = '', ...rest] = page.split('\n');
  return [title, '', factsStart, `${facts}${factsEnd}`, ...rest].join('\n');
}

function severityOf(rule: Rule): string {
  return rule.profile === 'all' ? 'off' : rule.severity;
}
