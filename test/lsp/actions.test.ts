import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { at, eventually, type TestClient } from './client.js';
import { uriOf, workspace, write } from './files.js';
import { using, withEvery } from './variants.js';

/** Two findings with a safe fix of one rule, one with an unsafe fix. */
const alpine = `FROM alpine:3.22
RUN apk add curl
RUN apk add git
USER root
CMD ["sh"]
`;
const fixedAlpine = alpine.replaceAll('apk add', 'apk add --no-cache');
const refused = -32801;

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);
const named = (actions: readonly CodeAction[], part: string): CodeAction =>
  actions.find(({ title }) => title.includes(part))!;

withEvery('code actions', ({ full, start }) => {
  it('offer the fix, fix all of the rule, ignoring, and an explanation where the client can show one', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, alpine);
      const diagnostics = await client.until(uri, (codes) => codes.length === 3);
      const actions = await client.actions(uri, at(alpine, 'apk add curl'));
      expect(titles(actions)).toEqual([
        'Add --no-cache',
        'Fix all 2 findings of apk-cache-left in this file',
        'Ignore apk-cache-left on this line',
        'Ignore apk-cache-left in this file',
        ...(full ? ['Why is apk-cache-left reported?'] : []),
        'Fix all safe findings in this file',
      ]);
      expect(actions.map(({ kind }) => kind)).toEqual([
        ...Array<string>(full ? 5 : 4).fill('quickfix'),
        'source.fixAll.dockerPatterns',
      ]);
      expect(actions[0]?.isPreferred).toBe(full ? true : undefined);
      expect(actions[0]?.diagnostics).toEqual([diagnostics[0]]);
      expect(actions[4]?.command).toEqual(
        full
          ? { title: actions[4]?.title, command: 'dockerPatterns.showRule', arguments: ['apk-cache-left'] }
          : undefined,
      );
      expect(await client.apply(uri, actions[0]!)).toBe(alpine.replace('apk add curl', 'apk add --no-cache curl'));
    }));

  it('fix all of one rule, and all that is safe, in small versioned edits', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, alpine);
      const ofRule = named(await client.actions(uri, at(alpine, 'apk add git')), 'Fix all 2');
      expect(await client.apply(uri, ofRule)).toBe(fixedAlpine);
      await client.replace(uri, alpine);
      const [all, ...others] = await client.actions(uri, at(alpine, 'FROM'), ['source.fixAll.dockerPatterns']);
      expect(others).toEqual([]);
      const change = all?.edit?.documentChanges?.[0];
      const edits = change !== undefined && 'edits' in change ? change.edits : all?.edit?.changes?.[uri];
      expect(edits).toHaveLength(2);
      if (full) expect(change).toMatchObject({ textDocument: { uri, version: client.version(uri) } });
      else expect(all?.edit?.documentChanges).toBeUndefined();
      expect(await client.apply(uri, all!)).toBe(fixedAlpine);
      expect(await client.actions(uri, at(alpine, 'FROM'), ['source.fixAll'])).toEqual([]);
    }));

  it('keep to the kinds and the diagnostics that the client asks for', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, alpine);
      const [first] = await client.until(uri, (codes) => codes.length === 3);
      const place = at(alpine, 'apk add curl');
      const kinds = async (...only: readonly string[]) =>
        new Set((await client.actions(uri, place, only)).map(({ kind }) => kind));
      expect(await kinds('source')).toEqual(new Set(['source.fixAll.dockerPatterns']));
      expect(await kinds('source.fixAll')).toEqual(new Set(['source.fixAll.dockerPatterns']));
      expect(await kinds('quickfix')).toEqual(new Set(['quickfix']));
      expect(await kinds('refactor', 'source.fixAll.eslint', 'quickfix.other')).toEqual(new Set());
      const whole = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
      expect(titles(await client.actions(uri, whole, ['quickfix'], [first!]))[1]).toContain('Fix all 2');
      expect(await client.actions(uri, whole, ['quickfix'], [{ ...first!, source: 'another' }])).toEqual([]);
    }));

  it('write the ignore comment above the instruction, in the form of hadolint first where it is in use', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      const text = 'FROM alpine\nRUN true && \\\n  apk add \\\n  curl\nUSER 1000\nCMD ["sh"]\n';
      await client.open(uri, text);
      const ignore = named(await client.actions(uri, at(text, 'apk')), 'on this line');
      const ignored = text.replace('RUN', '# docker-patterns ignore=apk-cache-left\nRUN');
      expect(await client.apply(uri, ignore)).toBe(ignored);
      const pragma = `# hadolint global ignore=DL3059\n${text}`;
      await client.replace(uri, pragma);
      const ignores = titles(await client.actions(uri, at(pragma, 'alpine'))).filter((title) =>
        title.startsWith('Ignore'),
      );
      expect(ignores).toEqual([
        'Ignore DL3006 (hadolint) on this line',
        'Ignore unpinned-base-image on this line',
        'Ignore DL3006 (hadolint) in this file',
        'Ignore unpinned-base-image in this file',
      ]);
    }));

  it('ask before an unsafe fix, and insert placeholders, where the client can', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      const text = 'FROM node:24-slim\nCMD ["node", "index.js"]\n';
      await client.open(uri, text);
      const unsafe = (await client.actions(uri, at(text, 'node:24')))[0]!;
      const { edit } = full ? await client.request<CodeAction>('codeAction/resolve', unsafe) : unsafe;
      expect(unsafe.isPreferred).toBeUndefined();
      if (full) expect(Object.values(edit?.changeAnnotations ?? {})).toMatchObject([{ needsConfirmation: true }]);
      else expect(edit?.changeAnnotations).toBeUndefined();
      expect(await client.apply(uri, unsafe)).toContain('USER node\n');

      const untagged = 'FROM example.org/app\nUSER 1000\nCMD ["sh"]\n';
      await client.replace(uri, untagged);
      await client.save(uri);
      const suggestion = (await client.actions(uri, at(untagged, 'example')))[0]!;
      expect(suggestion.title).not.toContain('Ignore');
      const line = (await client.apply(uri, suggestion)).split('\n')[0];
      expect(line?.includes('${1')).toBe(full);
      expect(line).toMatch(/^FROM example\.org\/app:./);
    }));

  it('are refused when the text has changed since', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, alpine);
      const [fix] = await client.actions(uri, at(alpine, 'apk'));
      await client.edit(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '#\n');
      if (full) {
        await expect(client.request('codeAction/resolve', fix)).rejects.toMatchObject({ code: refused });
      } else {
        expect(await client.request('codeAction/resolve', fix)).toEqual(fix);
      }
      expect(await client.request('codeAction/resolve', { title: 'x', data: { uri, version: 2, task: {} } })).toEqual({
        title: 'x',
        data: { uri, version: 2, task: {} },
      });
    }));

  it('copy the lock file that is there, as soon as it is there', () => {
    const folder = workspace({ 'package.json': '{}', '.dockerignore': 'node_modules\n' });
    const text = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nRUN npm install\nUSER node\nCMD ["node", "index.js"]\n';
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'Dockerfile', text);
      await client.open(uri, text);
      await client.codes(uri, 'copy-before-install');
      const split = async (): Promise<string> => {
        const action = (await client.actions(uri, at(text, '. .')))[0]!;
        const chosen = full ? await client.request<CodeAction>('codeAction/resolve', action) : action;
        return JSON.stringify(chosen.edit);
      };
      expect(await split()).not.toContain('package-lock.json');
      const lock = write(folder, 'package-lock.json', '{}');
      if (full) {
        expect(client.watched).toContain(JSON.stringify('**/package-lock.json'));
        await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: lock, type: 1 }] });
        await eventually(
          () => client.refreshes > 0,
          () => 'no refresh',
        );
      } else {
        await client.save(uri);
      }
      let edit = '';
      await eventually(
        async () => (edit = await split()).includes('package-lock.json'),
        () => edit,
      );
    });
  });

  /** A Dockerfile that copies a secret along, shown with that finding; `told` waits until it is there or gone. */
  const withSecret = (
    body: (place: { client: TestClient; folder: string; told: (isTold: boolean) => Promise<unknown> }) => Promise<void>,
  ): Promise<void> => {
    const folder = workspace({ 'package.json': '{}', '.env': 'DB_PASSWORD=correct-horse-battery\n' });
    const text = 'FROM node:24-slim\nWORKDIR /app\nCOPY . .\nUSER node\nCMD ["node", "index.js"]\n';
    return using(start({ folder }), async (client) => {
      const uri = write(folder, 'Dockerfile', text);
      await client.open(uri, text);
      const told = (isTold: boolean) => client.until(uri, (codes) => codes.includes('copied-secret-file') === isTold);
      await told(true);
      await body({ client, folder, told });
    });
  };

  it('know a file that was saved beside them, even if nobody told that it is there', () =>
    withSecret(async ({ client, folder, told }) => {
      const ignored = write(folder, '.dockerignore', '');
      await client.open(ignored, '', 'ignore');
      await client.type(ignored, '.env\n');
      write(folder, '.dockerignore', '.env\n');
      await client.save(ignored);
      await told(false);
      // The order of VS Code, where nobody shows the file.
      await client.close(ignored);
      write(folder, '.dockerignore', '');
      await client.save(ignored);
      await told(true);
    }));

  it('know what the editor itself created, renamed and deleted', () =>
    withSecret(async ({ client, folder, told }) => {
      const ignored = write(folder, '.dockerignore', '.env\n');
      await client.notify('workspace/didCreateFiles', { files: [{ uri: ignored }] });
      await told(false);
      renameSync(join(folder, '.dockerignore'), join(folder, 'old'));
      const old = ignored.replace('.dockerignore', 'old');
      await client.notify('workspace/didRenameFiles', { files: [{ oldUri: ignored, newUri: old }] });
      await told(true);
      rmSync(join(folder, '.env'));
      await client.notify('workspace/didDeleteFiles', { files: [{ uri: ignored.replace('.dockerignore', '.env') }] });
      await told(false);
    }));
});
