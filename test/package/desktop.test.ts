import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runOnDesktop } from '../../server/tools/vscode-host/desktop.js';

const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-desktop-'));
const said = join(folder, 'said.json');
const program = join(folder, 'code');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of VS Code that tells how it was started. */
function standIn(exitCode: number): void {
  const report = 'JSON.stringify({ args: process.argv.slice(2), results: process.env.TEST_RESULTS })';
  const script = `require('fs').writeFileSync(${JSON.stringify(said)}, ${report});process.exit(${exitCode})`;
  writeFileSync(program, `#!${process.execPath}\n${script}\n`);
  chmodSync(program, 0o755);
}

const run = { root: '/project', workspace: '/empty', results: '/results.json' };

describe.runIf(process.platform !== 'win32')('the suite on a desktop', () => {
  it('starts the downloaded VS Code with the extension and the compiled suite', async () => {
    standIn(0);
    expect(await runOnDesktop(run, () => Promise.resolve(program))).toBe(0);
    const { args, results } = JSON.parse(readFileSync(said, 'utf8')) as { args: string[]; results: string };
    expect(args).toContain('--extensionDevelopmentPath=/project');
    expect(args).toContain('--extensionTestsPath=/project/out/test/extension/index.js');
    expect(args).toEqual(expect.arrayContaining(['/empty', '--disable-extensions']));
    expect(results).toBe('/results.json');
  });

  it('reports a suite that failed', async () => {
    standIn(1);
    await expect(runOnDesktop(run, () => Promise.resolve(program))).rejects.toThrow();
  });
});
