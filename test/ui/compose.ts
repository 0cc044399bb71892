import type { Page } from 'playwright-core';
import { openQuickFixes } from './quickFixes.js';
import type { Steps } from './steps.js';
import {
  applyPreview,
  expectInSight,
  hoverOver,
  insertSnippet,
  lineOf,
  placeOf,
  previewHeading,
  row,
  slow,
  soon,
  waitForFile,
} from './window.js';

/** A service to harden, one that would break, and room for a snippet. */
export const composeText = [
  'services:',
  '  proxy:',
  '    image: nginx:1.30-alpine',
  '  photos:',
  '    image: lscr.io/linuxserver/photoprism:1.0.0',
  '',
].join('\n');

/** Reads, completes and hardens a Compose file. */
export async function compose(
  steps: Steps,
  { page, address, file }: { readonly page: Page; readonly address: string; readonly file: string },
): Promise<void> {
  const step = (title: string, act: () => Promise<void>): Promise<void> => steps.step(page, title, act);
  const tab = page.locator('.tab', { hasText: 'compose.yaml' }).first();

  await step('a hover on a Compose key leads to the guide at its heading', async () => {
    await page.goto(address);
    await lineOf(page, 'proxy:').waitFor(slow);
    await page.waitForSelector('.monaco-workbench .statusbar-item >> text=Compose', slow);
    await hoverOver(page, 'image: nginx', 'nginx', 'Alpine Linux');
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: /Guide/ }).first().click(soon);
    await expectInSight(await previewHeading(page, 'Choosing a base'));
  });

  await step('a service is hardened in one go', async () => {
    await tab.click(soon);
    const { x, y } = await placeOf(page, 'image: nginx', 'image');
    await page.mouse.click(x, y);
    const harden = await openQuickFixes(page, 'Harden proxy');
    await harden.click(soon);
    await applyPreview(page);
    await lineOf(page, 'cap_drop').waitFor(soon);
    await lineOf(page, 'no-new-privileges').waitFor(soon);
  });

  await step('a service that would break is not hardened, and the menu says why', async () => {
    // The panel of the preview may still be there and hide the end of the file.
    await lineOf(page, 'cap_drop').click(soon);
    await page.keyboard.press('Control+End');
    const { x, y } = await placeOf(page, 'image: lscr.io', 'image');
    await page.mouse.click(x, y);
    const harden = await openQuickFixes(page, 'Harden photos', 'Control+Shift+R');
    const html = await harden.evaluate((entry) => entry.outerHTML + (entry.parentElement?.outerHTML ?? ''));
    if (!html.includes('option-disabled')) throw new Error(`The entry can be chosen: ${html}`);
    if (!html.includes('s6')) throw new Error(`The entry does not say why: ${html}`);
    await page.keyboard.press('Escape');
  });

  await step('a snippet goes into the Compose file', async () => {
    const { x, y } = await placeOf(page, 'image: lscr.io');
    await page.mouse.click(x, y);
    await page.keyboard.press('Control+End');
    await insertSnippet(page, 'dp-compose-redis');
    await lineOf(page, 'image: redis').waitFor(soon);
    await page.keyboard.press('Control+s');
    await waitForFile(file, (text) => /^ {4}image: redis/m.test(text) && /cap_drop/.test(text));
  });

  await step('a click on the language status changes the profile', async () => {
    await page.locator('[id="status.languageStatus"]').first().hover(soon);
    const change = page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Change profile' }).first();
    await change.click(soon);
    await row(page, 'recommended').filter({ hasText: 'now' }).waitFor(soon);
    await row(page, 'Also hardening').click(soon);
    await page.waitForSelector('.squiggly-info, .squiggly-hint, .squiggly-warning', soon);
    await page.locator('[id="status.languageStatus"]').first().hover(soon);
    await page.waitForSelector('.monaco-hover:not(.hidden) >> text=profile all', soon);
    await page.keyboard.press('Escape');
  });
}
