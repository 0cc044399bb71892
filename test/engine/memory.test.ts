import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { Memory, memoised } from '../../server/src/engine/memo.js';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'out', 'test-memory', 'measure.cjs');

beforeAll(() => {
  buildSync({
    entryPoints: [join(root, 'test/engine/memory/measure.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    tsconfig: join(root, 'tsconfig.json'),
  });
});

it('asks about each document once, also where the answer is nothing', () => {
  const asked: unknown[] = [];
  const answer = memoised((doc: { readonly memory: Memory; readonly value?: number }) => {
    asked.push(doc);
    return doc.value;
  });
  const [one, other] = [{ memory: new Memory(), value: 1 }, { memory: new Memory() }];
  expect([one, other, one, other].map(answer)).toEqual([1, undefined, 1, undefined]);
  expect(asked).toEqual([one, other]);
});

it.each(['dockerfile', 'compose'])(
  'a %s that nobody needs any more goes without a full collection of garbage',
  (language) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program, language], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^-?\d+\n$/);
    expect(Number(stdout)).toBeLessThan(2_000_000);
  },
);
