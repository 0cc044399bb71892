import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, openWindow } from '../../server/tools/vscode-host/browser.js';
import { hostFolder, installedHost } from '../../server/tools/vscode-host/install.js';
import { startServer } from '../../server/tools/vscode-host/server.js';
import { Steps } from './steps.js';
import { compose, composeText } from './compose.js';
import { confirm } from './confirm.js';
import { firstSteps } from './firstSteps.js';
import { scaffold } from './scaffold.js';
import { walk } from './walk.js';

// Works the real window of VS Code with the installed extension. EXTENSIONS is the folder that the .vsix was installed
// into, PICTURES takes a screenshot of each step, TEST_RESULTS is the file to write: a line of
// JSON for each step.
const { EXTENSIONS: extensions = '', PICTURES: pictures = 'test-results', TEST_RESULTS: results = '' } = process.env;
const host = installedHost(hostFolder());
const browser = findBrowser();
if (!host || browser === undefined) throw new Error('There is no VS Code or no browser.');

const text = readFileSync('test/ui/Dockerfile', 'utf8');
const workspace = mkdtempSync(join(tmpdir(), 'docker-patterns-workspace-'));
const projects = mkdtempSync(join(tmpdir(), 'docker-patterns-projects-'));
const file = join(workspace, 'Dockerfile');
writeFileSync(file, text);
const rooted = join(workspace, 'Containerfile');
writeFileSync(rooted, 'FROM node:24-alpine\nWORKDIR /app\nCMD ["node", "server.js"]\n');
const project = join(workspace, 'compose.yaml');
writeFileSync(project, composeText);
const server = await startServer(host, { extensions });
const window = await openWindow(browser);
const steps = new Steps(pictures);
try {
  const address = server.workbench(workspace, { openFile: server.remote(file) });
  const place = { page: window.page, outside: window.outside };
  await walk(steps, { ...place, address, file });
  await confirm(steps.begin(), {
    ...place,
    address: server.workbench(workspace, { openFile: server.remote(rooted) }),
    file: rooted,
  });
  const { page } = window;
  await compose(steps.begin(), {
    page,
    address: server.workbench(workspace, { openFile: server.remote(project) }),
    file: project,
  });
  await scaffold(steps.begin(), { page, server, workspace: projects });
  await firstSteps(steps.begin(), { page, address: server.workbench(workspace, {}) });
} finally {
  await window.close();
  await server.stop();
  for (const folder of [workspace, projects]) rmSync(folder, { recursive: true, force: true });
}
writeFileSync(results, steps.results.map((result) => `${JSON.stringify(result)}\n`).join(''));
process.exit(steps.results.every((result) => result.passed) ? 0 : 1);
