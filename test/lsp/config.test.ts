import { describe, expect, it } from 'vitest';
import { allConfigNames } from '../../server/src/engine/config/names.js';
import { layerOfSettings } from '../../server/src/engine/config/settings.js';
import { Linter } from '../../server/src/engine/lint.js';
import { ConfigStore, isConfigName } from '../../server/src/lsp/config.js';
import type { FoundConfig } from '../../server/src/lsp/discover.js';
import type { SettingsStore } from '../../server/src/lsp/settings.js';
import { folderOf, normalise, pathOf, rootOf, withPath } from '../../server/src/lsp/uris.js';
import { soundRules } from '../cli/testRules.js';

const linter = new Linter(
  soundRules.map((rule) => (rule.id === 'loud-word' ? { ...rule, equivalents: { trivy: ['DS-0002'] } } : rule)),
);

/** A store over files by URI, in one spelling, and the files that it read. */
function store(
  root: string,
  files: Readonly<Record<string, string>>,
  config?: string,
): { readonly store: ConfigStore; readonly found: FoundConfig[]; readonly logged: string[] } {
  const texts = new Map(Object.entries(files).map(([uri, text]) => [normalise(uri), text]));
  const found: FoundConfig[] = [];
  const logged: string[] = [];
  const { layer } = layerOfSettings({}, { kind: 'editor' }, linter.rules);
  const settings = {
    for: () => Promise.resolve({ enabled: true, layer, ...(config === undefined ? {} : { config }) }),
  };
  return {
    found,
    logged,
    store: new ConfigStore({
      linter: () => Promise.resolve(linter),
      log: (line) => logged.push(line),
      settings: settings as unknown as SettingsStore,
      roots: () => [normalise(root)],
      read: (uri) => Promise.resolve(texts.get(normalise(uri))),
      found: (_, one) => found.push(one),
    }),
  };
}

async function severity(parts: ReturnType<typeof store>, uri: string, rule = 'loud-word'): Promise<string | undefined> {
  return (await parts.store.for(uri)).rules.get(rule)?.severity;
}

describe('documents on a drive of Windows', () => {
  const root = 'file:///c%3A/repo';
  const document = 'file:///C:/repo/app/Dockerfile';

  it('belong to their folder, however the drive is spelt', () => {
    expect(rootOf([normalise(root)], document)).toBe(normalise(root));
    expect(pathOf(document)).toBe('/c:/repo/app/Dockerfile');
    expect(normalise(withPath(document, '/c:/repo/x y'))).toBe('file:///c%3A/repo/x%20y');
    expect(folderOf('file:///C%3A/Dockerfile')).toBe('file:///c%3A');
    expect(rootOf(['file:///d%3A/repo'], document)).toBeUndefined();
  });

  it('find configuration upward, with patterns from its folder', async () => {
    const files = { 'file:///c:/repo/.docker-patterns.yaml': 'exclude: [vendor]\nrules: {loud-word: hint}\n' };
    expect(await severity(store(root, files), document)).toBe('hint');
    const excluded = await store(root, files).store.for('file:///c%3A/repo/vendor/Dockerfile');
    expect(excluded.excluded).toBe(true);
  });

  it.each(['C:\\base\\lint.yaml', 'C:/base/lint.yaml'])('take the file that a setting names: %s', async (config) => {
    const files = {
      'file:///c%3A/base/lint.yaml':
        'extends: more\\base.yaml\noverrides: [{files: [app/Dockerfile], rules: {loud-word: info}}]\n',
      'file:///c%3A/base/more/base.yaml': 'rules: {risky-word: off}\n',
    };
    const parts = store(root, files, config);
    expect(await severity(parts, document)).toBe('info');
    expect(await severity(parts, document, 'risky-word')).toBe('off');
    expect(parts.logged).toEqual([]);
  });

  it('extend a file by its drive', async () => {
    const files = {
      'file:///c%3A/repo/.docker-patterns.yaml': 'extends: "C:\\\\repo\\\\base.yaml"\n',
      'file:///c%3A/repo/base.yaml': 'extends: c:/repo/base.yaml\nrules: {loud-word: error}\n',
    };
    const parts = store(root, files);
    expect(await severity(parts, document)).toBe('error');
    expect(parts.found[0]?.files[1]?.problems.map(({ message }) => message)).toEqual([
      'This file extends itself, directly or through others; the circle ends here.',
    ]);
  });

  it('on a share', async () => {
    const files = { 'file://host/share/.docker-patterns.yaml': 'rules: {loud-word: hint}\n' };
    expect(await severity(store('file://host/share', files), 'file://host/share/a/Dockerfile')).toBe('hint');
  });
});

describe('configuration of other tools', () => {
  const root = 'file:///w';

  it('counts beside a file of ours, and below it', async () => {
    const files = {
      'file:///w/.trivyignore': 'DS-0002\n',
      'file:///w/a/.docker-patterns.yaml': 'rules: {faint-word: off}\n',
    };
    const parts = store(root, files);
    const { rules } = await parts.store.for('file:///w/a/Dockerfile');
    expect([...(rules.get('loud-word')?.codes?.values() ?? [])].map(({ severity: level }) => level)).toEqual(['off']);
    expect(parts.found[0]?.files.map(({ path }) => path)).toEqual(['/w/a/.docker-patterns.yaml', '/w/.trivyignore']);
  });

  it('names a file of hadolint in a setting', async () => {
    const files = { 'file:///w/ci/.hadolint.yaml': 'override: {error: [DL9001]}\nformat: json\n' };
    const parts = store(root, files, 'ci/.hadolint.yaml');
    await parts.store.for('file:///w/Dockerfile');
    expect(parts.found[0]?.files.map(({ problems }) => problems)).toEqual([[]]);
  });

  it('is looked at again when it changes', () => {
    const parts = store(root, {});
    for (const name of allConfigNames) {
      expect(isConfigName(name)).toBe(true);
      const { generation } = parts.store;
      expect(parts.store.fileChanged(`file:///w/${name}`)).toBe(true);
      expect(parts.store.generation).toBeGreaterThan(generation);
    }
    expect(parts.store.fileChanged('file:///w/README.md')).toBe(false);
  });
});
