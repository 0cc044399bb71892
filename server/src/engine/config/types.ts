import type { ForeignTool, Profile, RuleOptions, SeveritySetting } from '../rule.js';
import type { Span } from '../text/span.js';

/** Tools whose configuration files count. */
export type ForeignConfigKind = 'hadolint' | 'trivy' | 'checkov' | 'kics' | 'dclint' | 'composeLint';

/** Where a value comes from, for `docker-patterns config FILE`. */
export interface Origin {
  readonly kind: 'command-line' | 'editor' | 'file' | ForeignConfigKind | 'environment' | 'profile' | 'default';
  /** Path of the file, as the host names it; the name of a variable of the environment. */
  readonly path?: string;
  /** Zero-based line in that file. */
  readonly line?: number;
}

export interface RuleSetting {
  readonly severity: SeveritySetting;
  readonly options: RuleOptions;
  readonly origin: Origin;
  /**
   * What configurations of other tools say of single checks that the rule stands for, by `foreignKey`; for a finding
   * with such a check it counts before `severity`.
   */
  readonly codes?: ReadonlyMap<string, CodeSetting>;
  /** Names of services about which nothing is said, by the `foreignKey` of a check that a finding has. */
  readonly silentServices?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The severity that findings with a check of another tool have. */
export interface CodeSetting {
  /** As the rule declares it. */
  readonly id: string;
  /** `on`: the one that they have by themselves, or that a configuration below names. */
  readonly severity: SeveritySetting | 'on';
  readonly origin: Origin;
}

/** What a configuration of another tool says of one of its checks. */
export interface CodeWish {
  readonly tool: ForeignTool;
  /** As rules declare it. */
  readonly id: string;
  /** `on`: the severity that each finding has by itself. */
  readonly severity: SeveritySetting | 'on';
  readonly origin: Origin;
  /** Patterns that match the whole path of a file, relative to the folder of the configuration; absent for all files. */
  readonly files?: readonly string[];
  /** ISO date of the first day on which the wish no longer counts. */
  readonly until?: string;
}

/** Lowest severity that makes the command line fail. */
export type FailOn = 'error' | 'warning' | 'info' | 'hint' | 'never';

/** What counts for one document. */
export interface EffectiveConfig {
  readonly profile: Profile;
  readonly profileOrigin: Origin;
  /** A setting for every rule id. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** The file is excluded: nothing is reported. */
  readonly excluded: boolean;
  /** The repository uses hadolint (a config file of it was found): ignore actions offer its form first. */
  readonly usesHadolint: boolean;
  /** Set where a configuration (hadolint's `failure-threshold`, `no-fail`) says so. */
  readonly failOn?: FailOn;
  /** The ignore comments of hadolint hide nothing (its `disable-ignore-pragma`). */
  readonly withoutPragmas?: true;
  /** No colour on the command line (hadolint's `no-color`). */
  readonly noColor?: true;
  /** A Compose file, whatever it is called. */
  readonly isCompose?: true;
  /** The Compose files that run together with this one, in order, relative to its folder. */
  readonly composeProject?: readonly string[];
  /** All lists of Compose files that run together, relative to the folder of this file. */
  readonly composeProjects?: readonly (readonly string[])[];
}

/** What a source says of one rule; absent parts mean it says nothing. */
export interface RuleWish {
  readonly severity?: SeveritySetting;
  readonly options?: RuleOptions;
  /** Zero-based line of the wish in its file. */
  readonly line?: number;
  /** Where it comes from, if not from the origin of its layer. */
  readonly origin?: Origin;
}

/** By rule id, never by an alias. */
export type RuleWishes = ReadonlyMap<string, RuleWish>;

/** What one source (a flag set, the editor, a file) says; absent means it says nothing. */
export interface ConfigLayer {
  readonly origin: Origin;
  readonly profile?: Profile;
  readonly rules: RuleWishes;
  /** From configurations of other tools, by `foreignKey`; of several for one check, the first that counts. */
  readonly codes?: ReadonlyMap<string, readonly CodeWish[]>;
  /** Services about which a check is silent, by `foreignKey`. */
  readonly silentServices?: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exclude: readonly string[];
  /** Later ones win. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleWishes }[];
  /** Path given in `extends`, relative to the file. */
  readonly extends?: string;
  readonly extendsSpan?: Span;
  readonly failOn?: FailOn;
  readonly withoutPragmas?: boolean;
  readonly noColor?: boolean;
  /** Patterns of files that are Compose files, whatever they are called. */
  readonly composeFiles?: readonly string[];
  /** Paths of Compose files that run together, each list in the order in which Compose reads them. */
  readonly composeProjects?: readonly (readonly string[])[];
}

/** A mistake in a configuration file; the rest of the file still counts. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}
