import type { Rule, RuleOptions, SeveritySetting } from '../rule.js';
import type { KnownRules } from './foreignFiles.js';
import { hadolintLayer } from './hadolintLayer.js';
import { hadolintLevels, type HadolintSettings } from './hadolintSettings.js';
import { resolveConfig } from './resolve.js';

/** A rule as a configuration of ours sets it. */
export interface OwnRule {
  readonly id: string;
  readonly severity: SeveritySetting;
  /** Only those that differ from the default. */
  readonly options: RuleOptions;
  /** The checks of the other tool that it stands for, and other settings that it comes from. */
  readonly from: readonly string[];
}

/** Settings of another tool as rules of ours, and one sentence for each that has no equivalent. */
export interface OwnRules {
  readonly rules: readonly OwnRule[];
  readonly without: readonly string[];
}

/** Translates settings of hadolint, as far as that goes. Never throws. */
export function ownRules(settings: HadolintSettings, known: KnownRules): OwnRules {
  const layer = hadolintLayer([settings], known);
  const file = { path: '/Dockerfile', base: () => '/' };
  const config = resolveConfig({ layers: [layer], rules: known.rules, file, usesHadolint: true, date: '1970-01-01' });
  const rules: OwnRule[] = [];
  const without: string[] = [];
  for (const rule of known.rules) {
    const setting = config.rules.get(rule.id);
    if (setting === undefined) continue;
    const codes = [...(rule.equivalents.hadolint ?? []), ...(rule.equivalents.shellcheck ?? [])];
    for (const { id, severity } of setting.codes?.values() ?? []) {
      const others = codes.filter((code) => code !== id).join(', ');
      without.push(`${id} is ${severity} there; ${rule.id} stands for ${others}, too, and was left as it is.`);
    }
    if (setting.origin.kind !== 'hadolint') continue;
    const options = changedOptions(rule, setting.options);
    rules.push({ id: rule.id, severity: setting.severity, options, from: codes });
  }
  return { rules, without: [...without, ...withoutRule(settings, known), ...otherSettings(settings)] };
}

/** The options of a rule that differ from its defaults. */
export function changedOptions(rule: Rule, options: RuleOptions): RuleOptions {
  return Object.fromEntries(
    Object.entries(options).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(rule.options?.[name]?.default),
    ),
  );
}

function withoutRule({ ignored, override }: HadolintSettings, { catalogue }: KnownRules): readonly string[] {
  const named = [...ignored, ...hadolintLevels.flatMap((level) => override[level])].map(({ code }) => code);
  const unknown = [...new Set(named)].filter(
    (code) => catalogue.rulesFor('hadolint', code).length === 0 && catalogue.rulesFor('shellcheck', code).length === 0,
  );
  return unknown.length === 0 ? [] : [`No rule stands for ${unknown.join(', ')}, so there is nothing to set.`];
}

function otherSettings({ failOn, noFail, withoutPragmas, noColor }: HadolintSettings): readonly string[] {
  const threshold = noFail === true ? 'never' : failOn;
  return [
    ...(threshold === undefined
      ? []
      : [`"${noFail === true ? 'no-fail' : 'failure-threshold'}" is for the command line: --fail-on ${threshold}.`]),
    ...(withoutPragmas === true
      ? ['"disable-ignore-pragma" has no equivalent: comments of hadolint will hide findings again.']
      : []),
    ...(noColor === true ? ['"no-color" is for the command line: set the variable NO_COLOR.'] : []),
  ];
}
