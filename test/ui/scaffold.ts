import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Server } from '../../server/tools/vscode-host/server.js';
import type { Steps } from './steps.js';
import { insertSnippet, lineOf, row, runCommand, slow, soon, waitForFile } from './window.js';

interface Project {
  readonly name: string;
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  /** The first line of the Dockerfile that says what it is built from. */
  readonly from: RegExp;
}

const own = '# What somebody wrote\nnode_modules\n';
const projects: readonly Project[] = [
  {
    name: 'express',
    title: 'Node.js',
    files: {
      'package.json':
        '{"name":"api","version":"1.0.0","scripts":{"start":"node index.js"},"dependencies":{"express":"5"}}',
      'package-lock.json': '{"name":"api","lockfileVersion":3}',
      'index.js': 'console.log("hello");\n',
      '.dockerignore': own,
    },
    from: /^FROM node:/m,
  },
  {
    name: 'flask',
    title: 'Python',
    files: {
      'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\n',
      'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
    },
    from: /^FROM python:/m,
  },
  {
    name: 'golang',
    title: 'Go',
    files: { 'go.mod': 'module example.com/app\n\ngo 1.26\n', 'main.go': 'package main\n' },
    from: /^FROM golang:/m,
  },
];
const wanted = ['Dockerfile', '.dockerignore', 'compose.yaml'];

/** Adds Docker files to three projects, and a pattern to an ignore file. */
export async function scaffold(
  steps: Steps,
  { page, server, workspace }: { readonly page: Page; readonly server: Server; readonly workspace: string },
): Promise<void> {
  for (const project of projects) {
    const folder = join(workspace, project.name);
    const missing = wanted.filter((file) => project.files[file] === undefined);
    for (const [file, text] of Object.entries(project.files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }

    await steps.step(page, `the files for a project of ${project.title} are shown first`, async () => {
      await page.goto(server.workbench(folder, {}));
      await page.waitForSelector('.explorer-folders-view .monaco-list-row', slow);
      await runCommand(page, 'Docker Patterns: Add Docker files to this project');
      for (const file of missing)
        await row(page, file).locator('input:checked, [aria-checked=true]').first().waitFor(slow);
      const rows = await page.locator('.quick-input-widget:not(.hidden) .monaco-list-row').count();
      if (rows !== missing.length) throw new Error(`${rows} files are offered, not ${missing.join(', ')}.`);
      for (const [index, file] of missing.entries()) {
        if (index > 0) await page.keyboard.press('ArrowDown');
        await page.locator('.tab.active', { hasText: file }).first().waitFor(soon);
      }
      const written = missing.filter((file) => existsSync(join(folder, file)));
      if (written.length > 0) throw new Error(`${written.join(', ')} is there before anybody agreed.`);
    });

    await steps.step(page, `and written for a project of ${project.title} when a person agrees`, async () => {
      await page.keyboard.press('Enter');
      for (const file of missing) await waitForFile(join(folder, file), (text) => text.trim() !== '');
      if (!project.from.test(readFileSync(join(folder, 'Dockerfile'), 'utf8')))
        throw new Error('The base is another one.');
      for (const [file, text] of Object.entries(project.files)) {
        if (readFileSync(join(folder, file), 'utf8') !== text) throw new Error(`${file} was overwritten.`);
      }
      await page.locator('.tab.active', { hasText: 'Dockerfile' }).first().waitFor(soon);
    });
  }

  const [{ name }] = projects as readonly [Project];
  await steps.step(page, 'a snippet goes into the ignore file', async () => {
    const file = join(workspace, name, '.dockerignore');
    await page.goto(server.workbench(join(workspace, name), { openFile: server.remote(file) }));
    await lineOf(page, 'somebody wrote').waitFor(slow);
    await lineOf(page, 'somebody wrote').click(soon);
    await page.keyboard.press('Control+End');
    await insertSnippet(page, 'dp-ignore-secrets');
    await page.keyboard.press('Control+s');
    await waitForFile(file, (text) => text.startsWith(own) && text.includes('.env'));
  });
}
