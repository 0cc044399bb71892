import type { ShellCommand } from './types.js';

/** Names that only a shell knows: there is no such program to start (POSIX special and regular built-ins without a file). */
const shellOnly: ReadonlySet<string> = new Set(
  (
    '. : alias bg bind break builtin caller case cd command compgen complete continue declare dirs disown do done ' +
    'elif else enable esac eval exec exit export fc fg fi for function getopts hash help history if in jobs let local ' +
    'logout mapfile popd pushd read readarray readonly return select set shift shopt source suspend then time times ' +
    'trap type typeset ulimit umask unalias unset until wait while { } ! [[ ]] (('
  ).split(' '),
);

/** What of a command matters here. */
export type PlainCommand = Pick<ShellCommand, 'words' | 'assignments' | 'redirects' | 'scopes'>;

/**
 * The command as a JSON array for the exec form: `nginx -g 'daemon off;'` → `["nginx", "-g", "daemon off;"]`.
 * Undefined when the array would not mean the same: anything that a shell expands (variables, substitutions, globs,
 * braces, `~`), assignments, redirects, names that only a shell knows. A leading `exec` falls away, since the exec form
 * does just that. Whether the command stands alone is for the caller to see (`script.simple`, one command).
 */
export function execForm(command: PlainCommand): string | undefined {
  if (command.assignments.length > 0 || command.redirects.length > 0 || command.scopes.length > 0) return undefined;
  const words = command.words[0]?.value === 'exec' ? command.words.slice(1) : command.words;
  const name = words[0]?.value ?? '';
  if (!words.every((word) => word.literal && isPrintable(word.value))) return undefined;
  if (name === '' || shellOnly.has(name) || (words !== command.words && name.startsWith('-'))) return undefined;
  return `[${words.map((word) => JSON.stringify(word.value)).join(', ')}]`;
}

/** Whether a command name stands for a program, and not for something that only the shell knows. Never throws. */
export function isProgram(name: string | undefined): boolean {
  return name !== undefined && name !== '' && !shellOnly.has(name);
}

/**
 * `value` written as one argument of a POSIX shell command: bare where that is safe, else in single quotes. Undefined for text that
 * cannot stand on one Dockerfile line (line breaks, NUL).
 */
export function quoteWord(value: string): string | undefined {
  if (!isPrintable(value)) return undefined;
  if (/^[\w@%+:,./-][\w@%+:,./=-]*$/.test(value)) return value;
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** No line break and no NUL, and no half of a surrogate pair, which JSON escapes would change. */
function isPrintable(value: string): boolean {
  return !/[\n\r\0]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value);
}
