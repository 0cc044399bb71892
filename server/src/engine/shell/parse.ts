import type { MappedText } from '../text/mapped.js';
import { mapScript } from './map.js';
import type { RawScript } from './raw.js';
import { TextCache } from './cache.js';
import type { ShellScript } from './types.js';
import { readShell } from './unbash/read.js';

const maxLength = 256 * 1024;
/** Above these the parser's time grows with the square of the text. */
const maxHeredocs = 500;
const maxOpenings = 5000;

/** Scripts by joined text: an unchanged RUN is not parsed again. The only state of this module, bounded by size. */
const cache = new TextCache<RawScript>(1024 * 1024);

/**
 * The commands of shell text, wherever they stand in it; spans are document spans, through the mapping of `text`.
 * Text that does not parse gives errors and the commands that could be read. Text above 256 Ki UTF-16 units, with
 * more than 500 heredocs or with more than 5,000 parentheses and backticks gives one error of kind `limit` and no
 * commands. Never throws.
 */
export function parseShell(text: MappedText): ShellScript {
  return mapScript(rawScript(text.text), text);
}

function rawScript(text: string): RawScript {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (text.length > maxLength || isTooComplex(text)) return tooLarge(text);
  // A text cut out of a document would keep the whole document alive in the cache: copy it.
  const copy = ` ${text}`.slice(1);
  const raw = readShell(copy);
  cache.set(copy, raw);
  return raw;
}

function tooLarge(text: string): RawScript {
  const message = 'This shell text is too large to be checked.';
  return {
    commands: [],
    errors: [{ start: 0, end: text.length, kind: 'limit', message }],
    simple: false,
    tree: undefined,
  };
}

function isTooComplex(text: string): boolean {
  if (text.length < 2 * maxHeredocs) return false;
  let heredocs = 0;
  let openings = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x28 || c === 0x60) openings++;
    else if (c === 0x3c && text.charCodeAt(at + 1) === 0x3c) {
      heredocs++;
      at++;
    }
  }
  return heredocs > maxHeredocs || openings > maxOpenings;
}
