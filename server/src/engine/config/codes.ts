import { foreignIds, foreignKey, isIdOf } from '../catalogue.js';
import type { Equivalents, ForeignTool, Rule } from '../rule.js';
import { matchesWhole } from './glob.js';
import type { CodeSetting, CodeWish, ConfigLayer, RuleSetting } from './types.js';

/** Tools whose configuration can speak of a check, the one with the last word first. */
const codeTools: readonly ForeignTool[] = [
  'hadolint',
  'shellcheck',
  'trivy',
  'checkov',
  'kics',
  'dclint',
  'composeLint',
];

/** Wishes by the key of their check. */
export function codesOf(wishes: readonly CodeWish[]): ReadonlyMap<string, readonly CodeWish[]> {
  const codes = new Map<string, CodeWish[]>();
  for (const wish of wishes) {
    const key = foreignKey(wish.tool, wish.id);
    codes.set(key, [...(codes.get(key) ?? []), wish]);
  }
  return codes;
}

/** The file that wishes are resolved for. */
export interface CodeContext {
  readonly file: { readonly path: string; readonly base: (layer: ConfigLayer) => string };
  /** Today, ISO. */
  readonly date?: string;
}

/**
 * The setting of a rule after a configuration of another tool spoke of some of its checks: of the whole rule when
 * hadolint's names all of its codes alike, else of single checks.
 */
export function applyCodes(rule: Rule, before: RuleSetting, layer: ConfigLayer, context: CodeContext): RuleSetting {
  const setting = withSilence(rule, before, layer);
  if (layer.codes === undefined || layer.codes.size === 0) return setting;
  const counts = ({ files, until }: CodeWish): boolean =>
    (until === undefined || (context.date ?? '') < until) &&
    (files === undefined || matchesWhole(files, context.file.base(layer), context.file.path));
  const checks = rule.rest === undefined ? foreignIds(rule.equivalents) : restOf(rule.rest, layer.codes);
  const named = checks.flatMap(([tool, id]) => {
    const wish = layer.codes?.get(foreignKey(tool, id))?.find(counts);
    return wish === undefined ? [] : [{ ...wish, id, key: foreignKey(tool, id) }];
  });
  const [first] = named;
  if (first === undefined) return setting;
  const own = [...(rule.equivalents.hadolint ?? []), ...(rule.equivalents.shellcheck ?? [])];
  const whole =
    rule.rest === undefined &&
    named.length === own.length &&
    named.every(({ tool }) => tool === 'hadolint' || tool === 'shellcheck');
  if (whole && first.severity !== 'on' && named.every(({ severity }) => severity === first.severity)) {
    return { severity: first.severity, options: setting.options, origin: first.origin };
  }
  const codes = new Map(setting.codes);
  for (const { key, id, severity, origin } of named) codes.set(key, { id, severity, origin });
  return { ...setting, codes };
}

function withSilence(rule: Rule, setting: RuleSetting, { silentServices }: ConfigLayer): RuleSetting {
  if (silentServices === undefined) return setting;
  const own = foreignIds(rule.equivalents).flatMap(([tool, id]) => {
    const names = silentServices.get(foreignKey(tool, id));
    return names === undefined ? [] : [[foreignKey(tool, id), names] as const];
  });
  return own.length === 0
    ? setting
    : { ...setting, silentServices: new Map([...(setting.silentServices ?? []), ...own]) };
}

/** Whether a configuration keeps a check of a finding from speaking about a service. */
export function isSilentAbout(
  { silentServices }: RuleSetting,
  equivalents: Equivalents,
  service: () => string | undefined,
): boolean {
  if (silentServices === undefined) return false;
  const known = foreignIds(equivalents).flatMap(([tool, id]) => silentServices.get(foreignKey(tool, id)) ?? []);
  const name = known.length === 0 ? undefined : service();
  return name !== undefined && known.some((names) => names.has(name));
}

/** Every check of a tool that the configuration names: those of other rules never reach the rule for the rest. */
function restOf(
  rest: ForeignTool,
  codes: NonNullable<ConfigLayer['codes']>,
): readonly (readonly [ForeignTool, string])[] {
  return [...codes.values()].flatMap((wishes) =>
    wishes.slice(0, 1).flatMap(({ tool, id }) => (tool === rest && isIdOf(tool, id) ? [[tool, id] as const] : [])),
  );
}

/** What configurations of other tools say of a finding; undefined where they say nothing. */
export function codeSetting(
  setting: RuleSetting | undefined,
  equivalents: Equivalents,
  rule: Rule,
): CodeSetting | undefined {
  if (setting?.codes === undefined) return undefined;
  for (const tool of codeTools) {
    for (const id of equivalents[tool] ?? rule.equivalents[tool] ?? []) {
      const code = setting.codes.get(foreignKey(tool, id));
      if (code !== undefined) return code;
    }
  }
  return undefined;
}
