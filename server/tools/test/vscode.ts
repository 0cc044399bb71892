import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packExtension } from '../build/pack.js';
import { findBrowser } from '../vscode-host/browser.js';
import { runOnDesktop } from '../vscode-host/desktop.js';
import { hostFolder, hostRunsHere, installHost, type Host } from '../vscode-host/install.js';
import { installExtension } from '../vscode-host/server.js';
import { readResults, runInNode, runInWorker, type SuiteResult } from '../vscode-host/suite.js';
import type { Level, LevelResult } from './levels.js';
import { run } from './process.js';

const root = process.cwd();
const pictures = join(root, 'test-results');

/** The levels that need a real VS Code. */
export const vscodeLevels: readonly Level[] = hostRunsHere()
  ? [
      { name: 'extension host', run: () => inHost(runNode) },
      { name: 'web extension host', run: () => inHost((place) => runWeb(place, 'disk')) },
      { name: 'web extension host without a disk', run: () => inHost((place) => runWeb(place, 'memory')) },
      { name: 'user interface', run: () => inHost(runInterface) },
    ]
  : [{ name: 'extension host', run: onDesktop }];

interface Place {
  readonly host: Host;
  readonly browser: string;
}

/** Installs VS Code at the first use. Where that or a browser is missing, the level does not run. */
async function inHost(suite: (place: Place) => Promise<SuiteResult>): Promise<LevelResult> {
  const browser = findBrowser();
  if (browser === undefined) return { notRun: 'there is no Chromium or Chrome; install one, or name it in CHROMIUM' };
  const host = await installHost(hostFolder()).catch((error: unknown) => String(error));
  if (typeof host === 'string') return { notRun: `VS Code could not be installed. ${host}` };
  return { tests: await suite({ host, browser }) };
}

function runNode({ host, browser }: Place): Promise<SuiteResult> {
  return runInNode({ host, browser, root, pictures, entry: 'out/test/extension/index.js' });
}

function runWeb({ host, browser }: Place, workspace: 'disk' | 'memory'): Promise<SuiteResult> {
  return runInWorker({ host, browser, root, pictures, entry: 'out/test/web/index.js' }, workspace);
}

/** Works the window of the packed and installed extension, as a person does. */
async function runInterface({ host }: Place): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-ui-'));
  const results = join(folder, 'results.json');
  try {
    await installExtension(host, await packExtension(root, folder), join(folder, 'extensions'));
    const env = { TEST_RESULTS: results, EXTENSIONS: join(folder, 'extensions'), PICTURES: pictures };
    const { output } = await run(process.execPath, [join(root, 'out', 'test', 'ui', 'main.mjs')], env);
    return resultsOr(results, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The VS Code of a desktop, which is downloaded where there is none. */
async function onDesktop(): Promise<LevelResult> {
  const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-desktop-'));
  const results = join(folder, 'results.json');
  try {
    await runOnDesktop({ root, workspace: folder, results });
    return { tests: resultsOr(results, 'no results') };
  } catch (error) {
    const tests = readResults(results);
    return tests.length > 0 ? { tests } : { notRun: `VS Code did not start. ${String(error)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultsOr(file: string, said: string): SuiteResult {
  const tests = readResults(file);
  return tests.length > 0 ? tests : [{ title: 'the suite writes its results', passed: false, error: said }];
}
