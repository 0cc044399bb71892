import type { Span } from '../../text/span.js';
import { parseImageReference } from '../model/image.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { Word } from '../syntax/types.js';
import { globalDefaults } from './defaults.js';

/** Where the tag of an image is written, and what must stand there for another tag. */
export interface TagPlace {
  readonly span: Span;
  /** What stands in front of the new text: `:` where there is no tag yet. */
  readonly before: '' | ':';
  /** The variable whose default holds the tag or a part of it; undefined where FROM itself does. */
  readonly variable: string | undefined;
  /** The text for a tag; undefined where it does not fit around the variable. */
  textFor(tag: string): string | undefined;
}

/**
 * The place of the tag of FROM: behind the last colon (`node:18`), or in the default of its one variable, which holds a
 * part of the tag (`node:${VERSION}-slim`) or all of the image (`${BASE}`). Undefined for anything else. Never throws.
 */
export function tagPlace(doc: DockerfileDocument, stage: Stage): TagPlace | undefined {
  const place = imagePlace(doc, stage);
  return place?.before === '' ? place : undefined;
}

/** The same, and the end of an image without a tag. */
export function imagePlace(doc: DockerfileDocument, { image, base }: Stage): TagPlace | undefined {
  if (image === undefined || base.kind !== 'image' || base.image.digest !== undefined) return undefined;
  const [use, ...others] = image.variables;
  if (use === undefined) return inWord(image, undefined);
  const value = globalDefaults(doc).declarations.get(use.name)?.value;
  if (others.length > 0 || value === undefined || use.operator !== undefined || value.text !== value.value)
    return undefined;
  const written = doc.source.slice(use.span);
  if (image.text === written) return value.text === base.image.text ? inWord(value, use.name) : undefined;
  const at = image.text.indexOf(written);
  const [, before] = /:([\w.-]*)$/.exec(image.text.slice(0, at)) ?? [];
  const after = image.text.slice(at + written.length);
  if (before === undefined || `${before}${value.text}${after}` !== base.image.tag) return undefined;
  return {
    span: value.span,
    before: '',
    variable: use.name,
    textFor: (tag) =>
      tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length
        ? tag.slice(before.length, tag.length - after.length)
        : undefined,
  };
}

/** The end of a word that is an image, from its tag on. */
function inWord(word: Word, variable: string | undefined): TagPlace | undefined {
  const image = parseImageReference(word.text);
  if (image === undefined || image.digest !== undefined) return undefined;
  const { length } = word.text;
  const start = image.tag === undefined ? length : length - image.tag.length;
  const span = start === length ? { start: word.span.end, end: word.span.end } : word.at(start, length);
  return { span, before: image.tag === undefined ? ':' : '', variable, textFor: (tag) => tag };
}
