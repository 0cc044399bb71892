import type { Span } from '../../text/span.js';
import type { ShellWord } from '../../shell/types.js';
import { unwrap } from '../../shell/unwrap.js';
import type { Command } from '../model/types.js';
import { looksSecret } from './names.js';
import { isPassword, looksRandom } from './tokens.js';

/** A secret that a command is given. */
export interface GivenSecret {
  readonly at: Span;
  readonly what: string;
  /** `NAME=value` in front of a command, which a secret mount can stand for. */
  readonly assignment?: { readonly name: string; readonly span: Span };
}

const secretFlag =
  /^--?(?:[a-z\d]+-)*(?:password|passwd|passphrase|pass|token|secret|api-?key|access-?key|secret-?key|private-?token|storepass|keypass|pwd)$/i;
const header =
  /^(?:proxy-)?authorization:\s*(?:bearer|basic|token)\s+(\S+)$|^(?:private-token|x-[a-z-]*(?:key|token)|api-?key):\s*(\S+)$/i;
/** `//registry.example.com/:_authToken=…` in the settings of npm, alone or in a text that goes to a file. */
const npmSetting = /:_(?:authToken|password|auth)=([^\s"'\\]+)/;
/** Programs whose `-p` is joined to a password. */
const joined = /^(?:mysql\w*|mariadb[\w-]*|sshpass)$/;
/** Programs with `-u user:password`. */
const clients: ReadonlySet<string> = new Set(['curl', 'http', 'https', 'lftp']);

/**
 * Secrets among the words of a command: values of options and headers for passwords and tokens, user and password for
 * curl, and random values of variables with secret names. Values with variables are none. Never throws.
 */
export function secretArguments(command: Command): Iterable<GivenSecret> {
  return command.assignments.length > 0 || command.args.some(mayGive) ? readArguments(command) : none;
}

const none: readonly never[] = [];

/** A first look at a word. */
function mayGive({ value }: ShellWord): boolean {
  return value.startsWith('-') || value.includes(':') || value.includes('=');
}

function* readArguments(command: Command): Iterable<GivenSecret> {
  const { name = '', args, assignments } = unwrap(command);
  for (const { name: variable, span, value } of assignments) {
    if (value?.literal !== true || !isSecretVariable(variable, value.value)) continue;
    const assignment = command.assignments.some((own) => own.span.start === span.start)
      ? { name: variable, span }
      : undefined;
    const what = `the value of ${variable}`;
    yield assignment === undefined ? { at: value.span, what } : { at: value.span, what, assignment };
  }
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (word === undefined || !mayGive(word)) continue;
    const found = secretIn(name, word, args[at - 1], args[at + 1]);
    if (found !== undefined) yield found;
  }
}

function secretIn(
  program: string,
  word: ShellWord,
  before: ShellWord | undefined,
  next: ShellWord | undefined,
): GivenSecret | undefined {
  const { value } = word;
  if (value.startsWith('-')) {
    const equals = value.indexOf('=');
    const flag = equals < 0 ? value : value.slice(0, equals);
    if (secretFlag.test(flag)) {
      if (equals >= 0) return part(word, equals + 1, value.length, `the value of ${flag}`);
      return next === undefined || next.value.startsWith('-')
        ? undefined
        : part(next, 0, next.value.length, `the value of ${flag}`);
    }
    if (joined.test(program) && /^-p./.test(value)) return part(word, 2, value.length, 'the value of -p');
  }
  if (/^(?:-u|--user)$/.test(before?.value ?? '') && clients.has(program)) {
    const colon = value.indexOf(':');
    if (colon > 0) return part(word, colon + 1, value.length, 'a password');
  }
  if (value.length < 8) return undefined;
  const heading = header.exec(value);
  const given = heading?.[1] ?? heading?.[2];
  if (given !== undefined) return part(word, value.length - given.length, value.length, 'the value of this header');
  const setting = npmSetting.exec(value);
  if (setting?.[1] !== undefined) {
    const end = setting.index + setting[0].length;
    return part(word, end - setting[1].length, end, 'a token for npm');
  }
  const variable = /^([A-Za-z_]\w*)=(.+)$/s.exec(value);
  const [, name = '', text = ''] = variable ?? [];
  if (variable === null || !isSecretVariable(name, text)) return undefined;
  return part(word, name.length + 1, value.length, `the value of ${name}`);
}

/** A piece of a word that may be a password; where places are uncertain the whole word. */
function part({ content, span, value }: ShellWord, start: number, end: number, what: string): GivenSecret | undefined {
  const text = value.slice(start, end);
  if (!isPassword(text) && !looksRandom(text)) return undefined;
  if (text.length < 8 && !/[^A-Za-z0-9]/.test(text)) return undefined;
  return { at: content?.span(start, end) ?? span, what };
}

/** A variable of the shell called `key` is most often one that checks signatures. */
function isSecretVariable(name: string, value: string): boolean {
  return !/^keys?$/i.test(name) && looksSecret('ENV', name, value) && looksRandom(value);
}
