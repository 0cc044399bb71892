import { SourceText } from '../../text/source.js';
import { parseCompose } from '../document.js';
import type { ComposeDocument } from '../types.js';

/** Of so many characters other files are kept parsed. */
const mostCharacters = 4_000_000;
/** Longer files are not looked into. */
export const largestFile = 400_000;

/** By their text: an edit of one file does not have the others parsed again. The one used last stands last. */
const known = new Map<string, ComposeDocument>();
let characters = 0;

/** Another Compose file, parsed. */
export function parsedFile(text: string): ComposeDocument {
  const before = known.get(text);
  const doc = before ?? parseCompose(new SourceText(text));
  if (before !== undefined) known.delete(text);
  else characters += text.length;
  known.set(text, doc);
  for (const oldest of known.keys()) {
    if (characters <= mostCharacters || oldest === text) break;
    known.delete(oldest);
    characters -= oldest.length;
  }
  return doc;
}
