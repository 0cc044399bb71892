import type { Catalogue, OptionValue, Rule, SeveritySetting } from '../rule.js';
import { codesOf } from './codes.js';
import { hadolintLevels, type HadolintLevel, type HadolintSettings, type NamedCode } from './hadolintSettings.js';
import type { CodeWish, ConfigLayer, Origin, RuleWish } from './types.js';

const severities: Readonly<Record<HadolintLevel, SeveritySetting>> = {
  style: 'hint',
  info: 'info',
  warning: 'warning',
  error: 'error',
};

/** Rules about labels; the second half only where `strict-labels` is set. */
const labelRules = ['missing-label', 'empty-label', 'invalid-label-value'] as const;
const strictRule = 'unknown-label';
const registryRule = 'untrusted-registry';

/**
 * The layer of hadolint settings, the weakest source first: as in hadolint, lists add up, of other values the last
 * one counts, `error` wins over the other levels and `ignored` over all. Codes without a rule are passed over.
 */
export function hadolintLayer(
  sources: readonly HadolintSettings[],
  { rules, catalogue }: { readonly rules: readonly Rule[]; readonly catalogue: Catalogue },
): ConfigLayer {
  const codes = new Map<string, { readonly severity: SeveritySetting; readonly origin: Origin }>();
  const set = (lists: readonly (readonly NamedCode[])[], severity: SeveritySetting): void => {
    for (const { code, origin } of lists.flat()) codes.set(code, { severity, origin });
  };
  for (const level of hadolintLevels)
    set(
      sources.map(({ override }) => override[level]),
      severities[level],
    );
  set(
    sources.map(({ ignored }) => ignored),
    'off',
  );
  const last = <K extends keyof HadolintSettings>(key: K): HadolintSettings[K] | undefined =>
    sources.findLast((source) => source[key] !== undefined)?.[key];
  const withoutPragmas = last('withoutPragmas');
  const noColor = last('noColor');
  const failOn = last('noFail') === true ? 'never' : last('failOn');
  return {
    origin: sources.at(-1)?.origin ?? { kind: 'hadolint' },
    rules: ruleWishes(sources, rules, last('strictLabels') === true),
    codes: codesOf([...codes].flatMap(([code, value]) => wishesFor(code, value, catalogue))),
    exclude: [],
    overrides: [],
    ...(failOn === undefined ? {} : { failOn }),
    ...(withoutPragmas === undefined ? {} : { withoutPragmas }),
    ...(noColor === undefined ? {} : { noColor }),
  };
}

function wishesFor(
  code: string,
  value: { readonly severity: SeveritySetting; readonly origin: Origin },
  catalogue: Catalogue,
): readonly CodeWish[] {
  return (['hadolint', 'shellcheck'] as const)
    .filter((tool) => catalogue.rulesFor(tool, code).length > 0)
    .map((tool) => ({ tool, id: code, ...value }));
}

/** Rules that act only once hadolint's settings name values for them. */
function ruleWishes(
  sources: readonly HadolintSettings[],
  rules: readonly Rule[],
  strict: boolean,
): ReadonlyMap<string, RuleWish> {
  const wishes = new Map<string, RuleWish>();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const wish = (id: string, option: string, value: OptionValue, origin: Origin): void => {
    const rule = byId.get(id);
    if (rule?.options?.[option] === undefined) return;
    wishes.set(id, { severity: rule.severity, options: { [option]: value }, origin });
  };
  const registries = sources.flatMap(({ trustedRegistries }) => trustedRegistries ?? []);
  const allowed = registries.flatMap(({ values }) => values);
  const registryOrigin = registries.at(-1)?.origin;
  if (allowed.length > 0 && registryOrigin !== undefined) {
    wish(registryRule, 'registries', [...new Set(allowed)], registryOrigin);
  }
  const schemas = sources.flatMap(({ labels }) => labels ?? []);
  // Of two types for one label hadolint keeps the one it read first.
  const labels = new Map([...schemas].reverse().flatMap(({ values }) => [...values]));
  const labelOrigin = schemas.at(-1)?.origin;
  if (labels.size > 0 && labelOrigin !== undefined) {
    const value = [...labels].map(([name, type]) => `${name}:${type === '' ? 'text' : type}`);
    for (const id of [...labelRules, ...(strict ? [strictRule] : [])]) wish(id, 'labels', value, labelOrigin);
  }
  return wishes;
}
