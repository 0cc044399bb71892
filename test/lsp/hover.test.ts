import type { Hover, MarkupContent } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { instructionKeywords } from '../../server/src/engine/dockerfile/syntax/tables.js';
import { keywords } from '../../server/src/lsp/help/keywords.js';
import { at } from './client.js';
import { uriOf, workspace } from './files.js';
import { using, withEvery } from './variants.js';

const text = 'FROM alpine:3.22\nRUN apk add curl\nUSER 1000\nCMD ["sh"]\n';

withEvery('hover', ({ full, start }) => {
  it('on a finding explains it, names its fix and equivalents, and links to the guide', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const { start: position } = at(text, 'apk add');
      const hover = await client.request<Hover>('textDocument/hover', { textDocument: { uri }, position });
      const { kind, value } = hover.contents as MarkupContent;
      expect(kind).toBe(full ? 'markdown' : 'plaintext');
      expect(value).toContain('Install Alpine packages without keeping their index');
      expect(value).toContain('/var/cache/apk');
      expect(value).toContain('Add --no-cache');
      expect(value).toContain('hadolint DL3019');
      expect(value).toContain('https://wiki.alpinelinux.org/');
      expect(value.includes('(command:dockerPatterns.openGuide?%5B%22')).toBe(full);
      expect(value.includes('(command:dockerPatterns.showRule?%5B%22apk-cache-left%22%5D)')).toBe(full);
      if (!full) expect(value).not.toMatch(/\*\*|`|\]\(/);
    }));

  it('on a keyword says what the instruction does, and elsewhere nothing', () =>
    using(start({ folder: workspace() }), async (client) => {
      const uri = uriOf('/w/Dockerfile');
      await client.open(uri, text);
      const ask = (part: string): Promise<Hover | null> =>
        client.request('textDocument/hover', { textDocument: { uri }, position: at(text, part).start });
      const hover = await ask('USER');
      expect((hover?.contents as MarkupContent).value).toContain(keywords['USER']?.note);
      expect(hover?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 4 } });
      expect(await ask('1000')).toBeNull();
    }));
});

it('hover knows every instruction', () => {
  expect(Object.keys(keywords).sort()).toEqual([...instructionKeywords].sort());
});
