import { foreignKey } from '../catalogue.js';
import type { KnownRules } from './foreignFiles.js';
import type { OwnRule, OwnRules } from './hadolintOwn.js';
import { changedOptions } from './hadolintOwn.js';
import { resolveConfig } from './resolve.js';
import type { ConfigLayer } from './types.js';

/** Translates what a configuration of dclint says into rules of ours, as far as that goes. Never throws. */
export function ownDclintRules(layer: ConfigLayer, { rules: all }: KnownRules): OwnRules {
  const file = { path: '/compose.yaml', base: () => '/' };
  const config = resolveConfig({ layers: [layer], rules: all, file, usesHadolint: false, date: '1970-01-01' });
  const rules: OwnRule[] = [];
  const without: string[] = [];
  for (const rule of all) {
    const setting = config.rules.get(rule.id);
    if (setting === undefined) continue;
    const checks = rule.equivalents.dclint ?? [];
    const named = checks.flatMap((id) => setting.codes?.get(foreignKey('dclint', id)) ?? []);
    const options = changedOptions(rule, setting.options);
    const [first] = named;
    if (first === undefined && Object.keys(options).length === 0) continue;
    if (named.length < checks.length || named.some(({ severity }) => severity !== first?.severity)) {
      for (const { id, severity } of named) {
        without.push(`${id} is ${severity} there; ${rule.id} stands for ${checks.join(', ')} and was left as it is.`);
      }
      continue;
    }
    const severity = first === undefined || first.severity === 'on' ? setting.severity : first.severity;
    rules.push({ id: rule.id, severity, options, from: checks });
  }
  return { rules, without };
}
