import { knownImage } from '../../images/known.js';
import { cachedByText } from '../../textCache.js';
import type { KnownImage } from '../../images/types.js';
import { parseImageReference } from './image.js';
import type { ImageReference } from './types.js';

/** Characters of names of images: most files of a project name the same ones, in each version and each stage. */
const most = 100_000;

/** As `parseImageReference`, each text once. */
export const referenceOf = cachedByText(parseImageReference, most);

const knownByText = cachedByText((text): KnownImage | undefined => {
  const image = referenceOf(text);
  return image && knownImage(image);
}, most);

/** As `knownImage`, each image once. */
export function knownOf({ text }: ImageReference): KnownImage | undefined {
  return knownByText(text);
}
