import { MappedText, type Segment } from '../../text/mapped.js';
import type { Span } from '../../text/span.js';
import { isSpace, skipSpaces, trimSpaces } from './characters.js';
import type { Comment } from './types.js';

/** Steps through the lines of a text, which end at LF; carriage returns before it belong to the line end. */
export class LineReader {
  readonly text: string;
  /** First character of the current line. */
  start = 0;
  /** Behind the last character before the line end. */
  end = 0;
  /** First character of the next line. */
  next: number;

  /** Starts at the beginning of a line, else behind a byte order mark. */
  constructor(text: string, next = text.charCodeAt(0) === 0xfeff ? 1 : 0) {
    this.text = text;
    this.next = next;
  }

  /** Goes to the next line; false at the end of the text. */
  advance(): boolean {
    if (this.next >= this.text.length) return false;
    this.start = this.next;
    const feed = this.text.indexOf('\n', this.start);
    this.next = feed < 0 ? this.text.length : feed + 1;
    let end = feed < 0 ? this.text.length : feed;
    while (end > this.start && this.text.charCodeAt(end - 1) === 13) end--;
    this.end = end;
    return true;
  }
}

/** A line of the file with the lines that continue it. */
export interface LogicalLine {
  /** First character that is no white space. */
  readonly start: number;
  /** Behind the last character that is no white space, a dangling escape or comment included. */
  readonly end: number;
  /** The text without continuations, comment lines and blank lines, and without white space around it. */
  readonly joined: MappedText;
  readonly continuations: readonly Span[];
  readonly comments: readonly Comment[];
  readonly blanks: readonly Span[];
}

const none: readonly never[] = [];

/**
 * Reads the logical line that starts at the reader's current line, at `start`, and leaves the reader at its last line.
 * Follows BuildKit's trimContinuationCharacter and its loop over continuation lines (parser/parser.go).
 */
export function readLogicalLine(reader: LineReader, start: number, escape: number): LogicalLine {
  const { text } = reader;
  let mark = continuationMark(text, start, reader.end, escape);
  if (mark < 0) {
    const end = trimSpaces(text, start, reader.end);
    const joined = MappedText.at(text.slice(start, end), start);
    return { start, end, joined, continuations: none, comments: none, blanks: none };
  }
  const pieces: Piece[] = [{ start, end: mark }];
  const continuations: Span[] = [];
  const comments: Comment[] = [];
  const blanks: Span[] = [];
  let end = mark + 1;
  while (mark >= 0 && reader.advance()) {
    const first = skipSpaces(text, reader.start, reader.end);
    if (first === reader.end) {
      blanks.push({ start: reader.start, end: reader.end });
    } else if (text.charCodeAt(first) === 35) {
      const comment = commentAt(text, first, reader.end);
      comments.push(comment);
      end = trimSpaces(text, first, reader.end);
    } else {
      continuations.push({ start: mark, end: reader.start });
      mark = continuationMark(text, reader.start, reader.end, escape);
      pieces.push({ start: reader.start, end: mark < 0 ? reader.end : mark });
      end = mark < 0 ? trimSpaces(text, reader.start, reader.end) : mark + 1;
    }
  }
  if (mark >= 0) continuations.push({ start: mark, end });
  return { start, end, joined: join(text, pieces), continuations, comments, blanks };
}

/** The comment from `#` at `start` to the end of its line. */
export function commentAt(text: string, start: number, end: number): Comment {
  return { span: { start, end }, text: text.slice(start + 1, end) };
}

/** Offset of the escape character that continues the line `start..end`; -1 when it is not continued. */
function continuationMark(text: string, start: number, end: number, escape: number): number {
  let at = end - 1;
  while (at >= start && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at < start || text.charCodeAt(at) !== escape) return -1;
  return at > start && text.charCodeAt(at - 1) === escape ? -1 : at;
}

function join(text: string, pieces: readonly Piece[]): MappedText {
  const first = pieces[0]?.start ?? 0;
  const parts: string[] = [];
  const segments: Segment[] = [];
  let length = 0;
  trimPieces(text, pieces);
  for (const { start, end } of pieces) {
    if (start >= end) continue;
    segments.push({ joined: length, source: start });
    parts.push(text.slice(start, end));
    length += end - start;
  }
  return segments.length === 0 ? MappedText.at('', first) : new MappedText(parts.join(''), segments);
}

/** A part of a logical line that stands unbroken. */
interface Piece {
  start: number;
  end: number;
}

/** Takes white space off the very start and the very end. */
function trimPieces(text: string, pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    piece.start = skipSpaces(text, piece.start, piece.end);
    if (piece.start < piece.end) break;
  }
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (piece === undefined) break;
    while (piece.end > piece.start && isSpace(text.charCodeAt(piece.end - 1))) piece.end--;
    if (piece.start < piece.end) break;
  }
}
