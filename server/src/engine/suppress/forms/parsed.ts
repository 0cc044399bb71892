import type { SuppressionSource } from '../types.js';

/** An id of a comment; offsets count from the `#`. */
export interface ParsedId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What a comment reaches by its form: the instruction below, the shell command below, the rest of the stage from the
 * instruction below (`block`) or behind the FROM below (`stage`), the file, or the file if it stands in its `head`.
 */
export type Reach = 'next' | 'command' | 'block' | 'stage' | 'file' | 'head';

/** A comment read without its surroundings. */
export interface ParsedComment {
  readonly source: SuppressionSource;
  readonly reach: Reach;
  readonly ids: readonly ParsedId[];
  readonly inverted?: true;
  readonly until?: string;
  readonly reason: string | undefined;
  readonly malformed: string | undefined;
}

/** A comment that means to hide something and cannot; `malformed` is one sentence. */
export function malformedComment(source: SuppressionSource, malformed: string): ParsedComment {
  return { source, reach: 'next', ids: [], reason: undefined, malformed };
}

/** The items of a list that starts at an offset, without the blanks around them. */
export function idsOf(list: string, at: number): readonly ParsedId[] {
  let offset = at;
  return list.split(',').map((item) => {
    const start = offset + item.length - item.trimStart().length;
    offset += item.length + 1;
    const id = item.trim();
    return { id, start, end: start + id.length };
  });
}
