import { textOf } from '../forms/defaults.js';
import type { ImageReference } from '../../dockerfile/model/types.js';
import { parseImageReference } from '../../dockerfile/model/image.js';
import { weaklyMemoised } from '../../memo.js';
import type { Service } from '../types.js';

/** The image of a service; undefined where it has none, a variable decides, or it is what the service builds. */
export const imageOf = weaklyMemoised((service: Service): ImageReference | undefined => {
  const isBuilt = service.entry('build') !== undefined;
  const value = isBuilt ? undefined : textOf(service.get('image'))?.value;
  return value === undefined ? undefined : parseImageReference(value);
});

/** What people call the image: `traefik`, `ghcr.io/wg-easy/wg-easy`, whatever its digest is; empty where it is not known. */
export function imageName(service: Service): string {
  const known = imageOf(service);
  if (known !== undefined || service.entry('build') !== undefined) return known?.familiar ?? '';
  const [name = ''] = textOf(service.get('image'))?.value?.split('@', 1) ?? [];
  return parseImageReference(name)?.familiar ?? '';
}
