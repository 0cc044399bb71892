import { knownImage } from '../../images/known.js';
import type { KnownImage } from '../../images/types.js';
import { parseImageReference } from './image.js';
import type { ImageReference } from './types.js';

/** The images that one file names, each read and looked up once. */
export class ImageTable {
  readonly #references = new Map<string, { readonly image: ImageReference | undefined }>();
  readonly #known = new Map<ImageReference, { readonly image: KnownImage | undefined }>();

  reference(text: string): ImageReference | undefined {
    let found = this.#references.get(text);
    if (found === undefined) {
      found = { image: parseImageReference(text) };
      this.#references.set(text, found);
    }
    return found.image;
  }

  known(image: ImageReference): KnownImage | undefined {
    let found = this.#known.get(image);
    if (found === undefined) {
      found = { image: knownImage(image) };
      this.#known.set(image, found);
    }
    return found.image;
  }
}
