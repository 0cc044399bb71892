/** Names of our own configuration file. */
export const configNames: readonly string[] = ['.docker-patterns.yaml'];

/** Names of the configuration files of other tools, by tool; in a folder the first that is there counts. */
export const foreignNames = {
  hadolint: ['.hadolint.yaml', '.hadolint.yml'],
  trivy: ['.trivyignore'],
  trivyYaml: ['.trivyignore.yaml', '.trivyignore.yml'],
  checkov: ['.checkov.yaml', '.checkov.yml'],
  kics: ['kics.config', '.kics.config', 'kics.config.json'],
  // In the order of cosmiconfig 9; programs are told and not run.
  dclint: [
    'package.json',
    ...['.dclintrc', '.dclintrc.json', '.dclintrc.yaml', '.dclintrc.yml'],
    ...['.dclintrc.js', '.dclintrc.ts', '.dclintrc.cjs', '.dclintrc.mjs'],
    ...['.config/dclintrc', '.config/dclintrc.json', '.config/dclintrc.yaml', '.config/dclintrc.yml'],
    ...['.config/dclintrc.js', '.config/dclintrc.ts', '.config/dclintrc.cjs', '.config/dclintrc.mjs'],
    ...['dclint.config.js', 'dclint.config.ts', 'dclint.config.cjs', 'dclint.config.mjs'],
  ],
  composeLint: ['.compose-lint.yml'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Every name of a file that configures us wherever it stands, and is for nothing else. */
export const allConfigNames: readonly string[] = [...configNames, ...Object.values(foreignNames).flat()].filter(
  (name) => name !== 'package.json' && !name.includes('/'),
);
