import { describe, expect, it } from 'vitest';
import { isUnspecified } from '../../../server/src/engine/compose/security/ports.js';
import { hostPath } from '../../../server/src/engine/compose/security/mounts.js';
import { isCredential } from '../../../server/src/engine/compose/security/credentials.js';
import { removalOfItem } from '../../../server/src/engine/compose/edits/remove.js';
import { textOf } from '../../../server/src/engine/compose/forms/defaults.js';
import type { ListNode, MapNode } from '../../../server/src/engine/compose/tree/types.js';
import { applyEdits } from '../../../server/src/engine/text/span.js';
import { parse } from './parse.js';

describe('what security rules know', () => {
  it('is every spelling of all addresses', () => {
    for (const all of ['0.0.0.0', '::', '[::]', '0:0:0:0:0:0:0:0', '::0', '[0::0]', '::ffff:0.0.0.0', '::ffff:0:0']) {
      expect(isUnspecified(all), all).toBe(true);
    }
    for (const one of ['127.0.0.1', '::1', '[::1]', '10.0.0.0', '0.0.0.1', 'fe80::', '::ffff:127.0.0.1']) {
      expect(isUnspecified(one), one).toBe(false);
    }
  });

  it('is a path however it is written', () => {
    expect(
      ['/', '//etc//', '/a/./b/../c', '~', '~/.ssh/', './x', '../x', 'name', '~user/x', '\\\\.\\pipe\\x'].map(hostPath),
    ).toEqual(['/', '/etc', '/a/c', '~', '~/.ssh', undefined, undefined, undefined, undefined, '/pipe/x']);
  });

  it('is which names hold secrets', () => {
    for (const key of ['DB_PASSWORD', 'dbPassword', 'MYSQL_PWD', 'APP_KEY', 'API_TOKEN', 'HASH_SALT', 'DB_PASS']) {
      expect(isCredential(key, 's3cret-value'), key).toBe(true);
    }
    for (const key of ['PASSWORD_FILE', 'TOKEN_ISSUER', 'PWD', 'KEY_COUNT', 'PUBLIC_KEY', 'COMPASS', 'SECRET_NAME']) {
      expect(isCredential(key, 's3cret-value'), key).toBe(false);
    }
    for (const value of ['', 'true', '/run/secrets/x', 'xxx', '***', '<password>', 'https://x/y']) {
      expect(isCredential('DB_PASSWORD', value), value).toBe(false);
    }
  });

  it('is the default of a variable that nobody sets', () => {
    const doc = parse('a: ${A:-x}\nb: ${B}\nc: ${C-${D}}\nd: ${E:-e}${E}\ne: ${F:+x}\nf: $$x\n');
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => textOf(doc.roots[0]?.get(key))?.value)).toEqual([
      'x',
      undefined,
      undefined,
      undefined,
      undefined,
      '$x',
    ]);
  });
});

describe('taking an item out', () => {
  it.each([
    ['k:\n  - a # one\n  - b\n', 0, 'k:\n  - b\n'],
    ['k:\n  - a\n  - b # two\n', 1, 'k:\n  - a\n'],
    ['k:\n- a\n- b', 1, 'k:\n- a'],
    ['k: [a, "b", c]\n', 0, 'k: ["b", c]\n'],
    ['k: [a, "b", c]\n', 2, 'k: [a, "b"]\n'],
    ['k: [a, "b" ]\n', 1, 'k: [a ]\n'],
    ['k: [a]\nl: b\n', 0, 'l: b\n'],
    ['k: [a]\n', 0, undefined],
    ['k: &k [a, b]\nl: *k\n', 0, undefined],
    ['k: [&a a, b]\nl: b\n', 0, undefined],
  ])('%j', (text, index, result) => {
    const doc = parse(text);
    const root = doc.roots[0] as MapNode;
    const item = (root.get('k') as ListNode).items[index];
    const edits = item && removalOfItem(doc.source, root, root.entry('k'), item);
    expect(edits && applyEdits(text, edits)).toBe(result);
  });
});
