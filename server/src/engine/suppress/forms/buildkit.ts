import { idsOf, type ParsedComment, type ParsedId } from './parsed.js';

/** BuildKit frontend/dockerfile/linter/linter.go: the value ends at the first blank. */
const form = /^#\s*check\s*=\s*([^ ]*)(.*)$/i;

/** What a `check` comment or directive asks for. */
export interface CheckOptions {
  /** The value of `skip` is `all`. */
  readonly all: boolean;
  readonly skip: readonly ParsedId[];
  readonly experimentalAll: boolean;
  readonly experimental: readonly string[];
  readonly error: boolean;
}

/** Whether BuildKit takes a comment for one about checks, even if it does not understand it. */
export function isCheck(text: string): boolean {
  return /^#\s*check\s*=\s*\S/i.test(text);
}

/** `# check=skip=<check>[,<check>];…` above an instruction. */
export function checkComment(text: string): ParsedComment | undefined {
  const options = readCheckComment(text);
  if (options === undefined) return undefined;
  const reason = form.exec(text)?.[2]?.trim();
  const common = { source: 'buildkit', reach: 'next', reason } as const;
  if (typeof options === 'string') return { ...common, ids: [], malformed: options };
  if (options.skip.length === 0 && !options.all) return undefined;
  return { ...common, ids: options.all ? [] : options.skip, malformed: undefined };
}

/** What BuildKit reads of the value of the directive: up to its first blank. */
export function readValue(value: string): string {
  return value.split(' ', 1)[0] ?? '';
}

/** The options of a comment that has the form of a check; a string says why they do not parse. */
export function readCheckComment(text: string): CheckOptions | string | undefined {
  const value = form.exec(text)?.[1] ?? '';
  if (!/^(?:skip|experimental|error)\b/.test(value)) return undefined;
  return parseCheck(value, text.indexOf(value, text.indexOf('=') + 1));
}

/**
 * The options of a check; a string says why they do not parse. Offsets count from `at`.
 * BuildKit ParseLintOptions: three parts at most, parted by `;`.
 */
export function parseCheck(value: string, at: number): CheckOptions | string {
  const options = { all: false, skip: [] as readonly ParsedId[], experimentalAll: false, error: false };
  let experimental: readonly string[] = [];
  let offset = at;
  for (const part of threeParts(value)) {
    const equals = part.indexOf('=');
    const key = part.slice(0, equals < 0 ? undefined : equals).trim();
    const list = part.slice(equals + 1);
    if (equals < 0 || !['skip', 'experimental', 'error'].includes(key)) {
      return 'Docker does not understand this comment; write "check=skip=<check>[,<check>]".';
    }
    if (key === 'error' && !isGoBoolean(list.trim())) {
      return 'Docker does not understand this comment; behind "error=" stands true or false.';
    }
    if (key === 'error') options.error = /^[1tT]/.test(list.trim());
    const all = list.trim() === 'all';
    if (key === 'skip') {
      options.all = all;
      options.skip = all ? [] : idsOf(list, offset + equals + 1).filter(({ id }) => id !== '');
    }
    if (key === 'experimental') {
      options.experimentalAll = all;
      experimental = all ? [] : list.split(',').map((id) => id.trim());
    }
    offset += part.length + 1;
  }
  return { ...options, experimental };
}

/** Go strings.SplitN: the third part is all that is left. */
function threeParts(value: string): readonly string[] {
  const parts = value.split(';');
  return parts.length <= 3 ? parts : [...parts.slice(0, 2), parts.slice(2).join(';')];
}

/** Go strconv.ParseBool. */
function isGoBoolean(text: string): boolean {
  return /^(?:1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(text);
}
