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
}

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
}

/** What one source (a flag set, the editor, a file) says; absent means it says nothing. */
export interface ConfigLayer {
  readonly origin: Origin;
  readonly profile?: Profile;
  readonly rules: ReadonlyMap<string, { readonly severity?: SeveritySetting; readonly options?: RuleOptions; readonly line?: number }>;
  readonly exclude: readonly string[];
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: ReadonlyMap<string, { readonly severity?: SeveritySetting; readonly options?: RuleOptions; readonly line?: number }>;
  }[];
  /** Path given in `extends`, relative to the file. */
  readonly extends?: string;
}

/** A mistake in a configuration file; the rest of the file still counts. */
export interface ConfigProblem {
  readonly span: Span;
  readonly message: string;
}
