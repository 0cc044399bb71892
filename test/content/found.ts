import { defaultConfig } from '../../server/src/engine/config/resolve.js';
import type { EffectiveConfig } from '../../server/src/engine/config/types.js';
import { unknownFacts } from '../../server/src/engine/facts.js';
import { Linter } from '../../server/src/engine/lint.js';
import type { Language } from '../../server/src/engine/rule.js';
import { rules } from '../../server/src/rules/index.js';
import { factsOf } from '../../server/tools/generate/facts.js';
import { loud } from '../loud.js';

const linter = new Linter(rules);

const names = { dockerfile: 'Dockerfile', compose: 'compose.yaml', dockerignore: '.dockerignore' } as const;

interface Around {
  readonly files?: readonly string[] | undefined;
  readonly further?: readonly string[];
  readonly path?: string | undefined;
}

/**
 * Ids of the recommended rules, and of the `further` ones, that speak about a text, sorted. Of the files around it nothing
 * is known, unless they are listed.
 */
export function found(
  language: Language,
  text: string,
  { files, further = [], path = names[language] }: Around = {},
): readonly string[] {
  const doc = linter.open(language, text, path);
  const config = configWith(further);
  const around = files && new Map([...files.map((name) => [name, ''] as const), [path, text] as const]);
  const facts =
    around === undefined ? unknownFacts : factsOf(around, path, (known) => linter.needs(doc, { config, facts: known }));
  const report = linter.lint(doc, { config, facts, date: '2026-11-23', ...loud });
  return [...new Set(report.findings.map(({ rule }) => rule.id))].sort();
}

function configWith(further: readonly string[]): EffectiveConfig {
  const base = defaultConfig(rules);
  const settings = new Map(base.rules);
  for (const { id, severity } of rules.filter((rule) => further.includes(rule.id))) {
    const setting = settings.get(id);
    if (setting?.severity === 'off') settings.set(id, { ...setting, severity });
  }
  return { ...base, rules: settings };
}
