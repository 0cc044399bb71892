import { MappedText, type Segment } from '../../text/mapped.js';

/** Joins runs of characters of a document, and characters that stand for others, into one mapped text. */
export class Pieces {
  readonly #segments: Segment[] = [];
  readonly #texts: string[] = [];
  #length = 0;
  /** Document offset that would go on the last segment. */
  #next = -1;

  /** Characters that stand in the document just so. */
  add(text: string, source: number): void {
    if (text === '') return;
    if (source !== this.#next) this.#segments.push({ joined: this.#length, source });
    this.#texts.push(text);
    this.#length += text.length;
    this.#next = source + text.length;
  }

  /** Characters that others in the document stand for; each is mapped to the start of those. */
  replace(text: string, source: number): void {
    for (const character of text.split('')) {
      this.#next = -1;
      this.add(character, source);
    }
    this.#next = -1;
  }

  done(): MappedText {
    const text = this.#texts.join('');
    const [only] = this.#segments;
    if (this.#segments.length <= 1) return MappedText.at(text, only?.source ?? 0);
    return new MappedText(text, this.#segments);
  }
}
