import type { Locator, Page } from 'playwright-core';

/**
 * Asks for the quick fixes at the cursor until the one with this title is listed. VS Code drops the question without a
 * word when the editor asks for actions by itself at the same moment (codeActionModel.ts), as after a move of the cursor
 * on a slow machine; a person presses the keys again. `Control+Shift+R` asks for refactorings, those that cannot be
 * done included.
 */
export async function openQuickFixes(page: Page, title: string, keys = 'Control+.'): Promise<Locator> {
  const fix = page.locator('.action-widget .action', { hasText: title }).first();
  for (let tries = 1; ; tries++) {
    await page.keyboard.press(keys);
    try {
      await fix.waitFor({ timeout: 5_000 });
      return fix;
    } catch (error) {
      if (tries === 4) throw error;
      await page.keyboard.press('Escape');
    }
  }
}
