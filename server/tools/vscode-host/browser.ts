import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A page that reaches this computer only. */
export interface Window {
  readonly page: Page;
  /** Names of the other computers that the page asked for, and did not reach. */
  readonly outside: ReadonlySet<string>;
  close(): Promise<void>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A Chromium or Chrome of this computer: the one that CHROMIUM names, or the first on the PATH. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...macApplications].find((path) => existsSync(path));
}

/** Opens an empty page. Throws if the browser does not start. */
export async function openWindow(executablePath: string, options: BrowserContextOptions = {}): Promise<Window> {
  const browser: Browser = await chromium.launch({ executablePath, headless: true, args: flags });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const outside = new Set<string>();
  await context.route(isElsewhere, async (route) => {
    outside.add(new URL(route.request().url()).host);
    await route.abort();
  });
  return { page: await context.newPage(), outside, close: () => browser.close() };
}

function isElsewhere(url: URL): boolean {
  const { hostname } = url;
  return hostname !== '127.0.0.1' && hostname !== 'localhost' && !hostname.endsWith('.localhost');
}
