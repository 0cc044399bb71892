import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Packs what dist/ holds as an extension; resolves to the path of the .vsix file. Throws, with its words, if vsce refuses. */
export async function packExtension(root: string, folder: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const file = join(folder, `docker-patterns-${version}.vsix`);
  const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // The project has no public address, against which vsce would complete links.
  const args = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file];
  await execute(process.execPath, [vsce, 'package', ...args], { cwd: root });
  return file;
}

/** Packs the command line for npm; resolves to the path of the .tgz file. Throws if npm fails. */
export async function packForNpm(root: string, folder: string): Promise<string> {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await execute('npm', args, { cwd: root, shell: process.platform === 'win32' });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  if (!packed) throw new Error('npm packed nothing.');
  return join(folder, packed.filename);
}
