import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildExtension } from './build/bundles.js';

// start: builds, lints the examples with the fixes as a diff, and opens VS Code on them with the extension loaded.
const root = process.cwd();
await buildExtension(root);
lint('What is found in examples/:');
lint(
  'What the fixes would change, those that want a look included; nothing is written:',
  '--unsafe-fixes',
  '--diff',
  '--quiet',
);

const code = onPath(process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium']);
if (code === undefined) {
  console.log('\nThere is no VS Code on the PATH. To open VS Code in the browser: npm run start:web');
} else {
  console.log('\nOpening VS Code on examples/ with the extension loaded');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, join(root, 'examples')];
  const windows = process.platform === 'win32';
  // The shell that starts code.cmd splits at blanks.
  spawnSync(windows ? `"${code}"` : code, windows ? args.map((arg) => `"${arg}"`) : args, {
    stdio: 'inherit',
    shell: windows,
  });
}

function lint(title: string, ...more: readonly string[]): void {
  console.log(`\n${title}\n`);
  const args = ['dist/cli.js', 'lint', 'examples', '--fail-on', 'never', ...more];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 2);
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
