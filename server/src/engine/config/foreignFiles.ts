import type { Catalogue, Rule } from '../rule.js';
import { parseCheckovConfig } from './checkov.js';
import { parseComposeLintConfig } from './composeLint.js';
import { isDclintConfig, parseDclintConfig } from './dclint.js';
import { parseHadolintConfig } from './hadolint.js';
import { parseKicsConfig } from './kics.js';
import { foreignNames } from './names.js';
import { parseTrivyIgnore } from './trivy.js';
import type { ConfigLayer, ConfigProblem, ForeignConfigKind } from './types.js';

/** What parsing a configuration needs to know. */
export interface KnownRules {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
}

/** A kind of configuration file of another tool. */
export interface ForeignFile {
  readonly kind: ForeignConfigKind;
  /** File names; in a folder the first that is there counts. */
  readonly names: readonly string[];
  /** Whether one of these is such a configuration; absent where the name says it. */
  readonly counts?: (path: string, text: string) => boolean;
  readonly parse: (
    text: string,
    path: string,
    known: KnownRules,
  ) => { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] };
}

export const hadolintFile: ForeignFile = {
  kind: 'hadolint',
  names: foreignNames.hadolint,
  parse: parseHadolintConfig,
};

/**
 * Files of tools that people run beside a linter, the one with the last word first. They count wherever they are, below
 * a file of ours; hadolint's counts where there is none of ours.
 */
export const besideFiles: readonly ForeignFile[] = [
  { kind: 'trivy', names: foreignNames.trivy, parse: parseTrivyIgnore },
  { kind: 'trivy', names: foreignNames.trivyYaml, parse: parseTrivyIgnore },
  { kind: 'checkov', names: foreignNames.checkov, parse: parseCheckovConfig },
  { kind: 'kics', names: foreignNames.kics, parse: parseKicsConfig },
  { kind: 'dclint', names: foreignNames.dclint, counts: isDclintConfig, parse: parseDclintConfig },
  { kind: 'composeLint', names: foreignNames.composeLint, parse: parseComposeLintConfig },
];
