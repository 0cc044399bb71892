import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Language {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly dependencies?: object;
  readonly capabilities: Readonly<Record<string, { readonly supported: unknown }>>;
  readonly contributes: {
    readonly languages: readonly Language[];
    readonly snippets: readonly { readonly language?: string; readonly path: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const { languages, snippets, commands } = manifest.contributes;

describe('package.json', () => {
  it('wakes the extension for its three languages, its pages and the links of the guide only', () => {
    expect(manifest.activationEvents).toEqual([
      ...['dockerfile', 'dockercompose', 'ignore'].map((id) => `onLanguage:${id}`),
      'onFileSystem:docker-patterns',
      'onUri',
    ]);
  });

  it('takes the name of a program from nobody but the person', () => {
    expect(manifest.contributes.configuration.properties['dockerPatterns.shellcheck.path']).toMatchObject({
      scope: 'machine',
      default: '',
    });
    const others = Object.keys(manifest.contributes.configuration.properties).filter((name) => name.endsWith('.path'));
    expect(others).toEqual(['dockerPatterns.shellcheck.path']);
  });

  it('has no dependencies at run time', () => {
    expect(manifest.dependencies).toBeUndefined();
  });

  it('works in untrusted and in virtual workspaces', () => {
    expect(manifest.capabilities['untrustedWorkspaces']).toMatchObject({
      // All but the one setting that names a program.
      supported: 'limited',
      restrictedConfigurations: ['dockerPatterns.shellcheck.path'],
    });
    expect(manifest.capabilities['virtualWorkspaces']?.supported).toBe(true);
  });

  it.each(['Dockerfile.md', 'Dockerfile.j2', 'Dockerfile.tmpl', 'Containerfile.erb', 'values.yaml', '.gitignore'])(
    'takes %s from no other language',
    (name) => {
      expect(languages.filter((language) => claims(language, name))).toEqual([]);
    },
  );

  it.each([
    ['Dockerfile', 'dockerfile'],
    ['api.Dockerfile', 'dockerfile'],
    ['Containerfile', 'dockerfile'],
    ['web.compose.yaml', 'dockercompose'],
    ['compose-prod.yml', 'dockercompose'],
    ['.dockerignore', 'ignore'],
    ['Dockerfile.dockerignore', 'ignore'],
    ['api.Dockerfile.dockerignore', 'ignore'],
  ])('takes %s for %s', (name, id) => {
    expect(languages.filter((language) => claims(language, name)).map((language) => language.id)).toContain(id);
  });

  it('names snippet files that exist and parse', () => {
    for (const { path } of snippets) {
      expect(existsSync(path), path).toBe(true);
      expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).length).toBeGreaterThan(0);
    }
  });

  it('offers every snippet file, each in its languages', () => {
    const files = readdirSync('snippets').map((name) => `./snippets/${name}`);
    expect([...new Set(snippets.map(({ path }) => path))].sort()).toEqual(files.sort());
    expect(snippets.map(({ language }) => language ?? '').sort()).toEqual([
      '',
      'dockercompose',
      'dockerfile',
      'ignore',
      'javascript',
      'shellscript',
      'typescript',
    ]);
  });

  it('names no language that only another extension may bring', () => {
    const [path = ''] = snippets.filter(({ language }) => language === undefined).map((file) => file.path);
    expect(path).toMatch(/\.code-snippets$/);
    const scopes = Object.values(JSON.parse(readFileSync(path, 'utf8')) as Record<string, { readonly scope: string }>);
    expect(new Set(scopes.map(({ scope }) => scope))).toEqual(new Set(['yaml,github-actions-workflow']));
  });

  it('offers its commands, and no other', () => {
    expect(commands.map(({ command }) => command).sort()).toEqual([
      'dockerPatterns.addDockerFiles',
      'dockerPatterns.chooseProfile',
      'dockerPatterns.fixAll',
      'dockerPatterns.openExample',
      'dockerPatterns.openGuide',
      'dockerPatterns.restartServer',
      'dockerPatterns.showRule',
    ]);
  });
});

/** VS Code compares names without regard to case; `*` is the only wildcard in use. */
function claims(language: Language, name: string): boolean {
  const lower = name.toLowerCase();
  const patterns = (language.filenamePatterns ?? []).map((pattern) => pattern.toLowerCase().split('*'));
  return (
    (language.filenames ?? []).some((known) => known.toLowerCase() === lower) ||
    (language.extensions ?? []).some((extension) => lower.endsWith(extension.toLowerCase())) ||
    patterns.some(([start = '', end = '']) => lower.startsWith(start) && lower.endsWith(end))
  );
}
