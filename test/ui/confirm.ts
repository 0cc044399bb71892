import { readFileSync } from 'node:fs';
import { openQuickFixes } from './quickFixes.js';
import type { Steps } from './steps.js';
import type { Place } from './walk.js';
import { applyPreview, slow, soon } from './window.js';

/** Applies an unsafe fix: VS Code shows what it would change, and waits for a tick and a click. */
export async function confirm(steps: Steps, { page, address, file }: Place): Promise<void> {
  await steps.step(page, 'an unsafe fix is shown before it is applied', async () => {
    await page.goto(address);
    const squiggle = page.locator('.squiggly-warning').first();
    await squiggle.waitFor(slow);
    await squiggle.scrollIntoViewIfNeeded();
    const box = await squiggle.boundingBox();
    if (!box) throw new Error('The squiggle has no place.');
    await page.mouse.click(box.x + 10, box.y + box.height / 2);
    const fix = await openQuickFixes(page, 'Add a non-root user (');
    await fix.click(soon);
    await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'USER node' }).first().waitFor(soon);
  });

  await steps.step(page, 'and changes the file once it is confirmed', async () => {
    await applyPreview(page);
    await page.locator('.view-line', { hasText: 'USER' }).first().waitFor(soon);
    await page.locator('.monaco-editor .view-line', { hasText: 'CMD' }).first().click(soon);
    await page.keyboard.press('Control+s');
    const wanted = 'FROM node:24-alpine\nWORKDIR /app\nUSER node\nCMD ["node", "server.js"]\n';
    for (let i = 0; i < 100 && readFileSync(file, 'utf8') !== wanted; i++) await page.waitForTimeout(100);
    const saved = readFileSync(file, 'utf8');
    if (saved !== wanted) throw new Error(`The file holds:\n${saved}`);
  });
}
