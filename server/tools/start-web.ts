import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from './build/bundles.js';
import { packExtension } from './build/pack.js';
import { hostFolder, installHost } from './vscode-host/install.js';
import { installExtension, startServer } from './vscode-host/server.js';

// start-web [PORT]: serves VS Code with the extension on the folder examples/, until Ctrl+C.
const root = process.cwd();
const port = Number(process.argv[2] ?? 0);
await buildExtension(root);
const host = await installHost(hostFolder());
const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-start-'));
const extensions = join(folder, 'extensions');
await installExtension(host, await packExtension(root, folder), extensions);
const server = await startServer(host, { extensions, ...(port > 0 ? { port } : {}) });
console.log(`VS Code with Docker Patterns: ${server.workbench(join(root, 'examples'), {})}`);
console.log('Ctrl+C ends it.');

const end = new Promise<void>((resolve) => {
  process.once('SIGINT', resolve);
  process.once('SIGTERM', resolve);
});
await end;
await server.stop();
rmSync(folder, { recursive: true, force: true });
