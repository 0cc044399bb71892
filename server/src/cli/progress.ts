import type { Output } from './io.js';

const quietFor = 2000;
const every = 200;

/** Counts on a terminal how far a long run is; nothing elsewhere, and nothing in the first two seconds. */
export class Progress {
  readonly #out: Output;
  readonly #total: number;
  #done = 0;
  #next: number;
  #shown = false;

  /** Starts the clock. */
  constructor(out: Output, total: number) {
    this.#out = out;
    this.#total = total;
    this.#next = out.terminal ? performance.now() + quietFor : Infinity;
  }

  /** Another file is about to be linted. */
  step(): void {
    this.#done++;
    if (this.#next === Infinity) return;
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + every;
    this.#shown = true;
    this.#out.write(`\r\u001b[KFile ${this.#done} of ${this.#total}`);
  }

  /** Takes the count away. */
  end(): void {
    if (this.#shown) this.#out.write('\r\u001b[K');
  }
}
