import type { Locator, Page } from 'playwright-core';
import { openQuickFixes } from './quickFixes.js';
import type { Steps } from './steps.js';
import { expectInSight, lineOf, previewHeading, previewLink, shown, slow, soon, waitForFile } from './window.js';

export interface Place {
  readonly page: Page;
  /** Other computers that the page asked for. */
  readonly outside: ReadonlySet<string>;
  /** URL that opens the file in the workbench. */
  readonly address: string;
  readonly file: string;
}

const line = 'CMD node server.js';
const words = 'node server.js';
const fixed = 'CMD ["node", "server.js"]';

/** Opens the file, reads and repairs it as a person does, and looks at what was saved. */
export async function walk(steps: Steps, { page, address, file, outside }: Place): Promise<void> {
  const editor = page.locator('.monaco-editor[data-uri$="Dockerfile"]').first();
  const step = (title: string, act: () => Promise<void>): Promise<void> => steps.step(page, title, act);

  await step('the squiggle lies under the exact words', async () => {
    await page.goto(address);
    await editor.waitFor(slow);
    await page.waitForSelector('.squiggly-warning', slow);
    await expectSquiggleUnder(page, words);
  });

  await step('the language status counts the findings', async () => {
    await page.locator('[id="status.languageStatus"]').first().hover(soon);
    await page.waitForSelector('.monaco-hover:not(.hidden) >> text=Docker Patterns: 1 finding', soon);
    await page.keyboard.press('Escape');
  });

  await step('the hover says what is wrong', async () => {
    await hover(page);
    await page.waitForSelector('.monaco-hover:not(.hidden) >> text=signals', soon);
  });

  await step('the link of the hover opens the guide at its heading', async () => {
    const link = page.locator('.monaco-hover:not(.hidden) a', { hasText: /guide/i }).first();
    await link.click(soon);
    await expectInSight(await previewHeading(page, 'Exec form and shell form'));
  });

  await step('a link of the guide opens the page of a rule, and a link there leads back', async () => {
    await (await previewLink(page, 'shell-form-command')).click(soon);
    await previewHeading(page, 'shell-form-command');
    await (await previewLink(page, 'Exec form and shell form')).click(soon);
    await expectInSight(await previewHeading(page, 'Exec form and shell form'));
  });

  await step('the lightbulb lists the fix', async () => {
    await page.locator('.tab', { hasText: 'Dockerfile' }).first().click();
    await placeCursor(page, editor);
    await page.locator('[class*=lightbulb i]').filter({ visible: true }).first().waitFor(soon);
    await openQuickFixes(page, 'Change to the exec form');
    await page.waitForSelector('.action-widget >> text=/ignore/i', soon);
  });

  await step('the fix repairs the line', async () => {
    await page.locator('.action-widget .action', { hasText: 'Change to the exec form' }).first().click(soon);
    await lineOf(page, fixed).waitFor(soon);
    await page.waitForSelector(`.squiggly-warning`, { state: 'detached', ...soon });
  });

  await step('the suggest widget offers the snippet', async () => {
    await editor.click({ position: { x: 200, y: 8 } });
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.type('healthcheck', { delay: 60 });
    await page.waitForSelector('.suggest-widget.visible .monaco-list-row >> text=/healthcheck/i', soon);
  });

  await step('the snippet goes into the file', async () => {
    await page.keyboard.press('Enter');
    await lineOf(page, 'HEALTHCHECK').waitFor(soon);
    await page.keyboard.press('Escape');
  });

  await step('the saved file is on the disk', async () => {
    await page.keyboard.press('Control+s');
    const saved = await waitForFile(file, (text) => text.includes(fixed) && /^HEALTHCHECK /m.test(text));
    if (saved.includes(line)) throw new Error(saved);
  });

  await step('nothing popped up and nobody outside was asked', async () => {
    const toasts = await page.locator('.notification-toast').allInnerTexts();
    if (toasts.length > 0) throw new Error(toasts.join('\n'));
    if (outside.size > 0) throw new Error([...outside].join(', '));
  });
}

/** Compares the box of the squiggle with the place of the words, by the width of a character. */
async function expectSquiggleUnder(page: Page, wanted: string): Promise<void> {
  const text = await page
    .locator('.view-line')
    .filter({ hasText: shown(line) })
    .first()
    .locator('> span')
    .boundingBox();
  const squiggle = await page.locator('.squiggly-warning').first().boundingBox();
  if (!text || !squiggle) throw new Error('The line or the squiggle has no place.');
  const width = text.width / line.length;
  const got = [(squiggle.x - text.x) / width, squiggle.width / width].map(Math.round);
  const expected = [line.indexOf(wanted), wanted.length];
  if (String(got) !== String(expected))
    throw new Error(`The squiggle covers ${got.join('+')}, not ${expected.join('+')}.`);
}

async function hover(page: Page): Promise<void> {
  const box = await page.locator('.squiggly-warning').first().boundingBox();
  if (!box) throw new Error('The squiggle has no place.');
  await page.mouse.move(box.x + 20, box.y + box.height / 2 - 1);
  await page.mouse.move(box.x + 24, box.y + box.height / 2);
}

async function placeCursor(page: Page, editor: Locator): Promise<void> {
  await editor.waitFor(soon);
  const box = await page.locator('.squiggly-warning').first().boundingBox();
  if (!box) throw new Error('The squiggle has no place.');
  await page.mouse.click(box.x + 20, box.y + box.height / 2);
}
