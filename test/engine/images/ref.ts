import { knownImage } from '../../../server/src/engine/images/known.js';
import type { ImageReference } from '../../../server/src/engine/dockerfile/model/types.js';
import type { KnownImage } from '../../../server/src/engine/images/types.js';

/** A reference by its familiar form; enough of the grammar for the table. */
export function ref(text: string): ImageReference {
  const [named = '', digest] = text.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const familiar = hasTag ? named.slice(0, colon) : named;
  const first = familiar.split('/')[0] ?? '';
  const registry = familiar.includes('/') && /[.:]/.test(first) ? first : 'docker.io';
  const path = registry === 'docker.io' ? familiar : familiar.slice(registry.length + 1);
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return { text, registry, repository, familiar, tag: hasTag ? named.slice(colon + 1) : undefined, digest };
}

/** What the table knows of an image; throws where it is not in there. */
export function known(text: string): KnownImage {
  const image = knownImage(ref(text));
  if (image === undefined) throw new Error(`${text} is not in the table`);
  return image;
}

/** Of no image. */
export const digest = `sha256:${'0'.repeat(64)}`;
