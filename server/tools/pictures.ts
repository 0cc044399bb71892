import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { buildExtension } from './build/bundles.js';
import { packExtension } from './build/pack.js';
import { findBrowser, openWindow } from './vscode-host/browser.js';
import { hostFolder, installHost } from './vscode-host/install.js';
import { installExtension, startServer, type Server } from './vscode-host/server.js';

// pictures: takes the pictures of the walkthrough and of README in the VS Code of the tests, light and dark, and draws
// images/icon.png from images/icon.svg.

const folder = 'images/walkthrough';
const size = { width: 900, height: 480 };
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const soon = { timeout: 30_000 };

const settings = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'workbench.activityBar.location': 'hidden',
  'workbench.sideBar.location': 'right',
  'workbench.statusBar.visible': true,
  'editor.hover.delay': 100,
  'breadcrumbs.enabled': false,
};

/** The status bar of a VS Code in a browser has entries that a person's has not. */
const ofTheHost = `
  [id="status.host"], [id="status.forwardedPorts"], [id="status.workbench.keyboardLayout"]
  { display: none !important; }`;

const browser = findBrowser();
if (browser === undefined) throw new Error('There is no browser.');
const host = await installHost(hostFolder());
const temporary = mkdtempSync(join(tmpdir(), 'docker-patterns-pictures-'));
try {
  mkdirSync(folder, { recursive: true });
  await drawIcon(browser);
  const extensions = join(temporary, 'extensions');
  await buildExtension(process.cwd());
  await installExtension(host, await packExtension(process.cwd(), temporary), extensions);
  for (const [name, theme] of Object.entries(themes)) {
    const server = await startServer(host, { extensions, settings: { ...settings, 'workbench.colorTheme': theme } });
    const window = await openWindow(browser, { viewport: size });
    try {
      await walk(window.page, server, name);
    } finally {
      await window.close();
      await server.stop();
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

async function drawIcon(program: string): Promise<void> {
  const window = await openWindow(program, { viewport: { width: 256, height: 256 } });
  const svg = readFileSync('images/icon.svg', 'utf8');
  await window.page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync('images/icon.png', await window.page.screenshot({ omitBackground: true }));
  await window.close();
}

/** Goes through the steps of the walkthrough and takes a picture of each. */
async function walk(page: Page, server: Server, theme: string): Promise<void> {
  const picture = async (name: string): Promise<void> => {
    await wait(1_500);
    await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
  };
  const workspace = join(temporary, `project-${theme}`);
  mkdirSync(workspace, { recursive: true });
  await page.goto(server.workbench(workspace, {}));
  await page.waitForSelector('.monaco-workbench', soon);
  await page.addStyleTag({ content: ofTheHost });
  await wait(6_000);
  await page.keyboard.press('Control+b');

  await command(page, 'Open an example with mistakes');
  await page.waitForSelector('.squiggly-error', soon);
  await picture('example');

  await page.keyboard.press('Control+Shift+M');
  await page.waitForSelector('.markers-panel', soon);
  await picture('warning');
  await page.keyboard.press('Control+Shift+M');

  await hoverOver(page, 'COPY . .');
  await page.waitForSelector('.monaco-hover:not(.hidden)', soon);
  await picture('hover');
  await page.keyboard.press('Escape');

  await clickOn(page, 'HEALTHCHEK');
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget', soon);
  await picture('fix');
  await page.keyboard.press('Escape');

  await command(page, 'Docker Patterns: Fix all in file');
  await wait(3_000);
  await picture('fix-all');

  await clickOn(page, 'WORKDIR');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('dp-', { delay: 80 });
  await page.waitForSelector('.suggest-widget.visible .monaco-list-row', soon);
  await picture('pattern');
  await page.keyboard.press('Escape');

  await command(page, 'Docker Patterns: Open guide');
  await page.waitForSelector('.quick-input-widget:not(.hidden)', soon);
  await page.keyboard.type('Checking first', { delay: 20 });
  await wait(1_000);
  await page.keyboard.press('Enter');
  await wait(4_000);
  await picture('ci');
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget:not(.hidden)', soon);
  await page.keyboard.type(name, { delay: 10 });
  await wait(1_000);
  await page.keyboard.press('Enter');
  await wait(1_000);
}

async function placeOf(page: Page, words: string): Promise<{ readonly x: number; readonly y: number }> {
  const line = page.locator('.view-line', { hasText: words }).first();
  const box = await line.locator('span span').first().boundingBox();
  if (box === null) throw new Error(`There is no line with ${words}.`);
  return { x: box.x + 60, y: box.y + box.height / 2 };
}

async function hoverOver(page: Page, words: string): Promise<void> {
  const { x, y } = await placeOf(page, words);
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
}

async function clickOn(page: Page, words: string): Promise<void> {
  const { x, y } = await placeOf(page, words);
  await page.mouse.click(x, y);
}
