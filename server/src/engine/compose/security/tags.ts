import { parseImageReference } from '../../dockerfile/model/image.js';
import type { ImageReference } from '../../dockerfile/model/types.js';
import { recordOf } from '../../images/table.js';
import { parseTag } from '../../images/tag.js';
import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { ComposeDocument } from '../types.js';
import { textOf } from '../forms/defaults.js';
import { given } from './values.js';

/** The image of services that pull it. */
export interface TaggedImage {
  readonly image: ImageReference;
  /** The tag, or the whole where there is none or a variable makes it. */
  readonly at: Span;
  readonly owner: Span;
  /** Where a tag goes, in the place of what stands there; undefined where it is not clear. */
  readonly insert: Span | undefined;
  /** Behind everything. */
  readonly end: Span | undefined;
  /** The name stands for another image from time to time. */
  readonly moves: boolean;
}

const moving =
  /^(?:latest|stable|edge|test|testing|nightly|dev|devel|develop|development|beta|alpha|canary|lts|main|master|rolling|mainline|snapshot|unstable|next|current|preview|rc|release|prod|production|staging)(?:$|-)/;

/** Tags that name a kind of the image and no version of it. */
const variant = /^(?:alpine|slim|alpine-slim)$/;

/** The images that services pull, each place once; what a service builds, and what a variable decides, is left out. */
export const taggedImages = memoised((doc: ComposeDocument): readonly TaggedImage[] => {
  const found: TaggedImage[] = [];
  for (const { service, node, entry } of given(doc, 'image')) {
    const policy = textOf(service.get('pull_policy'))?.value;
    if (service.entry('build') !== undefined || policy === 'build' || policy === 'never') continue;
    const field = textOf(node);
    const image = field?.value === undefined ? undefined : parseImageReference(field.value);
    if (node.kind !== 'scalar' || field === undefined || image === undefined) continue;
    const { tag, digest } = image;
    const isWritten = node.text.text === image.text && doc.source.slice(node.span).includes(image.text);
    const start = node.text.text.length - (tag?.length ?? 0);
    const tagSpan = isWritten && digest === undefined ? node.text.span(start, node.text.text.length) : undefined;
    const isFree = node.sharedBy === undefined;
    const end = isWritten ? node.text.span(node.text.text.length - 1, node.text.text.length).end : 0;
    found.push({
      image,
      at: tag === undefined ? node.span : (tagSpan ?? node.span),
      owner: entry.span,
      insert: !isFree || tagSpan === undefined ? undefined : tag === undefined ? { start: end, end } : tagSpan,
      end: isFree && isWritten ? { start: end, end } : undefined,
      moves: digest === undefined && (tag === undefined || isMoving(image, tag)),
    });
  }
  return found;
});

/** By its name, or because it names only a variant: `alpine` of nginx. */
function isMoving(image: ImageReference, tag: string): boolean {
  if (moving.test(tag.toLowerCase()) || variant.test(tag)) return true;
  const record = recordOf(image);
  return record?.cycles !== undefined && !/\d/.test(tag) && parseTag(tag, record.aliases).label === undefined;
}
