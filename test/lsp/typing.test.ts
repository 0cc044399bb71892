import { expect, it } from 'vitest';
import { codesOf } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

/** Twelve lines as a person writes them, who forgot the user. */
const written = `# The web application
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production

COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY . .
EXPOSE 3000
HEALTHCHECK --interval=30s \\
  CMD ["node", "health.js"]
CMD ["node", "index.js"]
`;

withEvery('typing', ({ full, start }) => {
  it('a Dockerfile of twelve lines never shows more than one finding before the first save', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      expect(written.trimEnd().split('\n')).toHaveLength(12);
      await client.open(uri, '');
      for (const character of written) {
        await client.type(uri, character);
        const shown = await client.shown(uri);
        expect(shown.length, `${codesOf(shown).join(', ')} after ${client.text(uri)}`).toBeLessThanOrEqual(1);
      }
      await client.save(uri);
      await client.codes(uri, 'missing-user');
      for (const { diagnostics } of client.published.slice(0, -1)) expect(diagnostics.length).toBeLessThanOrEqual(1);
    }));

  it('what is missing from a file stays when more is typed into it, once it was opened with text or saved', () =>
    using(start({ folder: workspace() }), async (client) => {
      const opened = uriOf('/w/Dockerfile');
      await client.open(opened, 'FROM alpine:3.22\nEXPOSE 3000\n');
      await client.codes(opened, 'missing-user');
      await client.type(opened, '# a comment\n');
      await client.codes(opened, 'missing-user');
      const saved = uriOf('/w/Dockerfile.new');
      await client.open(saved, ' \n');
      await client.type(saved, 'FROM alpine:3.22\nEXPOSE 3000\n');
      await client.codes(saved);
      await client.save(saved);
      await client.codes(saved, 'missing-user');
      await client.type(saved, 'WORKDIR /a');
      await client.codes(saved, 'missing-user');
    }));

  it('a keyword is no unknown instruction until the cursor has left it', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, 'FROM alpine:3.22\nUSER 1000\nCMD ["sh"]\n');
      await client.type(uri, 'LABL');
      await client.codes(uri);
      await client.type(uri, ' a=b\n');
      await client.codes(uri, 'unknown-instruction');
    }));

  it('saving asks our client to look again', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, '');
      await client.type(uri, 'FROM alpine');
      await client.codes(uri);
      const before = client.refreshes;
      await client.save(uri);
      await client.until(uri, (codes) => codes.includes('unpinned-base-image'));
      expect(client.refreshes > before).toBe(full);
    }));

  it('many changes at once are judged by the last text', () =>
    using(start(), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, 'FROM alpine\nUSER 1000\nCMD ["sh"]\n');
      const end = { line: 0, character: 11 };
      const typed = Array.from(':3.22').map((character, index) =>
        client.edit(
          uri,
          { start: { ...end, character: end.character + index }, end: { ...end, character: end.character + index } },
          character,
        ),
      );
      await Promise.all(typed);
      await client.codes(uri);
      expect(client.text(uri)).toBe('FROM alpine:3.22\nUSER 1000\nCMD ["sh"]\n');
      const publishedLast = client.published.findLast((params) => params.uri === uri);
      expect(publishedLast?.diagnostics ?? []).toEqual([]);
    }));
});
