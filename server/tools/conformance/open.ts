import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteResult } from '../vscode-host/suite.js';

/**
 * Disagreements over the project's own cases that nobody has declared yet: what the case and the checks are → how often.
 * Nothing may join them unseen, and what is settled leaves the list.
 */
export type OpenList = Readonly<Record<string, number>>;

const place = 'test/conformance/open.json';

export function readOpen(root: string): OpenList {
  const file = join(root, place);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as OpenList) : {};
}

/** Writes down what is open now, for `--open`. */
export function writeOpen(root: string, counter: OpenCounter): void {
  const sorted = Object.fromEntries([...counter.met].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(join(root, place), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Counts what is met against the list. */
export class OpenCounter {
  readonly met = new Map<string, number>();
  readonly #list: OpenList;

  constructor(list: OpenList) {
    this.#list = list;
  }

  /** Whether one more of this kind is on the list. Lines of pages are left out, since they move. */
  takes(file: string, ...what: readonly string[]): boolean {
    const key = [file.replace(/:\d+/, ''), ...what].join(' · ');
    const count = (this.met.get(key) ?? 0) + 1;
    this.met.set(key, count);
    return count <= (this.#list[key] ?? 0);
  }

  /** A test that fails where the list names more than there is. */
  get test(): SuiteResult[number] {
    const settled = Object.entries(this.#list).filter(([key, count]) => (this.met.get(key) ?? 0) < count);
    const error = settled.map(([key]) => `settled, so run: npm run conformance -- --open (${key})`).join('\n');
    return { title: 'the list of open disagreements is up to date', passed: settled.length === 0, error };
  }
}
