import { memoised } from '../memo.js';
import { PatternComparer } from './compare.js';
import { IgnoreList } from './ignoreList.js';
import type { DockerignoreDocument, IgnorePattern } from './types.js';

/** A `!pattern` that lets nothing in. */
export interface IdleException {
  readonly pattern: IgnorePattern;
  /** The line below that leaves the same out (again); undefined where no line leaves it out. */
  readonly below: IgnorePattern | undefined;
  /** A line above leaves it out, so that it would have an effect without the one below. */
  readonly undone: boolean;
}

/** Longer files are not compared line by line. */
const most = 400;

/** The patterns of a document as a list to ask. */
export const ignoreListOf = memoised((doc: DockerignoreDocument) => new IgnoreList(doc.patterns));

/** Exceptions without an effect; none of a file that has patterns whose meaning is not known. Never throws. */
export function* idleExceptions(doc: DockerignoreDocument): Iterable<IdleException> {
  const { patterns } = doc;
  if (patterns.length > most || ignoreListOf(doc).unclear) return;
  const comparer = new PatternComparer();
  for (const pattern of patterns) {
    if (!pattern.negated) continue;
    const above = patterns.slice(0, pattern.index).some((other) => !other.negated && comparer.touch(other, pattern));
    const below = patterns.slice(pattern.index + 1).findLast((other) => !other.negated && covers(other, pattern));
    if (below === undefined) {
      const later = patterns.slice(pattern.index + 1).some((other) => !other.negated && comparer.touch(other, pattern));
      if (!above && !later) yield { pattern, below, undone: false };
      continue;
    }
    // A later exception may let some of it in again.
    const again = patterns.slice(below.index + 1).some((other) => other.negated && comparer.touch(other, pattern));
    if (!again) yield { pattern, below, undone: above };
  }
}

/** Whether one pattern matches whatever another one does, or a folder around it, as far as that is plain. */
function covers(one: IgnorePattern, other: IgnorePattern): boolean {
  if (one.value === other.value || /^(?:\*\*?|\*\*\/\*)$/.test(one.value)) return true;
  const parts = other.value.split('/');
  const wild = parts.findIndex((part) => /[*?[\\]/.test(part));
  const plain = wild < 0 ? parts.length : wild;
  return parts
    .slice(0, plain)
    .some((_, index) => one.expression?.matches(parts.slice(0, index + 1).join('/')) === true);
}
