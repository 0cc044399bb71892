import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codesOf, eventually } from './client.js';
import { uriOf, workspace, write } from './files.js';
import { using, withEvery } from './variants.js';

const clean = 'FROM alpine:3.22\nUSER 1000\nCMD ["sleep", "1"]\n';
const latest = 'FROM alpine\nUSER 1000\nCMD ["sleep", "1"]\n';

withEvery('findings', ({ full, start }) => {
  it('come on one channel, with source, code, range and what the client can show', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, latest);
      const [finding] = await client.codes(uri, 'unpinned-base-image');
      expect(finding).toMatchObject({
        source: 'Docker Patterns',
        severity: 2,
        range: { start: { line: 0, character: 5 }, end: { line: 0, character: 11 } },
      });
      expect(finding?.codeDescription?.href.startsWith('https://')).toBe(full ? true : undefined);
      expect(finding?.data).toEqual(full ? { rule: 'unpinned-base-image' } : undefined);
      expect(client.pulls).toBe(full);
      if (full) expect(client.published).toEqual([]);
      else expect(await client.pull(uri)).toEqual({ kind: 'full', items: [] });
    }));

  it('have a severity of their own where some of a rule are worse than others', () =>
    using(start(), async (client) => {
      const uri = 'untitled:Untitled-1';
      await client.open(uri, 'FROM alpine:3.22\nUSER 1000\nENV A=1 \\\nCMD ["b"]\nWORKDIR /a \\\nCMD ["b"]\n');
      const found = await client.codes(uri, 'swallowed-instruction', 'swallowed-instruction');
      expect(found.map(({ severity }) => severity)).toEqual([1, 2]);
    }));

  it('follow incremental changes counted in UTF-16', () =>
    using(start(), async (client) => {
      const uri = 'untitled:Untitled-1';
      await client.open(uri, '# 🐳🐳\nFROM alpine:3.22\nUSER 1000\nCMD ["sleep", "🐳"]\n');
      await client.codes(uri);
      const place = { line: 0, character: 4 };
      await client.edit(uri, { start: place, end: { line: 1, character: 11 } }, '🐳\nFROM alpine');
      await client.edit(uri, { start: { line: 1, character: 11 }, end: { line: 1, character: 16 } }, '');
      await client.save(uri);
      const [finding] = await client.codes(uri, 'unpinned-base-image');
      expect(client.text(uri)).toBe('# 🐳🐳\nFROM alpine\nUSER 1000\nCMD ["sleep", "🐳"]\n');
      expect(finding?.range.start).toEqual({ line: 1, character: 5 });
    }));

  it('are taken back when the document closes or stops being ours', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      await client.replace(uri, '{{ range .Images }}\nFROM {{ . }}\n{{ end }}\n');
      await client.codes(uri);
      await client.replace(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      await client.close(uri);
      await client.codes(uri);
    }));

  it('are about Dockerfiles only, by name first', () =>
    using(start(), async (client) => {
      const open = async (name: string, languageId: string, text = latest): Promise<string> => {
        const uri = uriOf(join('/w', name));
        await client.open(uri, text, languageId);
        return uri;
      };
      await client.codes(await open('web.dockerfile', 'plaintext'), 'unpinned-base-image');
      await client.codes(await open('Containerfile', 'yaml'), 'unpinned-base-image');
      await client.codes(await open('build', 'Dockerfile'), 'unpinned-base-image');
      for (const name of ['Dockerfile.md', 'Dockerfile.j2', 'Dockerfile.bak', 'Dockerfile.dockerignore']) {
        const uri = await open(name, 'dockerfile');
        const last = await open(`after-${name}.dockerfile`, 'dockerfile');
        await client.codes(last, 'unpinned-base-image');
        expect(codesOf(await client.shown(uri)), name).toEqual([]);
      }
    }));

  it('survive broken texts', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, '');
      const texts = [
        '\0',
        'FROM \0\n\0RUN\0',
        '<<EOF',
        'RUN <<A <<B\n\uD800',
        '\uFEFF#escape=`\r\nFROM `',
        'FROM a\nRUN "$(${',
      ];
      for (const text of texts) {
        await client.replace(uri, text);
        await client.save(uri);
        await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 1 } });
        await client.actions(uri, { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } });
        await client.request('textDocument/documentSymbol', { textDocument: { uri } });
        await client.request('textDocument/foldingRange', { textDocument: { uri } });
        await client.request('textDocument/documentHighlight', {
          textDocument: { uri },
          position: { line: 0, character: 1 },
        });
      }
      await client.replace(uri, latest);
      await client.save(uri);
      await client.codes(uri, 'unpinned-base-image');
      expect(client.logged.filter((line) => !line.includes('dockerfile-language-service'))).toEqual([]);
    }));

  it('answer requests about documents that are not open with nothing', () =>
    using(start(), async (client) => {
      const textDocument = { uri: uriOf('/w/none') };
      const position = { line: 0, character: 0 };
      const range = { start: position, end: position };
      expect(await client.actions(textDocument.uri, range)).toEqual([]);
      expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
      expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
      expect(await client.request('textDocument/rename', { textDocument, position, newName: 'x' })).toBeNull();
      expect(client.logged).toEqual([]);
    }));

  it('obey the nearest configuration file, show what is wrong in it, and follow its changes', () => {
    const folder = workspace({ '.docker-patterns.yaml': 'rules:\n  unpinned-base-image: error\n  nonsense: off\n' });
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'sub/Dockerfile', latest);
      const config = uriOf(join(folder, '.docker-patterns.yaml'));
      await client.open(uri, latest);
      const [finding] = await client.codes(uri, 'unpinned-base-image');
      expect(finding?.severity).toBe(1);
      const problems = () => client.published.findLast((params) => params.uri === config)?.diagnostics ?? [];
      await eventually(
        () => problems().length === 1,
        () => 'no problem was published',
      );
      expect(problems()[0]?.range.start.line).toBe(2);
      write(folder, '.docker-patterns.yaml', 'rules:\n  unpinned-base-image: off\n');
      if (full) await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
      else await client.save(uri);
      await client.codes(uri);
      await eventually(
        () => problems().length === 0,
        () => 'the problem was not taken back',
      );
      if (full)
        await eventually(
          () => client.refreshes > 0,
          () => 'no refresh',
        );
    });
  });

  it('obey the configuration of hadolint where there is none of ours, and nothing outside the workspace', () => {
    const above = workspace({ '.docker-patterns.yaml': 'rules:\n  unpinned-base-image: off\n', 'w/.hadolint.yml': '' });
    const folder = join(above, 'w');
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'Dockerfile', latest);
      await client.open(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      write(folder, '.hadolint.yml', 'ignored: [DL3006]\n');
      const config = uriOf(join(folder, '.hadolint.yml'));
      if (full) await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
      else await client.save(uri);
      await client.codes(uri);
    });
  });

  it('obey what Trivy is told to ignore, as soon as it is told', () => {
    const folder = workspace({ '.docker-patterns.yaml': 'rules:\n  missing-user: off\n' });
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'Dockerfile', latest);
      await client.open(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      if (full)
        await eventually(
          () => client.watched.includes('"**/.trivyignore"'),
          () => 'it is not watched',
        );
      const ignore = write(folder, '.trivyignore', 'AVD-DS-0001\n');
      if (full) await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: ignore, type: 1 }] });
      else await client.save(uri);
      await client.codes(uri);
    });
  });

  it('say of a configuration that extends one outside the workspace that it is not read', () => {
    const above = workspace({
      'base.yaml': 'rules:\n  unpinned-base-image: off\n',
      'w/.docker-patterns.yaml': 'extends: ../base.yaml\n',
    });
    const folder = join(above, 'w');
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'Dockerfile', latest);
      await client.open(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      const config = uriOf(join(folder, '.docker-patterns.yaml'));
      await eventually(
        () => client.published.some((params) => params.uri === config),
        () => 'no problem was published',
      );
      const [problem] = client.published.find((params) => params.uri === config)?.diagnostics ?? [];
      expect(problem?.message).toBe(
        '"extends" names ../base.yaml, which lies outside the workspace folder, so it is not read.',
      );
    });
  });

  it('obey settings of the resource, which win over files when set', () => {
    const folder = workspace({ '.docker-patterns.yaml': 'rules:\n  unpinned-base-image: info\n' });
    let rules: Record<string, unknown> = {};
    const settings = (scope?: string): unknown => (scope?.endsWith('Dockerfile') ? { rules, profile: null } : null);
    return using(start({ folder, settings }), async (client) => {
      const uri = write(folder, 'Dockerfile', latest);
      await client.open(uri, latest);
      expect((await client.codes(uri, 'unpinned-base-image'))[0]?.severity).toBe(3);
      rules = { 'unpinned-base-image': 'off', nonsense: 'off' };
      await client.notify('workspace/didChangeConfiguration', {
        settings: full ? null : { dockerPatterns: { rules } },
      });
      await client.codes(uri);
      expect(client.logged.some((line) => line.includes('nonsense'))).toBe(true);
    });
  });

  it('obey the file that a setting names, with patterns from the workspace folder', () => {
    const folder = workspace({
      '.docker-patterns.yaml': 'rules:\n  unpinned-base-image: error\n',
      'etc/lint.yaml': 'overrides:\n  - files: [web/Dockerfile]\n    rules:\n      unpinned-base-image: hint\n',
    });
    const section = { config: 'etc/lint.yaml' };
    const initializationOptions = { settings: section };
    return using(
      start({ folder, settings: () => section, ...(full ? {} : { initializationOptions }) }),
      async (client) => {
        const uri = write(folder, 'web/Dockerfile', latest);
        await client.open(uri, latest);
        expect((await client.codes(uri, 'unpinned-base-image'))[0]?.severity).toBe(4);
      },
    );
  });

  it('tell our client how many there are, and no other', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, latest);
      await client.codes(uri, 'unpinned-base-image');
      await client.replace(uri, clean);
      await client.codes(uri);
      expect(client.status.map(({ findings }) => findings)).toEqual(full ? [1, 0] : []);
    }));

  if (!full) return;
  it('are the same report as long as nothing changed', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, latest);
      const first = await client.pull(uri);
      expect(first.resultId).toBeDefined();
      expect(await client.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
      await client.type(uri, '#');
      expect((await client.pull(uri, first.resultId)).kind).toBe('full');
    }));
});
