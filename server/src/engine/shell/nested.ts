import { MappedText } from '../text/mapped.js';
import type { Span } from '../text/span.js';
import { flagValue } from './options.js';
import { isPosixShell } from './shells.js';
import type { ShellWord } from './types.js';
import type { EffectiveCommand } from './unwrap.js';

/** Shell text given to a command as an argument. */
export interface NestedText {
  /** Base name of the shell that runs it; `sh` where the command does not say. */
  readonly shell: string;
  /** The argument. */
  readonly word: ShellWord;
  /** Its value, mapped to the document; where that is uncertain, every span is that of the word. */
  readonly text: MappedText;
}

/**
 * The script that a command runs from an argument: `sh -c '…'`, `bash -euo pipefail -c "…"`, `su -c '…' app`,
 * `eval '…'`; undefined for other commands. For `parseShell` when `isPosixShell(shell)`. Expansions of the outer shell
 * stay in it as written. Never throws.
 */
export function nestedText(command: Pick<EffectiveCommand, 'name' | 'args'>): NestedText | undefined {
  const { name, args } = command;
  if (name === undefined) return undefined;
  if (name === 'eval') return args.length === 1 ? nested('sh', args[0]) : undefined;
  if (name === 'su' || name === 'runuser') {
    const use = flagValue(command, { short: 'c', long: ['command', 'session-command'] }, suValues);
    return use?.valueWord === use?.word ? undefined : nested('sh', use?.valueWord);
  }
  return isPosixShell(name) || name === 'zsh' ? nested(name, commandString(args)) : undefined;
}

const suValues = [
  '-c',
  '--command',
  '--session-command',
  '-s',
  '--shell',
  '-g',
  '--group',
  '-G',
  '--supp-group',
].concat(['-u', '--user', '-w', '--whitelist-environment']);

/** The operand that `-c` makes a script: the first word behind all options (POSIX sh, bash(1)). */
function commandString(args: readonly ShellWord[]): ShellWord | undefined {
  let runs = false;
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    const value = word?.value ?? '';
    if (value === '--' || value === '-') return runs ? args[i + 1] : undefined;
    if (!/^[-+]./.test(value)) return runs ? word : undefined;
    if (value.startsWith('--')) {
      if (value === '--rcfile' || value === '--init-file') i++;
      continue;
    }
    if (value.startsWith('-') && value.includes('c')) runs = true;
    if (/[oO]$/.test(value)) i++;
  }
  return undefined;
}

function nested(shell: string, word: ShellWord | undefined): NestedText | undefined {
  if (word === undefined) return undefined;
  return { shell, word, text: word.content ?? new WordText(word.value, word.span) };
}

/** Text whose every part stands in one word. */
class WordText extends MappedText {
  readonly #word: Span;

  constructor(text: string, word: Span) {
    super(text, []);
    this.#word = word;
  }

  override offset(joined: number): number {
    return joined < this.text.length ? this.#word.start : this.#word.end;
  }

  override span(): Span {
    return this.#word;
  }

  override pieces(): readonly Span[] {
    return [this.#word];
  }

  override slice(start: number, end?: number): MappedText {
    return new WordText(this.text.slice(start, end), this.#word);
  }
}
