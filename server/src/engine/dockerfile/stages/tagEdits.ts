import type { Span } from '../../text/span.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { globalDefaults } from './defaults.js';

/** Where the tag of an image is written, and what must stand there for another tag. */
export interface TagPlace {
  readonly span: Span;
  /** The variable whose default holds the tag or a part of it; undefined where FROM itself does. */
  readonly variable: string | undefined;
  /** The text for a tag; undefined where it does not fit around the variable. */
  textFor(tag: string): string | undefined;
}

/**
 * The place of the tag of FROM: behind the last colon (`node:18`), or in the default of the one variable of it
 * (`node:${VERSION}-slim`). Undefined for anything else. Never throws.
 */
export function tagPlace(doc: DockerfileDocument, { image, base }: Stage): TagPlace | undefined {
  if (image === undefined || base.kind !== 'image' || base.image.tag === undefined) return undefined;
  const { text, variables } = image;
  const colon = text.lastIndexOf(':');
  const [use, ...others] = variables;
  if (use === undefined) {
    if (base.image.digest !== undefined || text.slice(colon + 1) !== base.image.tag) return undefined;
    return { span: image.at(colon + 1, text.length), variable: undefined, textFor: (tag) => tag };
  }
  const at = text.indexOf(doc.source.slice(use.span));
  const pair = globalDefaults(doc).declarations.get(use.name);
  if (others.length > 0 || pair?.value === undefined || use.operator !== undefined) return undefined;
  if (text.lastIndexOf(':', at) < text.lastIndexOf('/') || !/:[\w.-]*$/.test(text.slice(0, at))) return undefined;
  const before = text.slice(text.lastIndexOf(':', at) + 1, at);
  const after = text.slice(at + use.span.end - use.span.start);
  if (`${before}${pair.value.value}${after}` !== base.image.tag || pair.value.text !== pair.value.value)
    return undefined;
  return {
    span: pair.value.span,
    variable: use.name,
    textFor: (tag) =>
      tag.startsWith(before) && tag.endsWith(after) && tag.length > before.length + after.length
        ? tag.slice(before.length, tag.length - after.length)
        : undefined,
  };
}
