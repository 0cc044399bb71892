import type { MappedText } from '../text/mapped.js';
import { mapScript } from './map.js';
import type { RawScript } from './raw.js';
import { TextCache } from './cache.js';
import type { ShellScript } from './types.js';
import { readShell } from './unbash/read.js';

const maxLength = 256 * 1024;
const maxHeredocs = 500;

/** Scripts by joined text: an unchanged RUN is not parsed again. The only state of this module, bounded by size. */
const cache = new TextCache<RawScript>(1024 * 1024);

/**
 * The commands of shell text, wherever they stand in it; spans are document spans, through the mapping of `text`.
 * Text that does not parse gives errors and the commands that could be read. Text above 256 Ki UTF-16 units or with
 * more than 500 heredocs gives one error of kind `limit` and no commands. Never throws.
 */
export function parseShell(text: MappedText): ShellScript {
  return mapScript(rawScript(text.text), text);
}

function rawScript(text: string): RawScript {
  if (text.length > maxLength) return tooLarge(text, 'This shell text is too large to be checked.');
  const known = cache.get(text);
  if (known !== undefined) return known;
  // A text cut out of a document would keep the whole document alive in the cache: copy it.
  const copy = ` ${text}`.slice(1);
  const raw =
    countHeredocs(copy) > maxHeredocs
      ? tooLarge(copy, 'This shell text has too many heredocs to be checked.')
      : readShell(copy);
  cache.set(copy, raw);
  return raw;
}

function tooLarge(text: string, message: string): RawScript {
  return { commands: [], errors: [{ start: 0, end: text.length, kind: 'limit', message }], simple: false };
}

function countHeredocs(text: string): number {
  let count = 0;
  for (let at = text.indexOf('<<'); at !== -1; at = text.indexOf('<<', at + 2)) count++;
  return count;
}
