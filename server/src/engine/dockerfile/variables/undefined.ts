import { memoised } from '../../memo.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { expandedUses, type ExpandedUse } from './expanded.js';
import { undeclaredGlobals } from './globals.js';
import { isName, standingOf } from './standing.js';

/** A use of a variable that nothing sets. */
export interface UndefinedUse extends ExpandedUse {
  /** A variable that is set and nearly called so. */
  readonly meant: string | undefined;
  /** This use and those of the same name that follow in the instruction. */
  readonly all: readonly ExpandedUse[];
}

/** Names that images set for themselves. */
const imagesOwn = /(?:VERSION|HOME|PATH|DIR|ROOT|PREFIX|USER|UID|GID|LANG|LC_ALL|SHA\d*|URL)$/;

/**
 * Uses of variables that are not set where Docker expands them, without those of global arguments; the first of each
 * name in an instruction. `${NAME:+…}` expects it not to be set and counts only as a slip of the pen. Of a base image that nothing is known of, any name may come, but for one written in small
 * letters, one that is one slip away from a variable that is set, and one that only another stage declares.
 */
export const undefinedUses = memoised((doc: DockerfileDocument): readonly UndefinedUse[] => {
  const globals = new Set(undeclaredGlobals(doc).map(({ instruction, name }) => keyOf(instruction.span.start, name)));
  const seen = new Map<string, ExpandedUse[]>();
  const found: UndefinedUse[] = [];
  for (const use of expandedUses(doc)) {
    const standing = standingOf(doc, use);
    if (standing === 'set') continue;
    const key = keyOf(use.instruction.span.start, use.name);
    const before = seen.get(key);
    before?.push(use);
    if (before !== undefined || globals.has(key)) continue;
    const meant = meantName(doc, use);
    if (meant === undefined && (isExpected(use) || (standing === 'unknown' && !isOfThisFile(doc, use)))) continue;
    const all = [use];
    seen.set(key, all);
    found.push({ ...use, meant, all });
  }
  return found;
});

function keyOf(start: number, name: string): string {
  return `${start} ${name}`;
}

/** A variable that is set, of whose name this is a slip. */
function meantName(doc: DockerfileDocument, { name, instruction }: ExpandedUse): string | undefined {
  if (!isName(name) || name.length < 4 || name.length > longest) return undefined;
  const scope = doc.scopeAt(instruction);
  const index = declaredNames(doc);
  for (const key of shortened(name)) {
    for (const other of index.get(key) ?? []) {
      const variable = scope.get(other);
      const isSet = variable !== undefined && (variable.kind !== 'predefined' || other === 'PATH');
      if (isSet && isSlip(name, other)) return other;
    }
  }
  return undefined;
}

/** Longer names are not looked at for slips. */
const longest = 64;

/** Every name that the file declares, and PATH, by what is left of it without one of its letters, and by itself. */
const declaredNames = memoised((doc: DockerfileDocument): ReadonlyMap<string, readonly string[]> => {
  const declared = [...doc.byKeyword('ARG'), ...doc.byKeyword('ENV')].flatMap(({ pairs }) => pairs);
  const names = new Set(['PATH', ...declared.map(({ key }) => key.value)]);
  const index = new Map<string, string[]>();
  for (const name of names) {
    if (name.length > longest) continue;
    for (const key of shortened(name)) {
      const own = index.get(key);
      if (own === undefined) index.set(key, [name]);
      // Many names that differ in one letter are numbered, and no slips of one another.
      else if (own.length < 20) own.push(name);
    }
  }
  return index;
});

function shortened(name: string): ReadonlySet<string> {
  const keys = new Set([name]);
  for (let at = 0; at < name.length; at++) keys.add(name.slice(0, at) + name.slice(at + 1));
  return keys;
}

/** One letter more, less or other, but no digit, or two neighbours swapped. */
function isSlip(a: string, b: string): boolean {
  if (a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return !/\d/.test(left + right);
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function isExpected({ operator, guarded }: ExpandedUse): boolean {
  return guarded || operator?.endsWith('+') === true;
}

/**
 * Whether a variable cannot be meant to come from an image that nothing is known of: small letters say so, or a
 * declaration in another stage; a default says that it may. Never throws.
 */
function isOfThisFile(
  doc: DockerfileDocument,
  { name, operator, instruction }: Pick<ExpandedUse, 'name' | 'operator' | 'instruction'>,
): boolean {
  if (operator?.endsWith('-') === true) return false;
  if (/^[a-z]/.test(name)) return true;
  const stage = doc.stageOf(instruction);
  return (
    !imagesOwn.test(name) &&
    declaringStages(doc)
      .get(name)
      ?.some((other) => other !== stage) === true
  );
}

/** The stages that declare each name. */
const declaringStages = memoised((doc: DockerfileDocument): ReadonlyMap<string, readonly Stage[]> => {
  const stages = new Map<string, Stage[]>();
  for (const instruction of [...doc.byKeyword('ARG'), ...doc.byKeyword('ENV')]) {
    const stage = doc.stageOf(instruction);
    if (stage === undefined) continue;
    for (const { key } of instruction.pairs) {
      const own = stages.get(key.value);
      if (own === undefined) stages.set(key.value, [stage]);
      else if (own.at(-1) !== stage) own.push(stage);
    }
  }
  return stages;
});
