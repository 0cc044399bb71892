import { describe, expect, it } from 'vitest';
import { clientSupport, wantsKind } from '../../server/src/lsp/client.js';
import { plainText } from '../../server/src/engine/text/snippet.js';
import { isWithin, normalise, resolveFrom, rootOf } from '../../server/src/lsp/uris.js';

describe('snippets as plain text', () => {
  it.each([
    ['a:${1:1.2}', 'a:1.2'],
    ['$1a$0', 'a'],
    ['${1}${2:}', ''],
    ['${1|one,two|}!', 'one!'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['${1|{a\\}},b|} $1', '{a\\}} {a\\}}'],
    ['${1:a} ${1} $1 ${2}', 'a a a '],
    ['${1:x${2:y}z}', 'xyz'],
    ['\\$HOME \\\\ \\}', '$HOME \\ }'],
    ['$HOME ${HOME} }', '$HOME ${HOME} }'],
    ['${1:open', 'open'],
  ])('%s is %s', (snippet, text) => {
    expect(plainText(snippet)).toBe(text);
  });

  it('have other texts where some are given', () => {
    const given = new Map([
      ['1', 'x'],
      ['3', 'z'],
    ]);
    expect(plainText('${1:a} $1 ${2:b} ${3|c,d|} ${3} $0', given)).toBe('x x b z z ');
    expect(given.size).toBe(2);
  });

  it('come to an end in nested and open placeholders', () => {
    expect(typeof plainText('${1|'.repeat(20_000))).toBe('string');
    expect(typeof plainText('${1:'.repeat(2_000))).toBe('string');
  });
});

describe('URIs', () => {
  it('are in a folder by whole segments, whatever the spelling of the drive', () => {
    expect(isWithin('file:///w', 'file:///w/a')).toBe(true);
    expect(isWithin('file:///w', 'file:///www/a')).toBe(false);
    expect(isWithin('file:///c%3A/w', 'file:///C:/w/a')).toBe(true);
    expect(isWithin('vscode-vfs://GitHub/w/', 'vscode-vfs://github/w/a')).toBe(true);
    expect(isWithin('file:///w', 'vscode-vfs://w/w/a')).toBe(false);
    expect(normalise('file:///C:/w')).toBe(normalise('file:///c%3A/w'));
  });

  it('resolve paths of facts, and belong to the innermost folder', () => {
    expect(resolveFrom('file:///w/sub', '../package.json')).toBe('file:///w/package.json');
    expect(resolveFrom('file:///w', 'a b#c')).toBe('file:///w/a%20b%23c');
    expect(rootOf(['file:///w', 'file:///w/sub'], 'file:///w/sub/Dockerfile')).toBe('file:///w/sub');
    expect(rootOf([], 'file:///w/Dockerfile')).toBeUndefined();
  });
});

describe('what a client can do', () => {
  it('is read with care', () => {
    const support = clientSupport({ capabilities: {}, initializationOptions: { commands: ['a', 1], files: 'yes' } });
    expect([...support.commands]).toEqual(['a']);
    expect(support.files).toBe(false);
    expect(clientSupport({ capabilities: {}, initializationOptions: [] }).commands.size).toBe(0);
  });

  it('includes pulling only if it can be told to pull again', () => {
    const textDocument = { diagnostic: {} };
    expect(clientSupport({ capabilities: { textDocument } }).pull).toBe(false);
    const workspace = { diagnostics: { refreshSupport: true } };
    expect(clientSupport({ capabilities: { textDocument, workspace } }).pull).toBe(true);
  });

  it('wants a kind that it named, or one above it', () => {
    expect(wantsKind(undefined, 'quickfix')).toBe(true);
    expect(wantsKind([''], 'quickfix')).toBe(true);
    expect(wantsKind(['source'], 'source.fixAll.dockerPatterns')).toBe(true);
    expect(wantsKind(['source.fix'], 'source.fixAll.dockerPatterns')).toBe(false);
    expect(wantsKind([], 'quickfix')).toBe(false);
  });
});
