import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, CreateFile, Hover, MarkupContent, TextDocumentEdit } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { at } from './client.js';
import { uriOf, workspace, write } from './files.js';
import { using, withEvery } from './variants.js';

const node =
  'FROM node:24-slim\nWORKDIR /app\nCOPY package.json ./\nRUN npm install\nCOPY . .\nUSER node\nCMD ["node"]\n';

withEvery('the build context', ({ full, start }) => {
  it('a missing .dockerignore is created with what fits the folder', () => {
    const folder = workspace({ 'package.json': '{}', '.git/HEAD': '', 'node_modules/a/index.js': '' });
    const uri = write(folder, 'Dockerfile', node);
    return using(start({ folder }), async (client) => {
      await client.open(uri, node);
      await client.codes(uri, 'missing-dockerignore');
      const action = (await client.actions(uri, at(node, '. .'))).find(({ title }) => title.startsWith('Create'));
      // A plain client cannot create files.
      expect(action !== undefined).toBe(full);
      if (action === undefined) return;
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      const [created, text] = edit?.documentChanges as [CreateFile, TextDocumentEdit];
      expect([created.kind, created.uri]).toEqual(['create', uriOf(join(folder, '.dockerignore'))]);
      expect(text.edits.map((each) => ('newText' in each ? each.newText : ''))).toEqual([
        "# What the build makes itself\n**/node_modules\n\n# History, tools, logs\n.git\n\n# Docker's own files\nDockerfile*\n.dockerignore\n",
      ]);
      expect(existsSync(join(folder, '.dockerignore'))).toBe(false);
    });
  });

  it('a file that comes, or a line that goes, is seen', () => {
    const folder = workspace({ 'package.json': '{}', 'src/a.js': '', '.dockerignore': 'node_modules\nsrc\n' });
    const text =
      'FROM node:24-slim\nWORKDIR /app\nCOPY package.json indx.js ./\nCOPY src ./src\nUSER node\nCMD ["node"]\n';
    const uri = write(folder, 'Dockerfile', text);
    return using(start({ folder }), async (client) => {
      await client.open(uri, text);
      const [missing, ignored] = await client.codes(uri, 'missing-copy-source', 'ignored-copy-source');
      expect(missing?.message).toBe('indx.js is not in the build context, so the build fails here.');
      if (full) {
        const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
        expect(ignored?.relatedInformation).toEqual([
          { location: { uri: uriOf(join(folder, '.dockerignore')), range }, message: 'This line leaves it out.' },
        ]);
      }
      const changes = [
        { uri: write(folder, '.dockerignore', 'node_modules\n'), type: 2 },
        { uri: write(folder, 'index.js', ''), type: 1 },
      ];
      if (full) await client.notify('workspace/didChangeWatchedFiles', { changes });
      else await client.save(uri);
      const [near] = await client.codes(uri, 'missing-copy-source');
      expect(near?.message).toContain('did you mean index.js?');
    });
  });

  it('an ignore file is checked, explained and fixed under the language id of VS Code', () => {
    const folder = workspace({ 'package.json': '{}', 'node_modules/a/index.js': '' });
    const text = 'node_module\n  # tests\n*.md # texts\ndist\ndist/\n';
    const uri = write(folder, '.dockerignore', text);
    return using(start({ folder }), async (client) => {
      await client.open(uri, text, 'ignore');
      await client.codes(
        uri,
        'misspelled-ignore-pattern',
        'indented-comment',
        'trailing-ignore-comment',
        'duplicate-ignore-pattern',
      );
      const position = at(text, '# texts').start;
      const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      expect((hover.contents as MarkupContent).value).toContain('a comment takes a whole line');
      const actions = await client.actions(uri, at(text, 'node_module'));
      expect(actions[0]?.title).toBe('Change it to node_modules (the line then leaves it out)');
      const [all] = await client.actions(uri, at(text, 'node_module'), ['source.fixAll.dockerPatterns']);
      expect(await client.apply(uri, all!)).toBe('node_module\n# tests\n*.md # texts\ndist\n');
    });
  });

  it('findings of an ignore file are ignored by a comment above, which never is indented', () => {
    const folder = workspace({ 'package.json': '{}' });
    const text = '*.md\n  docs # texts\n';
    const uri = write(folder, 'api.Dockerfile.dockerignore', text);
    return using(start({ folder }), async (client) => {
      await client.open(uri, text, 'ignore');
      await client.codes(uri, 'trailing-ignore-comment');
      const action = (await client.actions(uri, at(text, '# texts'))).find(({ title }) =>
        title.endsWith('on this line'),
      );
      const ignored = '*.md\n# docker-patterns ignore=trailing-ignore-comment\n  docs # texts\n';
      expect(await client.apply(uri, action!)).toBe(ignored);
      await client.replace(uri, ignored);
      await client.save(uri);
      await client.codes(uri);
      expect(readFileSync(join(folder, 'api.Dockerfile.dockerignore'), 'utf8')).toBe(text);
    });
  });
});
