import { shown } from '../../wording.js';
import { parseImageReference } from '../model/image.js';

/** Places of a template, such as `<image>`, `@BASE@` and `REPLACE_ME`. */
const placeholder = /[<>{}%]|@\w+@|^[A-Z\d]*[-_][-_A-Z\d]*(?=[:@]|$)/;
/** Transports that Podman and Buildah take before an image. */
const transport = /^(?:docker:\/\/|(?:oci|oci-archive|docker-archive|docker-daemon|containers-storage|dir):)/;

/** Whether a name of an image is for another program to read: a template to fill in, a transport of Podman. */
export function isForOthers(name: string): boolean {
  return placeholder.test(name) || transport.test(name);
}

/** Why no image can have a name, to go on with `so …`. Never throws. */
export function whyNotImage(name: string): string {
  if (name === '') return 'the name of the image is empty';
  if (name.endsWith(':')) return 'a tag is missing behind the colon';
  if (parseImageReference(withLowerName(name)) !== undefined)
    return 'the name of an image or stage is in lower case here';
  if (name.includes('@')) return 'a digest is sha256: and 64 hexadecimal digits behind the name of an image';
  if (/^[a-z]+:\/\//i.test(name)) return 'the name of an image has no scheme such as https://';
  return `no image can be called “${shown(name)}”`;
}

/** An image with its name in lower case; tag and digest stay. Never throws. */
export function withLowerName(text: string): string {
  const name = /^[^@]*?(?=(?::[^:/]*)?(?:@|$))/.exec(text)?.[0] ?? '';
  return name.toLowerCase() + text.slice(name.length);
}
