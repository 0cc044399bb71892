import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { openWindow, type Window } from './browser.js';
import type { Host } from './install.js';
import { startServer, type Server } from './server.js';

/** One test that ran in VS Code. */
export interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  readonly error?: string;
}

/** What a suite came to. An error outside the tests is one more failed test. */
export type SuiteResult = readonly TestResult[];

export interface SuiteRun {
  readonly host: Host;
  readonly browser: string;
  /** The extension under development, built. */
  readonly root: string;
  /** Entry of the compiled suite, relative to `root`. */
  readonly entry: string;
  /** Where a screenshot of the end goes. */
  readonly pictures: string;
}

/** What VS Code always says: native modules that are not built, files that code-server does not serve. */
const noise = /INFO|spdlog|bindings|Failed to load resource|code 404|ServiceWorker/;
/** Thrice what the longest suite takes: other programs may be at work. */
const seconds = 1200;

/** Runs a compiled Mocha suite in the Node extension host. Never throws. */
export async function runInNode(run: SuiteRun): Promise<SuiteResult> {
  const workspace = mkdtempSync(join(tmpdir(), 'docker-patterns-workspace-'));
  const results = `${workspace}.json`;
  const opened = await open(run, { TEST_RESULTS: results }, {});
  const { server, window } = opened;
  const outcome = await untilExit(window.page, () =>
    window.page.goto(
      server.workbench(workspace, {
        extensionDevelopmentPath: server.remote(run.root),
        extensionTestsPath: server.remote(join(run.root, run.entry)),
        enableProposedApi: '',
        skipWelcome: 'true',
      }),
    ),
  );
  await close(opened, run, 'extension-host');
  const tests = readResults(results);
  rmSync(workspace, { recursive: true, force: true });
  rmSync(results, { force: true });
  return judge(tests, outcome, opened.said());
}

/**
 * Runs a bundled Mocha suite in the web extension host, a worker of the browser. The workspace is a folder of this
 * computer, or one that is held in memory. Never throws.
 */
export async function runInWorker(run: SuiteRun, workspaceKind: 'disk' | 'memory'): Promise<SuiteResult> {
  const workspace = mkdtempSync(join(tmpdir(), 'docker-patterns-workspace-'));
  const files = await serveFolder(run.root);
  // VS Code loads the extension from another port than its own.
  const opened = await open(run, {}, { bypassCSP: true });
  const { server, window } = opened;
  // A line comes twice: from the worker, and from the workbench that repeats it.
  const found = new Map<string, TestResult>();
  window.page.on('console', (message) => {
    const text = /^.*?RESULT (\{.*\})\s*$/s.exec(message.text())?.[1];
    if (text !== undefined) found.set(text, JSON.parse(text) as TestResult);
  });
  await window.page.addInitScript({ content: patchWorkbench(files.port, run.entry, workspaceKind) });
  const address = workspaceKind === 'memory' ? `http://127.0.0.1:${server.port}/` : server.workbench(workspace, {});
  const outcome = await untilExit(window.page, () => window.page.goto(address));
  await close(opened, run, `web-host-${workspaceKind}`);
  files.close();
  rmSync(workspace, { recursive: true, force: true });
  return judge([...found.values()], outcome, opened.said());
}

interface Opened {
  readonly server: Server;
  readonly window: Window;
  /** The last lines of the page's console and of the server, for a failure. */
  said(): string;
}

async function open(run: SuiteRun, env: Record<string, string>, context: { bypassCSP?: boolean }): Promise<Opened> {
  const server = await startServer(run.host, { env });
  const window = await openWindow(run.browser, context);
  const lines: string[] = [];
  window.page.on('console', (message) => lines.push(...message.text().split('\n')));
  return {
    server,
    window,
    said: () =>
      lines
        .filter((line) => !noise.test(line))
        .slice(-40)
        .join('\n'),
  };
}

async function close({ server, window }: Opened, run: SuiteRun, picture: string): Promise<void> {
  mkdirSync(run.pictures, { recursive: true });
  await window.page.screenshot({ path: join(run.pictures, `${picture}.png`) }).catch(() => undefined);
  await window.close();
  await server.stop();
}

/** Resolves with what went wrong, or with nothing: the workbench reports the end of the suite to the page. */
async function untilExit(page: Page, begin: () => Promise<unknown>): Promise<string | undefined> {
  const { promise, resolve } = withResolver<string | undefined>();
  const timer = setTimeout(() => resolve(`no end within ${seconds} seconds`), seconds * 1000);
  page.on('crash', () => resolve('the page crashed'));
  await page.exposeFunction('codeAutomationLog', () => undefined);
  await page.exposeFunction('codeAutomationExit', (code: number) =>
    resolve(code === 0 ? undefined : `exit code ${code}`),
  );
  await begin().catch((error: unknown) => resolve(String(error)));
  const outcome = await promise;
  clearTimeout(timer);
  return outcome;
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

/** The results in a file of one JSON value a line; none if there is no file. */
export function readResults(file: string): SuiteResult {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as TestResult);
}

/** A suite is good only if it wrote results, something passed, nothing failed and it ended well. */
function judge(tests: SuiteResult, outcome: string | undefined, said: string): SuiteResult {
  const explained = outcome === undefined || (outcome === 'exit code 1' && tests.some((test) => !test.passed));
  if (tests.length > 0 && explained) return tests;
  const error = `${outcome ?? 'no test ran'}\n${said}`;
  return [...tests, { title: 'the suite runs to its end', passed: false, error }];
}

/**
 * A script for the page: the workbench takes the extension and the suite from its boot configuration.
 * The page is patched in place: Chromium refuses the sockets of a page whose document was replaced on the way.
 */
function patchWorkbench(port: number, entry: string, workspaceKind: 'disk' | 'memory'): string {
  const uri = (path: string): object => ({ $mid: 1, scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const options = { enableSmokeTestDriver: true, extensions: [uri('/')], extensionTestsPath: uri(`/${entry}`) };
  const memory = { $mid: 1, scheme: 'tmp', authority: '', path: '/workspace' };
  return `if (window === top) new MutationObserver((_, observer) => {
    const meta = document.getElementById('vscode-workbench-web-configuration');
    if (!meta) return;
    observer.disconnect();
    const settings = JSON.parse(meta.dataset.settings);
    settings.developmentOptions = { ...settings.developmentOptions, ...${JSON.stringify(options)} };
    if (settings.productConfiguration) delete settings.productConfiguration.extensionsGallery;
    if (${workspaceKind === 'memory'}) {
      delete settings.remoteAuthority;
      settings.folderUri = ${JSON.stringify(memory)};
      settings.enableWorkspaceTrust = false;
    }
    meta.dataset.settings = JSON.stringify(settings);
  }).observe(document, { childList: true, subtree: true });`;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
};

/** Serves the files below a folder on a free port of this computer, to every origin. */
async function serveFolder(root: string): Promise<{ port: number; close: () => void }> {
  const server: HttpServer = createServer((request, response) => {
    const file = join(root, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)));
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The files got no port.');
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: address.port, close };
}
