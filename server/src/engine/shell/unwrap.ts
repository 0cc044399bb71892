import type { ShellAssignment, ShellCommand, ShellWord } from './types.js';

/** What a command runs in the end: itself, or the command behind `sudo`, `env X=1`, `exec`, `xargs`… */
export interface EffectiveCommand<C extends ShellCommand = ShellCommand> {
  /** The command as written. */
  readonly command: C;
  /** Base name of the program; undefined if it is not literal or there is none. */
  readonly name: string | undefined;
  readonly words: readonly ShellWord[];
  readonly args: readonly ShellWord[];
  /** Those in front of the command and those of `env` and `sudo`. */
  readonly assignments: readonly ShellAssignment[];
  /** Base names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
}

interface Wrapper {
  /** Options that take the next word. */
  readonly values?: readonly string[];
  /** Words between the options and the command. */
  readonly operands?: number;
  /** `NAME=value` may stand in front of the command. */
  readonly assigns?: boolean;
  /** Options with which no command follows, or not as plain words. */
  readonly ends?: readonly string[];
}

/** From the manual pages of sudo, doas, coreutils, util-linux, findutils, bash, busybox, gosu, su-exec, tini and dumb-init. */
const wrappers: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['busybox', { ends: ['--list', '--list-full', '--install', '--help'] }],
  ['builtin', {}],
  ['catchsegv', {}],
  ['chronic', {}],
  ['chroot', { operands: 1 }],
  ['chrt', { values: ['-T', '-P', '-D'], operands: 1, ends: ['-p', '--pid', '-m', '--max'] }],
  ['command', { ends: ['-v', '-V'] }],
  ['doas', { values: ['-u', '-C', '-a'], ends: ['-L', '-s'] }],
  ['dumb-init', { values: ['-r', '--rewrite'] }],
  ['eatmydata', {}],
  [
    'env',
    { values: ['-u', '--unset', '-C', '--chdir', '-a', '--argv0'], assigns: true, ends: ['-S', '--split-string'] },
  ],
  ['exec', { values: ['-a'] }],
  ['fakeroot', { values: ['-l', '--lib', '-s', '-i', '-b'] }],
  ['flock', { values: ['-w', '--timeout', '-E', '--conflict-exit-code'], operands: 1, ends: ['-c', '--command'] }],
  ['gosu', { operands: 1, ends: ['--version', '--help'] }],
  ['ionice', { values: ['-c', '--class', '-n', '--classdata'], ends: ['-p', '-P', '-u'] }],
  ['linux32', {}],
  ['linux64', {}],
  ['nice', { values: ['-n', '--adjustment'] }],
  ['nohup', {}],
  ['setarch', { operands: 1 }],
  ['setsid', {}],
  ['stdbuf', { values: ['-i', '-o', '-e', '--input', '--output', '--error'] }],
  ['su-exec', { operands: 1 }],
  [
    'sudo',
    {
      values: ['-u', '-g', '-h', '-p', '-C', '-D', '-R', '-r', '-t', '-T', '-U']
        .concat(['--user', '--group', '--host', '--prompt', '--close-from', '--chdir', '--chroot', '--role', '--type'])
        .concat(['--command-timeout', '--other-user']),
      assigns: true,
      ends: ['-e', '--edit', '-l', '--list', '-v', '--validate', '-V', '--version'],
    },
  ],
  ['time', { values: ['-f', '--format', '-o', '--output'] }],
  ['timeout', { values: ['-k', '--kill-after', '-s', '--signal'], operands: 1 }],
  ['tini', { values: ['-p', '-e'], ends: ['-l', '--version', '-h'] }],
  ['unbuffer', {}],
  [
    'xargs',
    {
      values: ['-a', '-d', '-E', '-I', '-L', '-n', '-P', '-s', '--arg-file', '--delimiter', '--max-lines'].concat([
        '--max-args',
        '--max-procs',
        '--max-chars',
        '--process-slot-var',
      ]),
    },
  ],
]);

/**
 * The command behind wrappers such as `sudo -u app`, `env X=1`, `exec`, `nohup`, `time`, `timeout 5` or `xargs -0`,
 * however many. A wrapper without a command behind it, or with options that do something else (`command -v x`), is the
 * effective command itself. Never throws.
 */
export function unwrap<C extends ShellCommand>(command: C): EffectiveCommand<C> {
  const own = programName(command.words[0]);
  if (own === undefined || !wrappers.has(own)) {
    const { words, args, assignments } = command;
    return { command, name: own, words, args, assignments, wrappers: none };
  }
  const taken: string[] = [];
  const assignments = [...command.assignments];
  let start = 0;
  for (;;) {
    const name = programName(command.words[start]);
    const wrapper = name === undefined ? undefined : wrappers.get(name);
    const inner = wrapper && behind(command.words, start, wrapper);
    if (name === undefined || inner === undefined) {
      const words = start === 0 ? command.words : command.words.slice(start);
      const args = start === 0 ? command.args : words.slice(1);
      return { command, name, words, args, assignments, wrappers: taken };
    }
    taken.push(name);
    for (const assignment of inner.assignments) assignments.push(assignment);
    start = inner.start;
  }
}

const none: readonly never[] = [];

/** Base name of a literal program word. */
function programName(word: ShellWord | undefined): string | undefined {
  if (word?.literal !== true) return undefined;
  return word.value.slice(word.value.lastIndexOf('/') + 1) || undefined;
}

interface Inner {
  /** Index of the first word of the command behind the wrapper. */
  readonly start: number;
  readonly assignments: readonly ShellAssignment[];
}

function behind(words: readonly ShellWord[], start: number, wrapper: Wrapper): Inner | undefined {
  const { values = [], operands = 0, assigns = false, ends = [] } = wrapper;
  let at = start + 1;
  for (; at < words.length; at++) {
    const { value } = words[at] ?? { value: '' };
    if (value === '--') {
      at++;
      break;
    }
    if (!value.startsWith('-') || (value === '-' && !assigns)) break;
    const option = value.startsWith('--') ? value.replace(/=.*$/s, '') : value.slice(0, 2);
    if (ends.includes(option)) return undefined;
    if (takesNext(value, values)) at++;
  }
  const assignments: ShellAssignment[] = [];
  if (assigns) for (; at < words.length && isAssignment(words[at]); at++) assignments.push(...assignment(words[at]));
  at += operands;
  return at < words.length ? { start: at, assignments } : undefined;
}

/** `-u` and `--user` take the next word, and so does a bundle that ends in such a letter (`-Eu`); `-uapp` and `--user=app` do not. */
function takesNext(value: string, values: readonly string[]): boolean {
  if (value.startsWith('--')) return values.includes(value);
  for (let i = 1; i < value.length; i++) {
    if (values.includes(`-${value.charAt(i)}`)) return i === value.length - 1;
  }
  return false;
}

function isAssignment(word: ShellWord | undefined): boolean {
  return word !== undefined && /^[A-Za-z_]\w*=/.test(word.value);
}

function assignment(word: ShellWord | undefined): readonly ShellAssignment[] {
  if (word === undefined) return [];
  const equals = word.value.indexOf('=');
  const value = word.value.slice(equals + 1);
  const content = word.content?.slice(equals + 1);
  const at = content === undefined || value === '' ? word.span : content.span(0, value.length);
  const { literal, quoted, variables } = word;
  const valueWord: ShellWord = { span: at, text: value, value, literal, quoted, variables, content };
  return [{ name: word.value.slice(0, equals), span: word.span, value: valueWord }];
}
