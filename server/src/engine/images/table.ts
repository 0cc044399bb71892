import type { ImageReference } from '../dockerfile/model/types.js';
import { databases } from './databases.js';
import { distributions } from './distributions.js';
import { languages } from './languages.js';
import { minimal } from './minimal.js';
import type { ImageRecord } from './record.js';
import { servers } from './servers.js';
import { vendors } from './vendors.js';
import { windows } from './windows.js';

const records: readonly ImageRecord[] = [
  ...languages,
  ...databases,
  ...servers,
  ...vendors,
  ...distributions,
  ...minimal,
  ...windows,
];

const byName = new Map(records.flatMap((record) => record.names.map((name) => [name, record] as const)));

/** Other addresses of the Docker Official Images: mirrors and the repositories of one architecture. */
const officialMirrors =
  /^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library|mirror\.gcr\.io|(?:docker\.io\/)?(?:library|amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x|winamd64))\/([^/]+)$/;

/** What the table says about an image whatever its tag. Never throws. */
export function recordOf({ familiar }: ImageReference): ImageRecord | undefined {
  const name = officialMirrors.exec(familiar)?.[1] ?? familiar;
  return byName.get(name) ?? recordAbove(name);
}

/** The record of the longest `name/*` above a name. */
function recordAbove(name: string): ImageRecord | undefined {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    const record = byName.get(`${name.slice(0, at)}/*`);
    if (record !== undefined) return record;
  }
  return undefined;
}
