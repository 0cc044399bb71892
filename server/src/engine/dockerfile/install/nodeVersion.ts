import { recordOf } from '../../images/table.js';
import { majorOf, parseTag } from '../../images/tag.js';
import type { Stage } from '../model/types.js';

/**
 * The major version of the image of Node.js that a stage stands on; infinite for a tag that always names a new one
 * (`latest`, `lts`, `slim`), and undefined for other images. Never throws.
 */
export function nodeMajor(stage: Stage | undefined): number | undefined {
  const image = stage?.baseImage;
  const record = image && recordOf(image);
  if (image === undefined || record?.names[0] !== 'node') return undefined;
  if (image.tag === undefined && image.digest !== undefined) return undefined;
  const { version } = parseTag(image.tag ?? 'latest', record.aliases);
  return version === undefined ? Number.POSITIVE_INFINITY : majorOf(version);
}
