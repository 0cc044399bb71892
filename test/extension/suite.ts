import * as vscode from 'vscode';
import { snippets } from '../../server/src/snippets/index.js';
import { expandSnippet } from '../content/snippet.js';
import { equal, matches, present, until } from './check.js';
import {
  actions,
  closeEditors,
  diagnostic,
  diagnosticsOf,
  idOf,
  noDiagnostic,
  open,
  remove,
  replaceAll,
  runAction,
  write,
} from './workspace.js';

const server = ['FROM node:24-alpine', 'WORKDIR /app', 'COPY server.js ./', 'CMD node server.js', ''].join('\n');
const rule = 'shell-form-command';
const fixed = 'CMD ["node", "server.js"]';

suite('Docker Patterns in VS Code', () => {
  teardown(closeEditors);

  test('a Dockerfile gets a warning under the exact words', async () => {
    const document = await open('range/Dockerfile', server);
    const found = await diagnostic(document, rule);
    equal(document.getText(found.range), 'node server.js', 'range');
    equal([found.range.start.line, found.range.start.character], [3, 4], 'start');
    equal(
      [found.source, found.severity],
      ['Docker Patterns', vscode.DiagnosticSeverity.Warning],
      'source and severity',
    );
    const link = typeof found.code === 'object' ? found.code.target.toString() : '';
    matches(link, /^https:\/\/docs\.docker\.com\//);
  });

  test('a quick fix repairs the line and the warning goes', async () => {
    const document = await open('fix/Dockerfile', server);
    const found = await diagnostic(document, rule);
    await runAction(document, found.range, 'Change to the exec form');
    equal(document.lineAt(3).text, fixed, 'line');
    await noDiagnostic(document, rule);
  });

  test('fix all repairs what is safe and leaves the rest', async () => {
    const text = `${server}RUNN true\n`.replace('WORKDIR /app', 'RUN apk add git\nWORKDIR /app');
    const document = await open('all/Dockerfile', text);
    await diagnostic(document, rule);
    await vscode.commands.executeCommand('dockerPatterns.fixAll');
    await until('the fixed line', () => (document.getText().includes(fixed) ? true : undefined));
    matches(document.getText(), /^RUN apk add --no-cache git$/m);
    await noDiagnostic(document, rule);
  });

  test('fix all takes the document that it is given', async () => {
    const document = await open('given/Dockerfile', server);
    await diagnostic(document, rule);
    await open('given/other.txt', 'other');
    await vscode.commands.executeCommand('dockerPatterns.fixAll', document.uri);
    equal(document.lineAt(3).text, fixed, 'line');
  });

  test('a fix with a placeholder selects what a person has to write', async () => {
    const document = await open('placeholder/Dockerfile', 'FROM python:3.14-slim\nRUN pip install flask\n');
    const found = await diagnostic(document, 'unpinned-pip-packages');
    await runAction(document, found.range, 'Name a version of flask');
    equal(document.lineAt(1).text, 'RUN pip install flask==version', 'line');
    await until('the selected placeholder', () => {
      const editor = present(vscode.window.activeTextEditor, 'an editor');
      return document.getText(editor.selection) === 'version' || undefined;
    });
  });

  test('an ignore comment goes above the instruction and hides the warning', async () => {
    const document = await open('ignore/Dockerfile', server);
    const found = await diagnostic(document, rule);
    const titles = (await actions(document, found.range)).map((action) => action.title);
    const title = present(
      titles.find((text) => /ignore/i.test(text) && /line/i.test(text)),
      `an ignore action among ${titles.join(', ')}`,
    );
    await runAction(document, found.range, title);
    equal(document.lineAt(3).text, `# docker-patterns ignore=${rule}`, 'line');
    await noDiagnostic(document, rule);
  });

  test('a hover says what is wrong and links to the guide', async () => {
    const document = await open('hover/Dockerfile', server);
    const found = await diagnostic(document, rule);
    const text = await hoverText(document, found.range.start.translate(0, 1));
    matches(text, /shell/);
    matches(text, /command:dockerPatterns\.openGuide\?/);
  });

  test('a hover on an instruction says what it does', async () => {
    const document = await open('instruction/Dockerfile', server);
    await diagnostic(document, rule);
    matches(await hoverText(document, new vscode.Position(1, 2)), /WORKDIR|directory|folder/i);
  });

  test('"Open guide" shows the page in the Markdown preview', async () => {
    await vscode.commands.executeCommand('dockerPatterns.openGuide', 'security-hardening#non-root-user');
    await previewOf('security-hardening.md');
  });

  test('"Show rule" shows the page of the rule in the Markdown preview', async () => {
    await vscode.commands.executeCommand('dockerPatterns.showRule', rule);
    await previewOf(`${rule}.md`);
  });

  test('a configuration file counts as soon as it is written, and no longer when it is gone', async () => {
    const document = await open('config/Dockerfile', server);
    await diagnostic(document, rule);
    const config = await write('config/.docker-patterns.yaml', `rules:\n  ${rule}: off\n`);
    await noDiagnostic(document, rule);
    await remove(config);
    await diagnostic(document, rule);
  });

  test('a mistake in a configuration file is told at its line', async () => {
    const document = await open('wrong/.docker-patterns.yaml', 'rules:\n  no-such-rule: error\n');
    await open('wrong/Dockerfile', server);
    const found = await until('a message in the configuration', () => diagnosticsOf(document)[0]);
    equal(found.range.start.line, 1, 'line');
  });

  test('a changed setting counts at once', async () => {
    const document = await open('setting/Dockerfile', server);
    await diagnostic(document, rule);
    const settings = vscode.workspace.getConfiguration('dockerPatterns');
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('rules', { [rule]: 'error' }, target);
    try {
      await until('the new severity', () =>
        diagnosticsOf(document).find(
          (found) => idOf(found) === rule && found.severity === vscode.DiagnosticSeverity.Error,
        ),
      );
    } finally {
      await settings.update('rules', undefined, target);
    }
  });

  test('an edit moves the warning along', async () => {
    const document = await open('edit/Dockerfile', server);
    await diagnostic(document, rule);
    await replaceAll(document, `# a comment\n${server}`);
    await until('the moved warning', () =>
      diagnosticsOf(document).find((found) => idOf(found) === rule && found.range.start.line === 4),
    );
  });

  test('VS Code reads every snippet as the other tests do', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    for (const { id, body } of snippets) {
      await replaceAll(document, '');
      await editor.insertSnippet(new vscode.SnippetString(body));
      equal(document.getText().replaceAll('\r\n', '\n'), expandSnippet(body), id);
      await vscode.commands.executeCommand('leaveSnippet');
    }
  });

  test('a snippet is offered once: the server leaves them to VS Code', async () => {
    const document = await open('once/Dockerfile', 'FROM node:24-alpine\ndp-healthcheck\nCMD node server.js\n');
    await diagnostic(document, rule);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(1, 14),
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    equal(labels.filter((label) => label === 'dp-healthcheck').length, 1, labels.join(', '));
  });

  test('an untitled Dockerfile is linted too', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: server });
    await vscode.window.showTextDocument(document);
    await diagnostic(document, rule);
  });

  test('files have the language that their name says', async () => {
    const names: Readonly<Record<string, string>> = {
      'names/Containerfile': 'dockerfile',
      'names/Dockerfile.dev': 'dockerfile',
      'names/api.dockerfile': 'dockerfile',
      'names/compose.yaml': 'dockercompose',
      'names/web.compose.yaml': 'dockercompose',
      'names/compose-prod.yml': 'dockercompose',
      'names/values.yaml': 'yaml',
      'names/.dockerignore': 'ignore',
      'names/Dockerfile.dockerignore': 'ignore',
      'names/api.Dockerfile.dockerignore': 'ignore',
    };
    for (const [name, language] of Object.entries(names)) {
      equal((await open(name, '')).languageId, language, name);
    }
  });

  test('a template of a Dockerfile and a page about one are left alone', async () => {
    const template = await open('other/Dockerfile.j2', server.replace('24-alpine', '{{ tag }}'));
    const page = await open('other/Dockerfile.md', server);
    await diagnostic(await open('other/Dockerfile', server), rule);
    equal([diagnosticsOf(template).length, diagnosticsOf(page).length], [0, 0], 'findings');
  });

  test('formatting indents a continued line', async () => {
    const document = await open('format/Dockerfile', 'FROM alpine:3.22\nRUN true && \\\ntrue\n');
    const edits = await until('edits', () =>
      vscode.commands.executeCommand<readonly vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 4, insertSpaces: true },
      ),
    );
    equal(
      edits.map((edit) => [edit.range.start.line, edit.newText]),
      [[2, '    ']],
      'edits',
    );
  });

  test('a restarted server goes on', async () => {
    const document = await open('restart/Dockerfile', server);
    await diagnostic(document, rule);
    await vscode.commands.executeCommand('dockerPatterns.restartServer');
    await replaceAll(document, `# again\n${server}`);
    await until('a warning of the new server', () =>
      diagnosticsOf(document).find((found) => idOf(found) === rule && found.range.start.line === 4),
    );
  });
});

async function hoverText(document: vscode.TextDocument, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at,
  );
  const parts = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
  return parts.map((part) => part.value).join('\n');
}

async function previewOf(file: string): Promise<void> {
  await until(`the preview of ${file}`, () => {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    const isPreview = tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('markdown.preview');
    return isPreview && tab.label.includes(file) ? tab : undefined;
  });
}
