import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Steps } from './steps.js';
import { previewHeading, previewLink, row, runCommand, slow, soon } from './window.js';

interface Step {
  readonly title: string;
  readonly media: { readonly altText: string };
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly walkthroughs: readonly [{ readonly title: string; readonly steps: readonly Step[] }];
  };
};
const [{ title, steps: all }] = manifest.contributes.walkthroughs;

/** Goes through the walkthrough, and inserts a pattern from a page of the guide. */
export async function firstSteps(
  steps: Steps,
  { page, address }: { readonly page: Page; readonly address: string },
): Promise<void> {
  await steps.step(page, 'the walkthrough has its steps, each with its picture', async () => {
    await page.goto(address);
    await page.waitForSelector('.monaco-workbench .part.editor', slow);
    // In a narrow editor the pictures are left out.
    await page.keyboard.press('Control+b');
    await runCommand(page, 'Welcome: Open Walkthrough');
    await page.keyboard.type(title, { delay: 10 });
    await row(page, title).click(slow);
    for (const step of all) {
      const button = page.locator('.getting-started-step', { hasText: step.title }).first();
      await button.waitFor(soon);
      if ((await button.getAttribute('class'))?.includes('expanded') !== true) await button.click(soon);
      const picture = page.locator(`.getting-started-media img[alt="${step.media.altText}"]`).first();
      await picture.waitFor(soon);
      await page.waitForFunction(
        (image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0,
        await picture.elementHandle(),
        soon,
      );
    }
    const shown = await page.locator('.getting-started-step').count();
    if (shown !== all.length) throw new Error(`${shown} steps are shown, not ${all.length}.`);
  });

  await steps.step(page, 'its first step opens the example', async () => {
    await page
      .locator('.getting-started-step', { hasText: all[0]?.title ?? '' })
      .first()
      .click(soon);
    const open = page
      .locator('.getting-started-step a, .getting-started-step .button-link', { hasText: 'Open the example' })
      .first();
    // The page is drawn anew while it opens and may lose a click; a person clicks again.
    const example = page.locator('.view-line', { hasText: 'HEALTHCHEK' }).first();
    for (let tries = 1; ; tries++) {
      await open.click(soon);
      const isThere = await example.waitFor({ timeout: 8_000 }).then(
        () => true,
        () => false,
      );
      if (isThere) break;
      if (tries === 4) throw new Error('The example does not open.');
    }
    await page.waitForSelector('.squiggly-error', slow);
  });

  await steps.step(page, 'a page of the guide has the links that insert its patterns', async () => {
    await runCommand(page, 'Docker Patterns: Open guide');
    await page.waitForSelector('.quick-input-widget input[placeholder*="section"]', soon);
    await page.keyboard.type('Multi-stage builds', { delay: 10 });
    await row(page, 'Multi-stage builds').click(soon);
    const heading = await previewHeading(page, 'Multi-stage builds');
    await heading.waitFor(soon);
    // The preview puts the scheme of the running VS Code in the place of ours.
    const link = /^[\w-]+:\/\/docker-patterns\.docker-patterns\/insert\?snippet(?:=|%3D)multistage$/;
    const shown = await previewLink(page, 'Insert this pattern');
    const leads = (await shown.getAttribute('data-href')) ?? (await shown.getAttribute('href'));
    if (leads === null || !link.test(leads)) throw new Error(`The first link of the preview leads to "${leads}".`);
  });
}
