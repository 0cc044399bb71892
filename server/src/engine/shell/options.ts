import type { ShellWord } from './types.js';

/** Anything with arguments: a command, or what `unwrap` found behind a wrapper. */
export interface WithArguments {
  readonly args: readonly ShellWord[];
}

/** Spellings of one flag: letters of short forms (`yq` for `-y` and `-q`), long names without dashes. */
export interface FlagNames {
  readonly short?: string;
  readonly long?: readonly string[];
}

/** One use of a flag. */
export interface FlagUse {
  /** The word that holds the flag. */
  readonly word: ShellWord;
  /** Value: behind `=`, joined to the letter (`-j4`), or the next word if the flag takes one; undefined without. */
  readonly value: string | undefined;
  /** The word that holds the value: `word` itself, or the next one. */
  readonly valueWord: ShellWord | undefined;
}

/**
 * Whether the command has the flag: alone, in a bundle (`-qy`), or with a value (`--x=v`). `withValue` lists flags that
 * take a value (`-o`, `--option`), so that a value is not read as a flag. Flags behind `--` do not count; those inside
 * variables are not seen. Never throws.
 */
export function hasFlag(command: WithArguments, flag: FlagNames, withValue: readonly string[] = []): boolean {
  return mayHaveFlags(command.args) && readArguments(command.args, withValue).flags.some((use) => isNamed(use, flag));
}

/** All uses of a flag, in order; see `hasFlag`. A flag listed in `withValue` takes the next word as its value. */
export function flagUses(
  command: WithArguments,
  flag: FlagNames,
  withValue: readonly string[] = [],
): readonly FlagUse[] {
  if (!mayHaveFlags(command.args)) return none;
  return readArguments(command.args, withValue).flags.filter((use) => isNamed(use, flag));
}

function isNamed({ name }: { readonly name: string }, { short, long }: FlagNames): boolean {
  if (name.length === 2) return short?.includes(name.charAt(1)) === true;
  return long?.includes(name.slice(name.startsWith('--') ? 2 : name.startsWith('-') ? 1 : 0)) === true;
}

const none: readonly never[] = [];

/** A first look: whether any word begins with a dash. */
function mayHaveFlags(args: readonly ShellWord[]): boolean {
  for (const { value } of args) if (value.charCodeAt(0) === 0x2d) return true;
  return false;
}

/** The value of the last use of a flag that has one; see `flagUses`. */
export function flagValue(
  command: WithArguments,
  flag: FlagNames,
  withValue: readonly string[] = [],
): FlagUse | undefined {
  return flagUses(command, flag, withValue)
    .filter(({ value }) => value !== undefined)
    .at(-1);
}

/**
 * The arguments that are neither flags nor values of flags. `withValue` lists the flags that take the next word
 * (`-o`, `--option`, `-prefix`). Behind `--` everything is an operand; a lone `-` is one, and so is a word that starts
 * with a variable. Never throws.
 */
export function operands(command: WithArguments, withValue: readonly string[] = []): readonly ShellWord[] {
  return mayHaveFlags(command.args) ? readArguments(command.args, withValue).operands : command.args;
}

type NamedUse = FlagUse & { readonly name: string };

interface Arguments {
  readonly flags: readonly NamedUse[];
  readonly operands: readonly ShellWord[];
}

function readArguments(args: readonly ShellWord[], withValue: readonly string[]): Arguments {
  const flags: NamedUse[] = [];
  const operands: ShellWord[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === undefined) continue;
    const { value } = word;
    if (value === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (value.charCodeAt(0) !== 0x2d || value === '-') {
      operands.push(word);
      continue;
    }
    const count = flags.length;
    readFlags(word, withValue, flags);
    const last = flags.length > count ? flags[flags.length - 1] : undefined;
    if (last !== undefined && last.value === undefined && withValue.includes(last.name)) {
      i++;
      flags[flags.length - 1] = { word, name: last.name, value: args[i]?.value, valueWord: args[i] };
    }
  }
  return { flags, operands };
}

/** Adds the flags of a word to `flags`. */
function readFlags(word: ShellWord, withValue: readonly string[], flags: NamedUse[]): void {
  const { value } = word;
  const equals = value.indexOf('=');
  const name = equals === -1 ? value : value.slice(0, equals);
  const given = equals === -1 ? undefined : value.slice(equals + 1);
  const givenWord = equals === -1 ? undefined : word;
  if (name.startsWith('--') || withValue.includes(name)) {
    flags.push({ word, name, value: given, valueWord: givenWord });
    return;
  }
  for (let at = 1; at < value.length; at++) {
    const letter = `-${value.charAt(at)}`;
    if (value[at + 1] === '=') {
      flags.push({ word, name: letter, value: given, valueWord: givenWord });
      return;
    }
    if (at + 1 < value.length && withValue.includes(letter)) {
      flags.push({ word, name: letter, value: value.slice(at + 1), valueWord: word });
      return;
    }
    if (!isAlphanumeric(value.charCodeAt(at))) return;
    flags.push({ word, name: letter, value: undefined, valueWord: undefined });
  }
}

function isAlphanumeric(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
