/** Values by text, the least recently used dropped first when the texts together exceed `maxLength` UTF-16 units. */
export class TextCache<T> {
  readonly #entries = new Map<string, T>();
  readonly #maxLength: number;
  #length = 0;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value of `text`, now the most recently used. */
  get(text: string): T | undefined {
    const value = this.#entries.get(text);
    if (value === undefined) return undefined;
    this.#entries.delete(text);
    this.#entries.set(text, value);
    return value;
  }

  /** Keeps `value`; a text longer than the whole cache is not kept. Each entry counts 64 units more than its text. */
  set(text: string, value: T): void {
    if (this.#entries.delete(text)) this.#length -= cost(text);
    if (cost(text) > this.#maxLength) return;
    this.#entries.set(text, value);
    this.#length += cost(text);
    for (const [oldest] of this.#entries) {
      if (this.#length <= this.#maxLength) return;
      this.#entries.delete(oldest);
      this.#length -= cost(oldest);
    }
  }
}

function cost(text: string): number {
  return text.length + 64;
}
