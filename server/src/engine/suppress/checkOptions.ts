import { nearest } from '../didYouMean.js';
import type { DockerfileDocument } from '../dockerfile/model/types.js';
import type { Span } from '../text/span.js';
import { shown } from '../wording.js';

/** What is wrong with the `check` directive. */
export interface CheckFault {
  readonly at: Span;
  readonly message: string;
  /** BuildKit stops the build; else a part does not count. */
  readonly refused: boolean;
  /** What was meant, to stand in the place of `at`. */
  readonly instead?: string;
}

const keys = ['skip', 'error', 'experimental'];
const booleans = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;

/**
 * The first fault of the `check` directive for which BuildKit refuses the file, or does not see all of it (linter.go,
 * ParseLintOptions): its value ends at the first blank and has up to three parts between semicolons. Undefined without
 * one. Never throws.
 */
export function checkFault({ syntax }: DockerfileDocument): CheckFault | undefined {
  const { directives, source } = syntax;
  const index = directives.findIndex(({ name }) => name === 'check');
  const directive = directives[index];
  // BuildKit looks for it in lines that start with #, without blanks in front.
  const isIndented = ({ span }: { span: Span }): boolean => /[ \t]/.test(source.text.charAt(span.start - 1));
  if (directive === undefined || directives.slice(0, index + 1).some(isIndented)) return undefined;
  const { value, valueSpan } = directive;
  const read = value.split(' ', 1)[0] ?? '';
  const broken = blankFault(value, read, valueSpan.start);
  if (read.trim() === '') return broken && { ...broken, refused: false };
  const refused = refusedPart(read, valueSpan.start);
  const fault = broken ?? refused;
  return fault && { ...fault, refused: refused !== undefined };
}

type Fault = Omit<CheckFault, 'refused'>;

function refusedPart(read: string, offset: number): Fault | undefined {
  let start = offset;
  for (const part of threeParts(read)) {
    const fault = partFault(part, start);
    if (fault !== undefined) return fault;
    start += part.length + 1;
  }
  return undefined;
}

/** A blank behind a separator, or in front of one. What else stands behind a blank is a note. */
function blankFault(value: string, read: string, start: number): Fault | undefined {
  const rest = value.slice(read.length);
  const blanks = rest.length - rest.trimStart().length;
  const next = rest.charAt(blanks);
  if (blanks === 0 || !(/[;,]$/.test(read) || next === ';' || next === ',')) return undefined;
  const at = { start: start + read.length, end: start + read.length + blanks };
  const unread = shown(rest.trim().replace(/^[;,]\s*/, ''));
  return {
    at,
    message: `Docker reads the check options up to the first blank, so “${unread}” does not count`,
    instead: '',
  };
}

/** As Go's strings.SplitN: the last part keeps its semicolons. */
function threeParts(text: string): readonly string[] {
  const parts = text.split(';');
  return parts.length <= 3 ? parts : [...parts.slice(0, 2), parts.slice(2).join(';')];
}

function partFault(part: string, start: number): Fault | undefined {
  const at = { start, end: start + part.length };
  const equals = part.indexOf('=');
  const key = part.slice(0, equals < 0 ? undefined : equals).trim();
  if (equals < 0 && part === '') {
    return { at: { start: start - 1, end: start }, message: 'A check option is missing behind the semicolon' };
  }
  if (!keys.includes(key)) {
    const meant = nearest(key, keys);
    const message =
      equals < 0
        ? `The check option “${shown(key)}” is not read; options look like skip=<check>, and several are parted by semicolons`
        : `There is no check option “${shown(key)}”, only skip, error and experimental`;
    const instead = equals < 0 || meant === undefined ? {} : { instead: meant };
    return { at: equals < 0 ? at : { start, end: start + equals }, message, ...instead };
  }
  if (equals < 0) return { at, message: `The check option ${key} needs a value behind an equals sign` };
  if (key !== 'error' || booleans.test(part.slice(equals + 1).trim())) return undefined;
  return {
    at: part.length === equals + 1 ? at : { start: start + equals + 1, end: at.end },
    message: 'The check option error is true or false',
  };
}
