import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildExtension } from './build/bundles.js';

// start: builds, lints the examples with the fixes as a diff, and opens VS Code on them with the extension loaded.
const root = process.cwd();
await buildExtension(root);
lint('What is found in examples/:');
lint('The safe fixes as a diff; nothing is written:', '--fix', '--diff', '--quiet');

const code = onPath(process.platform === 'win32' ? ['code.cmd'] : ['code', 'code-insiders', 'codium']);
if (code === undefined) {
  console.log('\nThere is no VS Code on the PATH. To open VS Code in the browser: npm run start:web');
} else {
  console.log('\nOpening VS Code on examples/ with the extension loaded');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, join(root, 'examples')];
  spawnSync(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
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
