import { SourceText } from './source.js';
import type { Edit } from './span.js';

/** A run of lines that differ: `before[from.start..from.end]` becomes `after[to.start..to.end]`. */
interface Hunk {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
}

/**
 * Small edits that turn `before` into `after`, in order and apart: lines are matched by those that occur once in both
 * texts, and what is left is trimmed to the characters that differ. Never parts CR from LF or a surrogate pair.
 * About linear in the texts; never throws.
 */
export function minimalEdits(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const from = linesOf(before);
  const to = linesOf(after);
  const starts = new SourceText(before).lineStarts;
  const edits: Edit[] = [];
  const add = (first: number, last: number, text: string): void => {
    const start = starts[first] ?? before.length;
    const old = before.slice(start, starts[last] ?? before.length);
    if (old !== text) edits.push(trimmed(start, old, text));
  };
  for (const { fromStart, fromEnd, toStart, toEnd } of hunksOf(from, to)) {
    if (fromEnd - fromStart === toEnd - toStart) {
      for (let i = 0; i < fromEnd - fromStart; i++) add(fromStart + i, fromStart + i + 1, to[toStart + i] ?? '');
    } else add(fromStart, fromEnd, to.slice(toStart, toEnd).join(''));
  }
  return edits;
}

function linesOf(text: string): readonly string[] {
  const { lineStarts } = new SourceText(text);
  return lineStarts.map((start, index) => text.slice(start, lineStarts[index + 1] ?? text.length));
}

function hunksOf(from: readonly string[], to: readonly string[]): readonly Hunk[] {
  const found: Hunk[] = [];
  // Parts still to compare, the first one on top.
  const open: Hunk[] = [{ fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length }];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const rest = withoutCommonEnds(part, from, to);
    if (rest.fromStart === rest.fromEnd && rest.toStart === rest.toEnd) continue;
    const anchors = anchorsOf(rest, from, to);
    if (anchors.length === 0) {
      found.push(rest);
      continue;
    }
    let { fromStart, toStart } = rest;
    const parts: Hunk[] = [];
    for (const [a, b] of anchors) {
      parts.push({ fromStart, fromEnd: a, toStart, toEnd: b });
      fromStart = a + 1;
      toStart = b + 1;
    }
    parts.push({ fromStart, fromEnd: rest.fromEnd, toStart, toEnd: rest.toEnd });
    for (const next of parts.reverse()) open.push(next);
  }
  return found;
}

function withoutCommonEnds(part: Hunk, from: readonly string[], to: readonly string[]): Hunk {
  let { fromStart, fromEnd, toStart, toEnd } = part;
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) {
    fromStart++;
    toStart++;
  }
  while (fromStart < fromEnd && toStart < toEnd && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  return { fromStart, fromEnd, toStart, toEnd };
}

/** Pairs of equal lines that occur once on each side, the longest list that keeps the order of both. */
function anchorsOf(part: Hunk, from: readonly string[], to: readonly string[]): readonly (readonly [number, number])[] {
  const inFrom = onceIn(from, part.fromStart, part.fromEnd);
  const inTo = onceIn(to, part.toStart, part.toEnd);
  // The last pair of the best list of each length, and the pair before each pair.
  const tails: (readonly [number, number])[] = [];
  const before = new Map<readonly [number, number], readonly [number, number] | undefined>();
  for (const [line, a] of inFrom) {
    const b = inTo.get(line);
    if (a < 0 || b === undefined || b < 0) continue;
    const pair = [a, b] as const;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before.set(pair, tails[low - 1]);
    tails[low] = pair;
  }
  const chain: (readonly [number, number])[] = [];
  for (let pair = tails.at(-1); pair !== undefined; pair = before.get(pair)) chain.push(pair);
  return chain.reverse();
}

/** Where each line stands, in order; -1 for lines that occur more than once. */
function onceIn(lines: readonly string[], start: number, end: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let i = start; i < end; i++) {
    const line = lines[i] ?? '';
    places.set(line, places.has(line) ? -1 : i);
  }
  return places;
}

function trimmed(at: number, removed: string, added: string): Edit {
  const least = Math.min(removed.length, added.length);
  let head = 0;
  while (head < least && removed[head] === added[head]) head++;
  while (head > 0 && (glued(removed, head) || glued(added, head))) head--;
  let tail = 0;
  while (tail < least - head && removed[removed.length - 1 - tail] === added[added.length - 1 - tail]) tail++;
  while (tail > 0 && (glued(removed, removed.length - tail) || glued(added, added.length - tail))) tail--;
  return { span: { start: at + head, end: at + removed.length - tail }, text: added.slice(head, added.length - tail) };
}

/** Whether a place lies within CRLF or a surrogate pair. */
function glued(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at);
  return (
    (before === 13 && behind === 10) || (before >= 0xd800 && before < 0xdc00 && behind >= 0xdc00 && behind < 0xe000)
  );
}
