import type { InlineDockerfile } from './compose/inline/documents.js';
import type { EffectiveConfig } from './config/types.js';
import type { Facts } from './facts.js';
import type { ScriptAnswers } from './scripts.js';
import type { Equivalents, Finding, Fix, Rule, Severity } from './rule.js';

/** A finding with the severity it has in this run. */
export interface Diagnosed extends Omit<Finding, 'fixes'> {
  /**
   * Preferred first; found out when somebody asks. Empty where finding them out failed. A copy of a finding names them,
   * as spreading it does not copy them.
   */
  readonly fixes: readonly Fix[];
  readonly rule: Rule;
  readonly severity: Severity;
  /** Equivalents of the finding, or else of its rule. */
  readonly equivalents: Equivalents;
  /** The finding as it is in the document within this one that it comes from. */
  readonly inner?: { readonly inline: InlineDockerfile; readonly finding: Diagnosed };
}

/** A rule that threw: logged, never fatal. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: string;
}

export interface Report {
  /** Sorted by place, then rule id. */
  readonly findings: readonly Diagnosed[];
  /** Findings that a comment hid. */
  readonly suppressed: readonly Diagnosed[];
}

/** How a document is being written; absent for saved files and the command line. */
export interface Draft {
  /** UTF-16 offset behind the last change. */
  readonly at: number;
  /** It held a text when it was opened, or was saved since: what is missing from the whole file is known to be. */
  readonly saved: boolean;
}

export interface LintOptions {
  readonly config: EffectiveConfig;
  readonly facts: Facts;
  /** Answers about shell texts; absent where no program was set for them. */
  readonly scripts?: ScriptAnswers;
  /** ISO date that calendar rules take as today: that of the image table where nobody gives another. */
  readonly date: string;
  readonly draft?: Draft;
  /** Hears of each rule that throws, also of one whose fixes throw when somebody asks for them after the run. */
  onFailure?(failure: RuleFailure): void;
}
