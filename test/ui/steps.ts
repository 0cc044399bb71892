import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  readonly error?: string;
}

/** Steps of walks through the window. After a failed step the rest of its walk cannot run and counts as failed. */
export class Steps {
  readonly #results: TestResult[] = [];
  readonly #pictures: string;
  #broken: string | undefined;

  constructor(pictures: string) {
    this.#pictures = pictures;
    mkdirSync(pictures, { recursive: true });
  }

  get results(): readonly TestResult[] {
    return this.#results;
  }

  /** Begins a walk that needs nothing of what the steps before it left. */
  begin(): this {
    this.#broken = undefined;
    return this;
  }

  /** Runs one step and takes a picture of what it left. Never throws. */
  async step(page: Page, title: string, act: () => Promise<void>): Promise<void> {
    if (this.#broken !== undefined) {
      this.#results.push({ title, passed: false, error: `not run: "${this.#broken}" failed` });
      return;
    }
    const error = await act().then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    );
    const number = String(this.#results.length + 1).padStart(2, '0');
    const name = `ui-${number}-${title.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.png`;
    await page.screenshot({ path: join(this.#pictures, name) }).catch(() => undefined);
    if (error !== undefined) this.#broken = title;
    this.#results.push(error === undefined ? { title, passed: true } : { title, passed: false, error });
  }
}
