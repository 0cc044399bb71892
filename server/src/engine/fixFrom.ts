import type { Fix } from './rule.js';
import type { Edit } from './text/span.js';

/** The fix that makes these edits; undefined where there is nothing to make. Never throws. */
export function fixFrom(edits: readonly Edit[] | undefined, about: Pick<Fix, 'title' | 'safety'>): Fix | undefined {
  return edits && { ...about, edits: () => edits };
}
