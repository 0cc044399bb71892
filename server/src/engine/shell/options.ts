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
  return flagUses(command, flag, withValue).length > 0;
}

/** All uses of a flag, in order; see `hasFlag`. A flag listed in `withValue` takes the next word as its value. */
export function flagUses(
  command: WithArguments,
  flag: FlagNames,
  withValue: readonly string[] = [],
): readonly FlagUse[] {
  return readArguments(command.args, withValue).flags.filter(({ name }) =>
    name.length === 2
      ? flag.short?.includes(name.slice(1)) === true
      : flag.long?.includes(name.replace(/^--?/, '')) === true,
  );
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
  return readArguments(command.args, withValue).operands;
}

interface Arguments {
  readonly flags: readonly (FlagUse & { readonly name: string })[];
  readonly operands: readonly ShellWord[];
}

function readArguments(args: readonly ShellWord[], withValue: readonly string[]): Arguments {
  const flags: (FlagUse & { readonly name: string })[] = [];
  const operands: ShellWord[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i];
    if (word === undefined) continue;
    const { value } = word;
    if (value === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (!value.startsWith('-') || value === '-') {
      operands.push(word);
      continue;
    }
    const found = readFlags(word, withValue);
    const last = found.at(-1);
    if (last !== undefined && last.value === undefined && withValue.includes(last.name)) {
      i++;
      found.splice(-1, 1, { ...last, value: args[i]?.value, valueWord: args[i] });
    }
    flags.push(...found);
  }
  return { flags, operands };
}

function readFlags(word: ShellWord, withValue: readonly string[]): (FlagUse & { readonly name: string })[] {
  const { value } = word;
  const equals = value.indexOf('=');
  const name = equals === -1 ? value : value.slice(0, equals);
  const given = equals === -1 ? {} : { value: value.slice(equals + 1), valueWord: word };
  const use = { word, value: undefined, valueWord: undefined };
  if (name.startsWith('--') || withValue.includes(name)) return [{ ...use, name, ...given }];
  const bundle: (FlagUse & { readonly name: string })[] = [];
  for (let at = 1; at < value.length; at++) {
    const letter = `-${value.charAt(at)}`;
    if (value[at + 1] === '=') return [...bundle, { ...use, name: letter, ...given }];
    if (withValue.includes(letter) && at + 1 < value.length) {
      return [...bundle, { word, name: letter, value: value.slice(at + 1), valueWord: word }];
    }
    if (!/[A-Za-z0-9]/.test(value.charAt(at))) break;
    bundle.push({ ...use, name: letter });
  }
  return bundle;
}
