import type { FailOn, Origin } from './types.js';

/** A code that a hadolint configuration names, in upper case. */
export interface NamedCode {
  readonly code: string;
  readonly origin: Origin;
}

/** Levels in the order in which hadolint applies them: a later list wins. */
export const hadolintLevels = ['style', 'info', 'warning', 'error'] as const;
export type HadolintLevel = (typeof hadolintLevels)[number];

/** What one source (a file, the environment) says in the words of hadolint; absent means it says nothing. */
export interface HadolintSettings {
  readonly origin: Origin;
  readonly ignored: readonly NamedCode[];
  readonly override: { readonly [level in HadolintLevel]: readonly NamedCode[] };
  readonly trustedRegistries?: { readonly values: readonly string[]; readonly origin: Origin };
  /** Name of a label → its type. */
  readonly labels?: { readonly values: ReadonlyMap<string, string>; readonly origin: Origin };
  readonly strictLabels?: boolean;
  readonly withoutPragmas?: boolean;
  readonly noFail?: boolean;
  readonly noColor?: boolean;
  readonly failOn?: FailOn;
}

/** Types of label values (hadolint src/Hadolint/Rule.hs); an empty one is text. */
export const labelTypes: readonly string[] = ['text', 'rfc3339', 'semver', 'url', 'hash', 'spdx', 'email', ''];

/** hadolint's thresholds; with `ignore` and `none` every finding counts. */
export const hadolintThresholds: ReadonlyMap<unknown, FailOn> = new Map([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
  ['style', 'hint'],
  ['ignore', 'hint'],
  ['none', 'hint'],
]);
