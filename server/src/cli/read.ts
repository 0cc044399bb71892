import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { describeError } from './messages.js';

/** Longer files are not read: no image is described by that much text. */
const readLimit = 64 * 1024 * 1024;

/** A text as it was read. */
export interface ReadText {
  /** Without the byte order mark; bytes that are no UTF-8 are U+FFFD. */
  readonly text: string;
  readonly bom: boolean;
  /** False when the bytes are not valid UTF-8: writing the text back would lose them. */
  readonly valid: boolean;
  readonly bytes: Uint8Array;
}

/** Reads a regular file. A failure is a message that continues "FILE …". Never throws, never waits for a pipe. */
export function readText(path: string): ReadText | { readonly failure: string } {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (!stats.isFile()) return { failure: 'is not a regular file; it was not read' };
    if (stats.size > readLimit) return { failure: 'is larger than 64 MB; it was not read' };
    return decode(readFileSync(file));
  } catch (error) {
    return { failure: `cannot be read: ${describeError(error)}` };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The text of some bytes. Never throws. */
export function decode(bytes: Uint8Array): ReadText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bom = buffer.length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  return { text: buffer.toString('utf8', bom ? 3 : 0), bom, valid: isUtf8(buffer), bytes };
}

/** The text as it was read, with its byte order mark. */
export function original({ text, bom }: ReadText): string {
  return bom ? `\uFEFF${text}` : text;
}

/** The bytes of a text, with the byte order mark that it had. */
export function encode(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? `\uFEFF${text}` : text, 'utf8');
}

/** Whether bytes are UTF-16 text, of which nothing can be read as UTF-8. */
export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Messages about texts that are no UTF-8, each the end of a sentence. */
export const encodingNotes = {
  utf16: 'is UTF-16 text, which Docker cannot read; save it as UTF-8',
  kept: 'is not valid UTF-8; it was checked but not changed',
  checked: 'is not valid UTF-8; it was checked with \uFFFD for what could not be read',
} as const;
