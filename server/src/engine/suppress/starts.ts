import type { DockerfileDocument } from '../dockerfile/model/types.js';
import { memoised } from '../memo.js';
import { parseSuppressions } from './parse.js';

/** Where the comments start that hide findings. Never throws. */
export const suppressionStarts = memoised(
  (doc: DockerfileDocument): ReadonlySet<number> => new Set(parseSuppressions(doc).map(({ span }) => span.start)),
);
