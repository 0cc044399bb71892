import type { Edit, Span } from '../../text/span.js';

/** A text and the place of each part of it in the document. */
export interface PlacedText {
  readonly text: string;
  at(start: number, end: number): Span;
}

/**
 * The edits after which a value that Docker reads to the end of the line (`ENV key value`) is one word with the same
 * meaning, in double quotes where a blank would end it. Undefined where that is not plain. Never throws.
 */
export function quotedEdits(value: PlacedText, escape: string): readonly Edit[] | undefined {
  const quoting = new Quoting(value, escape);
  return quoting.run() ? quoting.edits : undefined;
}

/** The edits after which a text that Docker takes literally means the same inside double quotes. Never throws. */
export function escapedEdits(value: PlacedText, escape: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < value.text.length; at++) {
    if (isSpecial(value.text.charAt(at), escape)) edits.push(insertion(value, at, escape));
  }
  return edits;
}

/** What a double quoted text reads on its own. */
function isSpecial(char: string, escape: string): boolean {
  return char === '"' || char === '$' || char === escape;
}

class Quoting {
  readonly #edits: Edit[] = [];
  readonly #value: PlacedText;
  readonly #escape: string;
  #splits = false;
  /** Without a character that is taken out, what follows would not belong to the name of a variable. */
  #isPlain = true;
  #at = 0;

  constructor(value: PlacedText, escape: string) {
    this.#value = value;
    this.#escape = escape;
  }

  /** Nothing where no blank stands outside of quotes. */
  get edits(): readonly Edit[] {
    if (!this.#splits) return [];
    const { length } = this.#value.text;
    return [insertion(this.#value, 0, '"'), ...this.#edits, insertion(this.#value, length, '"')];
  }

  /** False where the text is not plain. */
  run(): boolean {
    const { text } = this.#value;
    while (this.#at < text.length) {
      const char = text.charAt(this.#at);
      const plain =
        char === this.#escape
          ? this.#escaped()
          : char === '"' || char === "'"
            ? this.#quoted(char)
            : text.startsWith('${', this.#at)
              ? this.#variable()
              : this.#character(char);
      if (!plain) return false;
    }
    return this.#isPlain || !this.#splits;
  }

  #character(char: string): boolean {
    if (/\s/.test(char)) this.#splits = true;
    this.#at++;
    return true;
  }

  /** Outside of quotes an escape character disappears; inside it does so before a few characters only. */
  #escaped(): boolean {
    const next = this.#value.text.charAt(this.#at + 1);
    if (next === '') return false;
    if (!isSpecial(next, this.#escape)) this.#remove(this.#at);
    this.#at += 2;
    return true;
  }

  #quoted(quote: string): boolean {
    const { text } = this.#value;
    this.#remove(this.#at);
    for (this.#at++; this.#at < text.length; this.#at++) {
      const char = text.charAt(this.#at);
      if (char === quote) {
        this.#remove(this.#at++);
        return true;
      }
      if (quote === '"') {
        if (char === this.#escape) this.#at++;
      } else if (isSpecial(char, this.#escape)) {
        this.#edits.push(insertion(this.#value, this.#at, this.#escape));
      }
    }
    return false;
  }

  #variable(): boolean {
    const { text } = this.#value;
    const match = /\$\{[^{}"'\\`]*\}/y;
    match.lastIndex = this.#at;
    const [whole] = match.exec(text) ?? [];
    if (whole === undefined) return false;
    if (/\s/.test(whole)) this.#splits = true;
    this.#at += whole.length;
    return true;
  }

  #remove(at: number): void {
    const { text } = this.#value;
    // Nor may a `#` become the first character of a line.
    const joins =
      /\$[\p{L}\p{N}_]*$/u.test(text.slice(Math.max(0, at - 100), at)) || /^\s*#/.test(text.slice(at + 1, at + 100));
    if (joins) this.#isPlain = false;
    this.#edits.push({ span: this.#value.at(at, at + 1), text: '' });
  }
}

function insertion(value: PlacedText, index: number, what: string): Edit {
  const place = index < value.text.length ? value.at(index, index + 1).start : value.at(index - 1, index).end;
  return { span: { start: place, end: place }, text: what };
}
