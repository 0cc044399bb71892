import { workspace, type TextDocument, type Uri } from 'vscode';

/** Language ids of VS Code whose documents are all ours. */
const languages: readonly string[] = ['dockerfile', 'dockercompose'];

/** Files of other languages that steer the findings; the server reports mistakes in them. */
const configFiles: readonly string[] = [
  '**/{.docker-patterns,.hadolint,.trivyignore,.checkov}.{yaml,yml}',
  '**/{.trivyignore,kics.config,.kics.config,kics.config.json}',
  '**/{.dclintrc,.dclintrc.json,.dclintrc.yaml,.dclintrc.yml,.compose-lint.yml}',
];

/** Where editable documents live; the left side of a diff, say `git:`, is not among them. */
const commonSchemes: readonly string[] = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];

/** True for a document that the server should start for. Never throws. */
export function isOurs(document: TextDocument): boolean {
  if (!isEditable(document)) return false;
  return languages.includes(document.languageId) || (document.languageId === 'ignore' && isDockerignore(document.uri));
}

/** True for a document that a person may change. Never throws. */
export function isEditable({ uri }: TextDocument): boolean {
  return schemes().includes(uri.scheme);
}

/** A filter that both VS Code and the protocol take. */
interface Filter {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/**
 * Filters for everything that the server hears of. A YAML file that VS Code does not take for a Compose file may be one:
 * the server tells by what stands in it. None of these starts it.
 */
export function documentSelector(): Filter[] {
  return [...shownSelector(), ...schemes().map((scheme) => ({ scheme, language: 'yaml' }))];
}

/** Filters for the documents that the server always has something to say of. */
export function shownSelector(): Filter[] {
  return schemes().flatMap((scheme) => [
    ...languages.map((language) => ({ scheme, language })),
    { scheme, language: 'ignore', pattern: '**/*.dockerignore' },
    ...configFiles.map((pattern) => ({ scheme, pattern })),
  ]);
}

function isDockerignore(uri: Uri): boolean {
  return uri.path.endsWith('.dockerignore');
}

function schemes(): readonly string[] {
  const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set([...commonSchemes, ...folders])];
}
