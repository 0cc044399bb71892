import type { Span } from '../../text/span.js';
import { skipSpaces } from './characters.js';
import { directiveNames } from './tables.js';
import type { Directive, SyntaxProblem } from './types.js';

/** Reads parser directives as long as the leading comment block lasts (BuildKit parser/directives.go). */
export class DirectiveReader {
  readonly directives: Directive[] = [];
  readonly problems: SyntaxProblem[] = [];
  escape: '\\' | '`' = '\\';
  #open = true;
  #shebang = false;

  /** No directive can follow. */
  close(): void {
    this.#open = false;
  }

  /** Takes the comment line `start..end` if it is a directive; else the block is over and the answer is false. */
  take(text: string, start: number, end: number): boolean {
    if (!this.#open) return false;
    if (this.directives.length === 0 && !this.#shebang && text.charCodeAt(start + 1) === 33) {
      this.#shebang = true;
      return false;
    }
    const directive = readDirective(text, start, end);
    // BuildKit looks for syntax and check behind a `#!` line, but its parser sees a comment there.
    if (directive === undefined || (this.#shebang && directive.name === 'escape')) {
      this.close();
      return false;
    }
    this.#check(directive);
    this.directives.push(directive);
    return true;
  }

  #check(directive: Directive): void {
    const { name, value } = directive;
    if (this.directives.some((other) => other.name === name)) {
      const message = `Only the first ${name} directive may stand here; BuildKit refuses a file that repeats it.`;
      this.problems.push({ code: 'duplicate-directive', span: directive.span, word: name, message });
      return;
    }
    if (name !== 'escape') return;
    if (value === '\\' || value === '`') {
      this.escape = value;
      return;
    }
    const message = 'The escape directive takes a backslash or a backtick; BuildKit refuses anything else.';
    this.problems.push({ code: 'invalid-directive', span: directive.valueSpan, word: value, message });
  }
}

/** A white space character of Go's regular expressions. */
function isSpaceOfPattern(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

function readDirective(text: string, start: number, end: number): Directive | undefined {
  const nameStart = skipSpaces(text, start + 1, end);
  let nameEnd = nameStart;
  while (nameEnd < end && isNameCharacter(text.charCodeAt(nameEnd), nameEnd > nameStart)) nameEnd++;
  if (nameEnd === nameStart) return undefined;
  const equals = skipPatternSpaces(text, nameEnd, end);
  if (text.charCodeAt(equals) !== 61 || equals >= end) return undefined;
  const value = trimmedValue(text, equals + 1, end);
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (value.start >= value.end || !directiveNames.includes(name)) return undefined;
  return {
    name,
    value: text.slice(value.start, value.end),
    span: { start, end: value.end },
    nameSpan: { start: nameStart, end: nameEnd },
    valueSpan: value,
  };
}

function isNameCharacter(code: number, digits: boolean): boolean {
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return true;
  return digits && code >= 48 && code <= 57;
}

function skipPatternSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpaceOfPattern(text.charCodeAt(at))) at++;
  return at;
}

/** The value behind `=`, without blanks around it; the last blank itself where nothing else follows, as in BuildKit. */
function trimmedValue(text: string, start: number, end: number): Span {
  const first = skipPatternSpaces(text, start, end);
  if (first === end) return { start: Math.max(start, end - 1), end };
  let last = end;
  while (last > first && isSpaceOfPattern(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}
