// node server/tools/run.mjs <name> [arguments]
// Bundles server/tools/<name>.ts and runs it; the exit code is that of the tool.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const [name = '', ...args] = process.argv.slice(2);
const entry = join(here, `${name}.ts`);

if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(entry)) {
  console.error(`No such tool: "${name}". Tools are the files server/tools/<name>.ts.`);
  process.exit(2);
}

const { build } = await import('esbuild').catch(() => {
  console.error('The packages of the project are not installed. Run: npm ci');
  process.exit(2);
});
const outfile = join(root, 'out', 'tools', `${name}.mjs`);
try {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'error',
    absWorkingDir: root,
  });
} catch {
  process.exit(2);
}

const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...args], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(String(error));
  process.exit(2);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
