/** A half-open range of zero-based UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replacement of `span` by `text`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Whether `inner` lies wholly within `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share a character, or one is empty and touches the other. */
export function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether two edits may not be applied together: they share a character, or insert at the same place. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/** The edits in order of their place; edits at one place keep their order. */
export function sortEdits(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/**
 * The text after `edits`, which may come in any order.
 * Throws a RangeError when two edits overlap or one lies outside the text: that is a mistake of a rule.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span: where, text: replacement } of sortEdits(edits)) {
    if (where.start < at || where.end < where.start || where.end > text.length) {
      throw new RangeError(`edit at ${where.start}..${where.end} overlaps another or leaves the text`);
    }
    parts.push(text.slice(at, where.start), replacement);
    at = where.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
