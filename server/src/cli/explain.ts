import { catalogueOf, foreignIds, foreignTools, toolNames } from '../engine/catalogue.js';
import type { FixSafety, Rule } from '../engine/rule.js';
import { guideSections } from '../guide/sections.js';
import { leads } from '../rules/pages.js';
import { helpOption, readRuleId } from './args.js';
import type { Style } from './format/style.js';
import { styleFor } from './format/style.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { readOptions } from './options.js';

const fixTexts: Readonly<Record<FixSafety, string>> = {
  safe: 'keeps the meaning (--fix)',
  unsafe: 'may change what the image does (--unsafe-fixes)',
  suggestion: 'wants a value from you (in the editor)',
};

/** `docker-patterns explain <rule>`, also by what another tool calls it (`DL3008`). Throws a UsageError. */
export function explainCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): number {
  const options = readOptions('explain', argv, helpOption);
  if (options.flags.has('help')) {
    io.stdout.write(helpFor('explain'));
    return exitCode.clean;
  }
  const [name, ...others] = options.positionals;
  if (name === undefined || others.length > 0) throw new UsageError('explain wants the id of one rule.', 'explain');
  const catalogue = catalogueOf(rules);
  const isOurs = catalogue.ids.has(name) || catalogue.aliases.has(name);
  const twins = isOurs ? [] : foreignTools.flatMap((tool) => catalogue.rulesFor(tool, name));
  const ids = new Set(twins.length > 0 ? twins : [readRuleId('explain', name, catalogue)]);
  const style = styleFor(io.stdout.terminal && !io.noColor);
  io.stdout.write(
    rules
      .filter((rule) => ids.has(rule.id))
      .map((rule) => explanation(rule, style))
      .join('\n'),
  );
  return exitCode.clean;
}

function explanation(rule: Rule, style: Style): string {
  const equivalents = foreignIds(rule.equivalents).map(([tool, id]) => `${toolNames[tool]} ${id}`);
  const guide = guideSections[rule.guide];
  const rows: readonly (readonly [string, string])[] = [
    ['Severity', `${rule.severity}${rule.profile === 'all' ? ', in the profile all only' : ''}`],
    ['Language', [rule.language, ...(rule.also ?? [])].join(', ')],
    ['Fixes', rule.fixes.length === 0 ? 'none' : rule.fixes.map((safety) => fixTexts[safety]).join('; ')],
    ...(equivalents.length === 0 ? [] : [['Elsewhere', equivalents.join(', ')] as const]),
    ...(rule.aliases === undefined ? [] : [['Was called', rule.aliases.join(', ')] as const]),
    ...Object.entries(rule.options ?? {}).map(
      ([option, { description, default: value }]) =>
        ['Option', `${option}: ${description} (default ${JSON.stringify(value)})`] as const,
    ),
    ['Guide', `${guide.title} (${rule.guide})`],
    ['Read more', rule.link],
  ];
  const lead = leads[rule.id] ?? '';
  const facts = rows.map(([name, value]) => `${style.dim(`${name}:`.padEnd(11))} ${value}`).join('\n');
  return `${style.bold(rule.id)}\n${rule.title}\n\n${lead === '' ? '' : `${lead}\n\n`}${facts}\n`;
}
