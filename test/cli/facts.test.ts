import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FactAnswer, FactQuery } from '../../server/src/engine/facts.js';
import { factKey } from '../../server/src/engine/facts.js';
import { DiskFacts } from '../../server/src/node/facts.js';
import { folder } from './harness.js';

function ask(root: string, kind: FactQuery['kind'], path: string, from = root): FactAnswer {
  const query = { kind, path };
  return new DiskFacts(root).answer(from, [query]).get(factKey(query))!;
}

describe('DiskFacts', () => {
  it('knows files, folders and what is missing', () => {
    const root = folder({ 'a/package.json': '\uFEFF{}\r\n', 'a/b/x': '' });
    const a = join(root, 'a');
    expect(ask(root, 'exists', 'package.json', a)).toEqual({ presence: 'present' });
    expect(ask(root, 'exists', 'b', a)).toEqual({ presence: 'present' });
    expect(ask(root, 'exists', './b/../b/x', a)).toEqual({ presence: 'present' });
    expect(ask(root, 'exists', '../a/package.json', a)).toEqual({ presence: 'present' });
    expect(ask(root, 'exists', '../package.json', a)).toEqual({ presence: 'absent' });
    expect(ask(root, 'exists', 'no/such/place', a)).toEqual({ presence: 'absent' });
    expect(ask(root, 'exists', 'package.json/x', a)).toEqual({ presence: 'absent' });
    expect(ask(root, 'read', 'package.json', a)).toEqual({ presence: 'present', text: '{}\r\n' });
    expect(ask(root, 'read', 'none', a)).toEqual({ presence: 'absent' });
    expect(ask(root, 'list', '.', a)).toEqual({ presence: 'present', entries: ['b/', 'package.json'] });
    expect(ask(root, 'list', '..', a)).toEqual({ presence: 'present', entries: ['a/'] });
    expect(ask(root, 'list', 'none', a)).toEqual({ presence: 'absent' });
  });

  it('knows nothing of what lies outside its root', () => {
    const outer = folder({ 'root/x': '', secret: 'secret\n' });
    const root = join(outer, 'root');
    for (const path of ['../secret', '../none', '..', '/etc/passwd', 'a\0b']) {
      for (const kind of ['exists', 'read', 'list'] as const) {
        expect(ask(root, kind, path)).toEqual({ presence: 'unknown' });
      }
    }
  });

  it.runIf(process.platform !== 'win32')('follows no link out of its root, and knows nothing of a broken one', () => {
    const outer = folder({ 'root/in/x': 'inside\n', 'secret/file': 'secret\n' });
    const root = join(outer, 'root');
    symlinkSync('../secret', join(root, 'out'));
    symlinkSync('../secret/file', join(root, 'file'));
    symlinkSync('in', join(root, 'link'));
    symlinkSync('nowhere', join(root, 'broken'));
    symlinkSync('circle', join(root, 'circle'));
    for (const path of ['out', 'out/file', 'out/none', 'file', 'broken', 'broken/x', 'circle', 'circle/x']) {
      expect([path, ask(root, 'exists', path)]).toEqual([path, { presence: 'unknown' }]);
      expect([path, ask(root, 'read', path)]).toEqual([path, { presence: 'unknown' }]);
    }
    expect(ask(root, 'read', 'link/x')).toEqual({ presence: 'present', text: 'inside\n' });
    expect(ask(root, 'exists', 'link/none')).toEqual({ presence: 'absent' });
    expect(ask(root, 'list', '.').entries).toEqual(['broken', 'circle', 'file', 'in/', 'link/', 'out/']);
  });

  it.runIf(process.platform !== 'win32')(
    'has no text of a folder, a pipe, a long file or one that is not UTF-8',
    () => {
      const root = folder({ bad: Buffer.from([0xff]), long: Buffer.alloc(5 * 1024 * 1024) });
      mkdirSync(join(root, 'folder'));
      execFileSync('mkfifo', [join(root, 'pipe')]);
      for (const path of ['bad', 'long', 'folder', 'pipe']) {
        expect([path, ask(root, 'read', path)]).toEqual([path, { presence: 'present' }]);
      }
    },
  );

  it('remembers answers until they are cleared', () => {
    const root = folder();
    const facts = new DiskFacts(root);
    const query = { kind: 'exists', path: 'new' } as const;
    const presence = () => facts.answer(root, [query]).get(factKey(query))?.presence;
    expect(presence()).toBe('absent');
    writeFileSync(join(root, 'new'), '');
    expect(presence()).toBe('absent');
    facts.clear();
    expect(presence()).toBe('present');
  });
});
