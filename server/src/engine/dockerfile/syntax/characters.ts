/** What Go's unicode.IsSpace takes for white space, which BuildKit's parser relies on. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  if (code === 0x85 || code === 0xa0 || code === 0x1680) return true;
  if (code < 0x2000) return false;
  if (code <= 0x200a) return true;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** The blanks that separate words: tab, vertical tab, form feed, carriage return, space (BuildKit parser.go). */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || (code >= 11 && code <= 13);
}

/** The first offset in `start..end` whose character is no white space; `end` if there is none. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character of `start..end` that is no white space; `start` if there is none. */
export function trimSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The first offset in `start..end` that holds a blank; `end` if there is none. */
export function findBlank(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The first offset in `start..end` that holds no blank; `end` if there is none. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Upper case of ASCII letters only, so that no other letter turns into a keyword. */
export function upperAscii(text: string): string {
  if (/^[a-z]*$/.test(text)) return text.toUpperCase();
  return /[a-z]/.test(text) ? text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) : text;
}
