const slash = '/';

/** What `matchChunk` of Go's filepath.Match leaves: the rest of the name, `failed`, or a malformed pattern. */
type Chunk = { readonly rest: readonly string[] } | 'failed' | 'malformed';

/**
 * Whether Go's `filepath.Match(pattern, ".")` refuses a pattern, which is how moby/patternmatcher looks at the syntax
 * of one. Go stops at the first part that does not fit, so not every malformed pattern is refused here.
 * Linear; never throws.
 */
export function isRefused(pattern: string): boolean {
  let left: readonly string[] = Array.from(pattern);
  let name: readonly string[] = ['.'];
  while (left.length > 0) {
    const { star, chunk, rest } = nextChunk(left);
    left = rest;
    if (star && chunk.length === 0) return false;
    const here = matchChunk(chunk, name);
    if (here === 'malformed') return true;
    if (here !== 'failed' && (here.rest.length === 0 || left.length > 0)) {
      name = here.rest;
      continue;
    }
    const behind = star && name.length > 0 ? matchChunk(chunk, []) : 'failed';
    if (behind === 'malformed') return true;
    if (behind === 'failed') return false;
    name = behind.rest;
  }
  return false;
}

function nextChunk(pattern: readonly string[]): {
  readonly star: boolean;
  readonly chunk: readonly string[];
  readonly rest: readonly string[];
} {
  let start = 0;
  while (pattern[start] === '*') start++;
  let inRange = false;
  for (let i = start; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '\\') i++;
    else if (char === '[') inRange = true;
    else if (char === ']') inRange = false;
    else if (char === '*' && !inRange) {
      return { star: start > 0, chunk: pattern.slice(start, i), rest: pattern.slice(i) };
    }
  }
  return { star: start > 0, chunk: pattern.slice(start), rest: [] };
}

function matchChunk(chunk: readonly string[], name: readonly string[]): Chunk {
  let failed = false;
  let used = 0;
  for (let i = 0; i < chunk.length;) {
    failed ||= used >= name.length;
    const char = name[used];
    if (!failed) used++;
    if (chunk[i] === '[') {
      const end = classEnd(chunk, i + 1);
      if (end === undefined) return 'malformed';
      failed ||= !inClass(chunk.slice(i + 1, end), char ?? '');
      i = end + 1;
      continue;
    }
    if (chunk[i] === '?') failed ||= char === slash;
    else {
      if (chunk[i] === '\\' && ++i >= chunk.length) return 'malformed';
      failed ||= chunk[i] !== char;
    }
    i++;
  }
  return failed ? 'failed' : { rest: name.slice(used) };
}

/** Index of the `]` that ends a class whose content starts at `at`; undefined for one that Go refuses. */
function classEnd(chunk: readonly string[], at: number): number | undefined {
  let i = chunk[at] === '^' ? at + 1 : at;
  for (let ranges = 0; ; ranges++) {
    if (chunk[i] === ']' && ranges > 0) return i;
    const low = afterCharacter(chunk, i);
    if (low === undefined) return undefined;
    const high = chunk[low] === '-' ? afterCharacter(chunk, low + 1) : low;
    if (high === undefined) return undefined;
    i = high;
  }
}

function afterCharacter(chunk: readonly string[], at: number): number | undefined {
  if (at >= chunk.length || chunk[at] === '-' || chunk[at] === ']') return undefined;
  const next = chunk[at] === '\\' ? at + 2 : at + 1;
  return next >= chunk.length ? undefined : next;
}

function inClass(content: readonly string[], char: string): boolean {
  const negated = content[0] === '^';
  const code = char.codePointAt(0) ?? -1;
  let found = false;
  const one = (at: number): readonly [number, number] => {
    const escaped = content[at] === '\\' ? 1 : 0;
    return [content[at + escaped]?.codePointAt(0) ?? -1, at + escaped + 1];
  };
  for (let i = negated ? 1 : 0; i < content.length;) {
    const [low, next] = one(i);
    const [high, after] = content[next] === '-' ? one(next + 1) : [low, next];
    found ||= low <= code && code <= high;
    i = after;
  }
  return found !== negated;
}
