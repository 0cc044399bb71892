import type { CodeAction, CompletionItem, TextEdit } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import type { Proposal } from '../../server/src/engine/scaffold/types.js';
import type { TestClient } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

const files = { 'package.json': '{"dependencies":{"express":"5"}}', 'package-lock.json': '' };

async function actions(client: TestClient, folder: string, text: string): Promise<readonly CodeAction[]> {
  const uri = uriOf(`${folder}/Dockerfile`);
  await client.open(uri, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
}

function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const changed = Object.values(edit?.changes ?? {}).flat();
  const documents = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return [...changed, ...documents] as readonly TextEdit[];
}

withEvery('scaffold', ({ full, start }) => {
  it('offers first in an empty Dockerfile to write it for the project', async () => {
    const folder = workspace(files);
    await using(start({ folder }), async (client) => {
      const [first, second] = await actions(client, folder, '\n');
      expect(first?.title).toBe('Write a Dockerfile for this Node.js project (npm, Node 24)');
      expect(first && editsOf(first)[0]?.newText).toContain('npm ci --omit=dev');
      // Only a client that has the command can run it.
      expect(second?.title === 'Add Docker files to this project…').toBe(full);
    });
  });

  it('offers it as the first completion there, to an editor with snippets of its own too', async () => {
    const folder = workspace(files);
    await using(start({ folder }), async (client) => {
      const ask = async (name: string, text: string): Promise<readonly CompletionItem[]> => {
        const uri = uriOf(`${folder}/${name}`);
        await client.open(uri, text);
        const position = { line: 0, character: 0 };
        return client.request('textDocument/completion', { textDocument: { uri }, position });
      };
      const sorted = [...(await ask('Dockerfile', ''))].sort((a, b) =>
        (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
      );
      expect(sorted[0]?.label).toBe('Dockerfile for this Node.js project (npm, Node 24)');
      expect(sorted[0]?.textEdit?.newText).toContain('npm ci --omit=dev');
      const others = await ask('app.Dockerfile', 'FROM a\n');
      expect(others.filter(({ label }) => label.startsWith('Dockerfile for'))).toEqual([]);
    });
  });

  it('offers nothing of the kind in a Dockerfile with text', async () => {
    const folder = workspace(files);
    await using(start({ folder }), async (client) => {
      const titles = (await actions(client, folder, 'FROM a\n')).map(({ title }) => title);
      expect(titles.filter((title) => /^Write a|^Add Docker files/.test(title))).toEqual([]);
    });
  });

  it('proposes the files that a folder lacks, and none outside the workspace', async () => {
    const folder = workspace({ 'app/package.json': files['package.json'], 'app/Dockerfile': 'FROM a\n' });
    await using(start({ folder: `${folder}/app` }), async (client) => {
      const propose = (of: string): Promise<Proposal | null> =>
        client.request('dockerPatterns/proposeFiles', { folder: uriOf(of) });
      const proposal = await propose(`${folder}/app`);
      expect(proposal?.files.map(({ path }) => path)).toEqual(['.dockerignore', 'compose.yaml']);
      expect(proposal?.kept).toEqual(['Dockerfile']);
      expect(await propose(folder)).toBeNull();
    });
  });
});
