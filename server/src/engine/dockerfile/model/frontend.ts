import { memoised } from '../../memo.js';
import type { DockerfileDocument } from './types.js';

/**
 * Whether the Dockerfile frontend that the `syntax` directive asks for is `docker/dockerfile` 1.`minor` or newer; so is
 * the one that builders bring. An image of somebody else is not. Never throws.
 */
export function frontendKnows(doc: DockerfileDocument, minor: number): boolean {
  return versionOf(doc) >= minor;
}

const versionOf = memoised(({ syntax }: DockerfileDocument): number => {
  const frontend = syntax.directives.find(({ name }) => name === 'syntax')?.value;
  if (frontend === undefined) return Number.POSITIVE_INFINITY;
  const named = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([^@\s]+))?(?:@\S*)?$/.exec(frontend.trim());
  if (named === null) return Number.NEGATIVE_INFINITY;
  const version = /^1\.(\d+)(?:\.\d+)?(-experimental)?/.exec(named[1] ?? '');
  if (version === null) return Number.POSITIVE_INFINITY;
  // The experimental variants of 1.0 and 1.1 had the mounts of 1.2 first.
  return version[2] === undefined ? Number(version[1]) : 2;
});
