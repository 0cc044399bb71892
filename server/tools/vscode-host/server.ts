import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Host } from './install.js';

/** A running VS Code server with the workbench at `http://127.0.0.1:<port>/`. */
export interface Server {
  readonly port: number;
  /** URI of a path of this computer as the workbench names it. */
  remote(path: string): string;
  /** URL of the workbench on a folder, with keys for the workbench. */
  workbench(folder: string, payload: Readonly<Record<string, string>>): string;
  log(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Where installed extensions live; a fresh folder if absent. */
  readonly extensions?: string;
  /** Reaches the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** A fixed port; any free one if absent. */
  readonly port?: number;
  /** What the person's settings hold besides the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** No telemetry, no updates, no welcome pages. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
};

/** The gallery of extensions has no address, so that VS Code asks nobody. */
const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
const startSeconds = 60;

/** Starts the server and waits until it answers. Throws, with its log, if it does not. */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'docker-patterns-vscode-'));
  const port = options.port ?? (await freePort());
  writeSettings(data, { ...quietSettings, ...options.settings });
  const logFile = join(data, 'server.log');
  const log = openSync(logFile, 'w');
  const child = spawn(host.node, [host.serverMain, ...serverArguments(port, data, options.extensions)], {
    stdio: ['ignore', log, log],
    env: { ...ownEnvironment(), ...noGallery, ...options.env },
    // A process group of its own, so that `stop` takes the extension host along.
    detached: true,
  });
  closeSync(log);
  const state = { ended: false };
  child.on('error', () => (state.ended = true));
  child.on('exit', () => (state.ended = true));
  const readLog = (): string => readFileSync(logFile, 'utf8');
  const signal = (name: NodeJS.Signals): void => killGroup(child.pid, name);

  const stop = async (): Promise<void> => {
    signal('SIGTERM');
    for (let i = 0; i < 30 && !state.ended; i++) await wait(100);
    signal('SIGKILL');
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  if (!(await answers(port, state))) {
    const text = readLog();
    await stop();
    throw new Error(`VS Code did not start.\n${text}`);
  }
  return { port, stop, log: readLog, ...addresses(port) };
}

/** Installs a packed extension into a folder. Throws if VS Code refuses it. */
export async function installExtension(host: Host, vsix: string, extensions: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'docker-patterns-install-'));
  const places = ['--server-data-dir', data, '--extensions-dir', extensions];
  const args = [host.serverMain, '--accept-server-license-terms', ...places, '--install-extension', vsix];
  try {
    await new Promise<void>((resolve, reject) => {
      const child = spawn(host.node, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...ownEnvironment(), ...noGallery },
      });
      const said: string[] = [];
      child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
      child.on('error', reject);
      child.on('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`VS Code refused ${vsix}.\n${said.join('')}`)),
      );
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function serverArguments(port: number, data: string, extensions = join(data, 'extensions')): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--disable-workspace-trust', '--telemetry-level', 'off'],
    // Without the driver a built workbench ignores `extensionDevelopmentPath` and `extensionTestsPath`.
    '--enable-smoke-test-driver',
    ...['--server-data-dir', data, '--extensions-dir', extensions],
  ];
}

function writeSettings(data: string, settings: object): void {
  const user = join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify(settings));
}

function addresses(port: number): Pick<Server, 'remote' | 'workbench'> {
  const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
  return {
    remote,
    workbench: (folder, payload) => {
      const query = new URLSearchParams({ folder, payload: JSON.stringify(Object.entries(payload)) });
      return `http://127.0.0.1:${port}/?${query.toString()}`;
    },
  };
}

async function answers(port: number, state: { readonly ended: boolean }): Promise<boolean> {
  for (let i = 0; i < startSeconds * 10 && !state.ended; i++) {
    const response = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
    if (response?.ok) return true;
    await wait(100);
  }
  return false;
}

/** Without the variables by which a terminal of VS Code tells its programs about itself. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Ended already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
