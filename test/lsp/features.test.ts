import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import { at } from './client.js';
import { uriOf } from './files.js';
import { using, withEvery } from './variants.js';

const text = `# one
# two
ARG VERSION=24
FROM node:\${VERSION}-slim AS build
RUN npm ci && \\
  npm run build
RUN cat 3<<EOF
  FROM body
EOF

FROM nginx:1.29
COPY --from=build /app /app
`;
const options = { tabSize: 2, insertSpaces: true };

withEvery('editing features', ({ full, start }) => {
  it('outline stages and instructions', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const symbols = await client.request<(DocumentSymbol | SymbolInformation)[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      if (!full) {
        const names = symbols.map(({ name }) => name.split(' ')[0]);
        expect(names).toEqual(['ARG', 'build', 'RUN', 'RUN', 'nginx:1.29', 'COPY']);
        return;
      }
      const nested = symbols as readonly DocumentSymbol[];
      expect(nested.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
        ['ARG', undefined],
        ['build', ['RUN', 'RUN']],
        ['nginx:1.29', ['COPY']],
      ]);
    }));

  it('fold comments, stages, continuations and heredocs', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
      expect(ranges.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
        [0, 1],
        [3, 8],
        [4, 5],
        [6, 8],
        [10, 11],
      ]);
    }));

  it('format without touching heredocs, quoted text or words that go on', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      const rest = 'RUN <<E\n   deep\nE\nRUN d \\\\\nCMD e\n';
      const messy = ` FROM a\nRUN a && \\\n      b \\\n# note\nc && echo "x \\\n   y" foo\\\nbar\n${rest}`;
      await client.open(uri, messy);
      const edits = await client.request<TextEdit[]>('textDocument/formatting', { textDocument: { uri }, options });
      const formatted = TextDocument.applyEdits(TextDocument.create(uri, '', 0, messy), edits);
      expect(formatted).toBe(`FROM a\nRUN a && \\\n  b \\\n  # note\n  c && echo "x \\\n   y" foo\\\nbar\n${rest}`);
    }));

  it('rename a stage with what refers to it, and find its definition', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const { start: position } = at(text, 'build /app');
      const definition = await client.request<Location>('textDocument/definition', { textDocument: { uri }, position });
      expect(definition.range.start.line).toBe(3);
      const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri },
        position,
        newName: 'compile',
      });
      if (full) expect(renamed.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
      expect(await client.apply(uri, { title: 'rename', edit: renamed })).toBe(
        text.replace('AS build', 'AS compile').replace('from=build', 'from=compile'),
      );
      expect(client.capabilities.renameProvider).toEqual(full ? { prepareProvider: true } : true);
    }));

  it('rename a variable in every scope that it reaches, and say why another cannot be', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      const textDocument = { uri };
      const variables = `ARG VERSION=24
FROM node:\${VERSION} AS build
ARG VERSION
RUN --mount=type=bind,from=build,target=/b echo $VERSION && cat 3<<EOF
\${VERSION}
EOF
ENV DIR=/a
RUN DIR=/b && echo $DIR
`;
      await client.open(uri, variables);
      const { start: position } = at(variables, 'VERSION} AS');
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument,
        position,
        newName: 'NODE',
      });
      expect(await client.apply(uri, { title: 'rename', edit })).toBe(variables.replaceAll('VERSION', 'NODE'));
      const stage = { textDocument, position: at(client.text(uri), 'build,').start };
      expect(await client.request('textDocument/prepareRename', stage)).toEqual({
        range: { start: stage.position, end: at(client.text(uri), ',target=/b').start },
        placeholder: 'build',
      });
      expect(await client.request('textDocument/documentHighlight', stage)).toMatchObject([{ kind: 3 }, { kind: 2 }]);
      const set = { textDocument, position: at(client.text(uri), 'DIR=/a').start };
      await expect(client.request('textDocument/prepareRename', set)).rejects.toThrow('know DIR by its name');
      await expect(client.request('textDocument/rename', { ...set, newName: 'D' })).rejects.toThrow('by its name');
      await expect(client.request('textDocument/rename', { ...stage, newName: '1' })).rejects.toThrow(
        'starts with a letter',
      );
      const nothing = { textDocument, position: { line: 1, character: 1 } };
      expect(await client.request('textDocument/prepareRename', nothing)).toBeNull();
      expect(await client.request('textDocument/definition', nothing)).toBeNull();
    }));

  it('link images, help with arguments, and highlight stages', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const textDocument = { uri };
      const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
      expect(links.map(({ target }) => target)).toContain('https://hub.docker.com/_/nginx/');
      const { start: position } = at(text, 'build /app');
      expect(await client.request('textDocument/documentHighlight', { textDocument, position })).toHaveLength(2);
      const help = { textDocument, position: { line: 11, character: 5 } };
      expect(await client.request('textDocument/signatureHelp', help)).toMatchObject({ activeSignature: 0 });
    }));

  it('stay silent where the text is too long for them', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, ` FROM alpine:3.22\n${'#\n'.repeat(5_000)}`);
      expect(await client.request('textDocument/formatting', { textDocument: { uri }, options })).toEqual([]);
    }));

  it('survive what dockerfile-language-service does not', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, ' ARG B=${A:-x}\nFROM alpine:3.22\nUSER 1000\nCMD ["sh"]\n');
      const textDocument = { uri };
      for (let character = 0; character < 14; character++) {
        const position = { line: 0, character };
        await client.request('textDocument/signatureHelp', { textDocument, position });
        await client.request('textDocument/documentHighlight', { textDocument, position });
        await client.request('textDocument/definition', { textDocument, position });
        await client.request('textDocument/rename', { textDocument, position, newName: 'C' });
      }
      expect(client.logged.filter((line) => !line.includes('dockerfile-language-service'))).toEqual([]);
    }));
});
