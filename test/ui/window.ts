import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Locator, Page } from 'playwright-core';

export const slow = { timeout: 60_000 };
export const soon = { timeout: 15_000 };

/** The line of the editor that has this text. */
export function lineOf(page: Page, text: string): Locator {
  return page
    .locator('.view-line')
    .filter({ hasText: shown(text) })
    .first();
}

/** The editor writes blanks as no-break spaces. */
export function shown(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'));
}

/** The heading in the preview, which is a frame within a frame. */
export async function previewHeading(page: Page, title: string): Promise<Locator> {
  for (let i = 0; i < 150; i++) {
    for (const frame of page.frames()) {
      const heading = headingIn(frame, title);
      if (await heading.isVisible().catch(() => false)) return heading;
    }
    await wait(100);
  }
  throw new Error(`No preview shows the heading "${title}".`);
}

/** A link of the preview. */
export async function previewLink(page: Page, words: string): Promise<Locator> {
  for (let i = 0; i < 150; i++) {
    for (const frame of page.frames()) {
      const link = frame.locator('.markdown-body a[data-href], .markdown-body a[href]', { hasText: words }).first();
      if (await link.isVisible().catch(() => false)) return link;
    }
    await wait(100);
  }
  throw new Error(`No preview has a link "${words}".`);
}

/** The preview shows the page a moment before it goes to the heading. */
export async function expectInSight(heading: Locator): Promise<void> {
  const inSight = (y: number | undefined): boolean => y !== undefined && y >= 0 && y <= 400;
  let y: number | undefined;
  for (let i = 0; i < 100 && !inSight(y); i++) {
    await wait(100);
    y = (await heading.boundingBox())?.y;
  }
  if (!inSight(y)) throw new Error(`The heading is at ${y}, out of sight.`);
}

function headingIn(frame: Frame, title: string): Locator {
  return frame.locator('h1, h2, h3').filter({ hasText: title }).first();
}

/** Waits until a file on the disk is as wanted. */
export async function waitForFile(file: string, good: (text: string) => boolean): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (good(text)) return text;
    await wait(100);
  }
  throw new Error(existsSync(file) ? `The file holds:\n${readFileSync(file, 'utf8')}` : `There is no ${file}.`);
}

/** Runs a command by its name, as a person does in the palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.waitForSelector('.quick-input-widget:not(.hidden)', soon);
  await page.keyboard.type(name, { delay: 10 });
  await row(page, name).click(soon);
}

/** An entry of the list at the top of the window. */
export function row(page: Page, text: string): Locator {
  return page.locator('.quick-input-widget:not(.hidden) .monaco-list-row', { hasText: text }).first();
}

/** Where a word of the editor stands in the window. */
export async function placeOf(page: Page, line: string, word = line): Promise<{ x: number; y: number }> {
  const found = lineOf(page, line);
  await found.waitFor(soon);
  // The editor draws a line anew when its colours come, and when it is scrolled.
  let box = await found.locator('> span').boundingBox(soon);
  for (let i = 0; i < 50 && !box; i++) {
    await wait(100);
    box = await found.locator('> span').boundingBox(soon);
  }
  const text = (await found.textContent())?.replaceAll('\u00a0', ' ') ?? '';
  if (!box || text === '') throw new Error(`"${line}" has no place.`);
  const column = text.indexOf(line) + line.indexOf(word) + Math.min(2, word.length / 2);
  return { x: box.x + (box.width / text.length) * column, y: box.y + box.height / 2 };
}

/** Points at a word until its hover shows these words. */
export async function hoverOver(page: Page, line: string, word: string, says: string): Promise<void> {
  const { x, y } = await placeOf(page, line, word);
  const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: says }).first();
  for (let tries = 1; ; tries++) {
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    try {
      await hover.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (tries === 3) throw error;
      await page.mouse.move(x, y + 120);
    }
  }
}

/** Types the word of a snippet at the cursor and takes the suggestion of that name. */
export async function insertSnippet(page: Page, prefix: string): Promise<void> {
  await page.keyboard.type(prefix, { delay: 60 });
  // The list may have closed while somebody typed fast.
  await page.keyboard.press('Control+Space');
  await page.waitForSelector(`.suggest-widget.visible .monaco-list-row.focused >> text=${prefix}`, soon);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.suggest-widget.visible', { state: 'hidden', ...soon });
  await page.keyboard.press('Escape');
}

/** Ticks the changes that VS Code shows before it makes them, and makes them. */
export async function applyPreview(page: Page): Promise<void> {
  await page.locator('.bulk-edit-panel .monaco-list-row .edit-checkbox').first().click(soon);
  await page.locator('.bulk-edit-panel').getByText('Apply', { exact: true }).first().click(soon);
}
