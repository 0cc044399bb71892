import type { ImageFamily } from '../../images/types.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { madeUser } from './made.js';

/** nobody is 65534 in these (Debian base-passwd, Alpine baselayout, busybox, Google's distroless). */
const sameNobody: ReadonlySet<ImageFamily | undefined> = new Set([
  'debian',
  'ubuntu',
  'alpine',
  'busybox',
  'distroless',
]);

/** The number of a user: given in the file, or known of the base image; undefined when neither tells. Never throws. */
export function userId(doc: DockerfileDocument, stage: Stage, name: string): string | undefined {
  const made = madeUser(doc, stage, name);
  if (made !== undefined) return made.uid;
  const brought = stage.known?.availableUser;
  if (brought?.name === name) return String(brought.uid);
  return name === 'nobody' && sameNobody.has(stage.known?.family) ? '65534' : undefined;
}
