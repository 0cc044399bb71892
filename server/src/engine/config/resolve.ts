import type { Profile, Rule, RuleOptions } from '../rule.js';
import { matchesGlobs } from './glob.js';
import { applyCodes } from './codes.js';
import { composeProject, composeProjects, isConfiguredCompose } from './composeFiles.js';
import type { ConfigLayer, EffectiveConfig, Origin, RuleSetting, RuleWish } from './types.js';

/** What `resolveConfig` combines. */
export interface ConfigInput {
  /** Highest precedence first. */
  readonly layers: readonly ConfigLayer[];
  readonly rules: readonly Rule[];
  readonly file: {
    /** Absolute, with `/`. */
    readonly path: string;
    /** Absolute folder that the patterns of a layer are relative to. */
    readonly base: (layer: ConfigLayer) => string;
  };
  readonly usesHadolint: boolean;
  /** Today, ISO, for what is limited in time; without it, such things count for ever. */
  readonly date?: string;
}

/**
 * The value of every setting for one file, each with its origin. Severity and each option come from the highest
 * layer that names them; within a layer a later matching override wins over an earlier one and over `rules`.
 * Never throws.
 */
export function resolveConfig(input: ConfigInput): EffectiveConfig {
  const { layers, rules, file, usesHadolint } = input;
  const chosen = layers.find((layer) => layer.profile !== undefined);
  const profile = chosen?.profile ?? 'recommended';
  const profileOrigin: Origin = chosen?.origin ?? { kind: 'default' };
  const failOn = layers.find((layer) => layer.failOn !== undefined)?.failOn;
  const withoutPragmas = layers.find((layer) => layer.withoutPragmas !== undefined)?.withoutPragmas === true;
  const noColor = layers.find((layer) => layer.noColor !== undefined)?.noColor === true;
  const wishesOf = layers.map((layer) => {
    const matching = layer.overrides.filter(({ files }) => matchesGlobs(files, file.base(layer), file.path));
    return { layer, maps: [...matching.map((override) => override.rules).reverse(), layer.rules] };
  });

  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    let setting = ofProfile(rule, profile);
    // From the lowest layer up, so that a higher one has the last word.
    for (const { layer, maps } of [...wishesOf].reverse()) {
      for (const wishes of [...maps].reverse()) setting = withWish(setting, wishes.get(rule.id), layer.origin);
      setting = applyCodes(rule, setting, layer, input);
    }
    settings.set(rule.id, setting);
  }
  const project = composeProject(layers, file);
  const projects = composeProjects(layers, file);
  return {
    profile,
    profileOrigin,
    rules: settings,
    excluded: layers.some((layer) => matchesGlobs(layer.exclude, file.base(layer), file.path)),
    usesHadolint,
    ...(failOn === undefined ? {} : { failOn }),
    ...(withoutPragmas ? { withoutPragmas } : {}),
    ...(noColor ? { noColor } : {}),
    ...(isConfiguredCompose(layers, file) ? { isCompose: true as const } : {}),
    ...(project === undefined ? {} : { composeProject: project }),
    ...(projects.length === 0 ? {} : { composeProjects: projects }),
  };
}

/** The settings of a profile alone. */
export function defaultConfig(rules: readonly Rule[], profile: Profile = 'recommended'): EffectiveConfig {
  return {
    profile,
    profileOrigin: { kind: 'default' },
    rules: new Map(rules.map((rule) => [rule.id, ofProfile(rule, profile)])),
    excluded: false,
    usesHadolint: false,
  };
}

function ofProfile(rule: Rule, profile: Profile): RuleSetting {
  const on = profile === 'all' || rule.profile === 'recommended';
  return { severity: on ? rule.severity : 'off', options: defaultOptions(rule), origin: { kind: 'profile' } };
}

function defaultOptions(rule: Rule): RuleOptions {
  return Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));
}

function withWish(setting: RuleSetting, wish: RuleWish | undefined, from: Origin): RuleSetting {
  if (wish === undefined) return setting;
  const origin: Origin = wish.origin ?? { ...from, ...(wish.line === undefined ? {} : { line: wish.line }) };
  const options = wish.options === undefined ? setting.options : { ...setting.options, ...wish.options };
  return wish.severity === undefined ? { ...setting, options, origin } : { severity: wish.severity, options, origin };
}
