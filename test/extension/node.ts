import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { equal, present, until } from './check.js';
import {
  actions,
  closeEditors,
  diagnostic,
  diagnosticsOf,
  idOf,
  noDiagnostic,
  open,
  removeFolder,
  replaceAll,
  write,
} from './workspace.js';

const text = 'FROM node:24-alpine\nCMD node server.js\n';
const rule = 'shell-form-command';

suite('Docker Patterns where there is Node', () => {
  teardown(closeEditors);

  test('the extension activates with a Dockerfile', async () => {
    await diagnostic(await open('active/Dockerfile', text), rule);
    const extension = present(vscode.extensions.getExtension('docker-patterns.docker-patterns'), 'the extension');
    equal(extension.isActive, true, 'active');
  });

  test('a snippet comes from the list of completions', async () => {
    const document = await open('snippet/Dockerfile', 'FROM alpine:3.22\n\n');
    const editor = present(vscode.window.activeTextEditor, 'an editor');
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand('type', { text: 'healthcheck' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until('the text of the snippet', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      await new Promise((resolve) => setTimeout(resolve, 200));
      return document.lineCount > 3 || document.lineAt(1).text.length > 20 ? true : undefined;
    });
  });

  test('a file that appears beside the Dockerfile is known at once', async () => {
    await write('facts/package.json', '{}');
    const document = await open(
      'facts/Dockerfile',
      'FROM node:24-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
    );
    await diagnostic(document, 'copy-before-install');
    await write('facts/package-lock.json', '{}');
    await until('a fix that names the lock file', async () => {
      const found = await diagnostic(document, 'copy-before-install');
      const edits = (await actions(document, found.range)).flatMap(({ edit }) => edit?.entries() ?? []);
      const texts = edits.flatMap(([, of]) => of.map(({ newText }) => newText));
      return texts.some((newText) => newText.includes('package.json package-lock.json')) ? true : undefined;
    });
  });

  test('a port that another project publishes is told as long as that project is there', async () => {
    const shared = 'port-shared-between-projects';
    const project = 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - "127.0.0.1:8093:80"\n';
    const other = await write('ports/team/shop.web/compose.yaml', project);
    const document = await open('ports/api/compose.yaml', project);
    const found = await diagnostic(document, shared);
    equal(document.getText(found.range), '8093', 'the words');
    const [place] = present(found.relatedInformation, 'a related place');
    equal([place?.location.uri.toString(), place?.location.range.start.line], [other.toString(), 4], 'the place');
    await write('ports/team/shop.web/compose.yaml', project.replace('8093', '8094'));
    await noDiagnostic(document, shared);
    await write('ports/team/shop.web/compose.yaml', project);
    await diagnostic(document, shared);
    await removeFolder('ports/team');
    await noDiagnostic(document, shared);
    await write('ports/new/docker-compose.yml', project);
    await diagnostic(document, shared);
    await closeEditors();
    await removeFolder('ports');
  });

  if (process.platform === 'linux') {
    test('a server that died comes back', async () => {
      const document = await open('crash/Dockerfile', text);
      await diagnostic(document, rule);
      const pid = present(serverProcess(), 'the process of the server');
      process.kill(pid, 'SIGKILL');
      await until('a new process', () => (serverProcess() ?? pid) !== pid || undefined);
      await replaceAll(document, `# again\n${text}`);
      await until('a warning of the new server', () =>
        diagnosticsOf(document).find((found) => idOf(found) === rule && found.range.start.line === 2),
      );
    });
  }
});

/** The child of this extension host that runs our server. */
function serverProcess(): number | undefined {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      return Number(parent) === process.pid && command.includes('dist/server.js');
    } catch {
      return false;
    }
  });
  return found === undefined ? undefined : Number(found);
}
