import type { Catalogue, Rule } from '../rule.js';
import { parseCheckovConfig } from './checkov.js';
import { parseComposeLintConfig } from './composeLint.js';
import { isDclintConfig, parseDclintConfig } from './dclint.js';
import { parseHadolintConfig } from './hadolint.js';
import { parseKicsConfig } from './kics.js';
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

/** Names of our own configuration file. */
export const configNames: readonly string[] = ['.docker-patterns.yaml'];

export const hadolintFile: ForeignFile = {
  kind: 'hadolint',
  names: ['.hadolint.yaml', '.hadolint.yml'],
  parse: parseHadolintConfig,
};

/**
 * Files of tools that people run beside a linter, the one with the last word first. They count wherever they are, below
 * a file of ours; hadolint's counts where there is none of ours.
 */
export const besideFiles: readonly ForeignFile[] = [
  { kind: 'trivy', names: ['.trivyignore'], parse: parseTrivyIgnore },
  { kind: 'trivy', names: ['.trivyignore.yaml', '.trivyignore.yml'], parse: parseTrivyIgnore },
  { kind: 'checkov', names: ['.checkov.yaml', '.checkov.yml'], parse: parseCheckovConfig },
  { kind: 'kics', names: ['kics.config', '.kics.config', 'kics.config.json'], parse: parseKicsConfig },
  {
    kind: 'dclint',
    // In the order of cosmiconfig 9; programs are told and not run.
    names: [
      'package.json',
      ...['.dclintrc', '.dclintrc.json', '.dclintrc.yaml', '.dclintrc.yml'],
      ...['.dclintrc.js', '.dclintrc.ts', '.dclintrc.cjs', '.dclintrc.mjs'],
      ...['.config/dclintrc', '.config/dclintrc.json', '.config/dclintrc.yaml', '.config/dclintrc.yml'],
      ...['.config/dclintrc.js', '.config/dclintrc.ts', '.config/dclintrc.cjs', '.config/dclintrc.mjs'],
      ...['dclint.config.js', 'dclint.config.ts', 'dclint.config.cjs', 'dclint.config.mjs'],
    ],
    counts: isDclintConfig,
    parse: parseDclintConfig,
  },
  { kind: 'composeLint', names: ['.compose-lint.yml'], parse: parseComposeLintConfig },
];

/** Every name of a file that configures us wherever it stands, and is for nothing else. */
export const allConfigNames: readonly string[] = [
  ...configNames,
  ...[hadolintFile, ...besideFiles].flatMap(({ names }) => names),
].filter((name) => name !== 'package.json' && !name.includes('/'));
