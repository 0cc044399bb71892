import type { Profile, RuleOptions, SeveritySetting } from '../rule.js';
import type { Span } from '../text/span.js';

/** Where a value comes from, for `docker-patterns config FILE`. */
export interface Origin {
  readonly kind: 'command-line' | 'editor' | 'file' | 'hadolint' | 'profile' | 'default';
  /** Path of the file, as the host names it. */
  readonly path?: string;
  /** Zero-based line in that file. */
  readonly line?: number;
}

export interface RuleSetting {
  readonly severity: SeveritySetting;
  readonly options: RuleOptions;
  readonly origin: Origin;
  /**
   * Severities of single hadolint codes (upper case) where a rule stands for several and a hadolint
   * configuration names only some of them; they count before `severity`.
   */
  readonly codes?: ReadonlyMap<string, SeveritySetting>;
}

/** Lowest severity that makes the command line fail. */
export type FailOn = 'error' | 'warning' | 'info' | 'never';

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
}

/** What a source says of one rule; absent parts mean it says nothing. */
export interface RuleWish {
  readonly severity?: SeveritySetting;
  readonly options?: RuleOptions;
  /** Zero-based line of the wish in its file. */
  readonly line?: number;
}

/** By rule id, never by an alias. */
export type RuleWishes = ReadonlyMap<string, RuleWish>;

/** What one source (a flag set, the editor, a file) says; absent means it says nothing. */
export interface ConfigLayer {
  readonly origin: Origin;
  readonly profile?: Profile;
  readonly rules: RuleWishes;
  /** Severities by hadolint code in upper case, from a hadolint configuration. */
  readonly codes?: ReadonlyMap<string, { readonly severity: SeveritySetting; readonly line: number }>;
  readonly exclude: readonly string[];
  /** Later ones win. */
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: RuleWishes }[];
  /** Path given in `extends`, relative to the file. */
  readonly extends?: string;
  readonly extendsSpan?: Span;
  readonly failOn?: FailOn;
}

/** A mistake in a configuration file; the rest of the file still counts. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}
