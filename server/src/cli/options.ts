import { parseArgs } from 'node:util';
import { nearest } from '../engine/didYouMean.js';
import { UsageError } from './io.js';

/** What an option of a command takes. */
export type OptionSpec =
  /** `inline`: it may have a value behind `=`, which joins `values`. */
  | { readonly type: 'boolean'; readonly short?: string; readonly inline?: boolean }
  | { readonly type: 'string'; readonly choices?: readonly string[] };

/** The options that a call gave, by long name without dashes. */
export interface Options {
  readonly flags: ReadonlySet<string>;
  /** Values in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** Options and positionals of one command. Throws a UsageError that names the option and what it might have been. */
export function readOptions(
  command: string,
  argv: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): Options {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        { type: spec.type, ...(spec.type === 'boolean' && spec.short !== undefined ? { short: spec.short } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(specs, token.name) ? specs[token.name] : undefined;
    if (spec === undefined) throw unknownOption(command, token.rawName, Object.keys(specs));
    if (spec.type === 'boolean') {
      if (token.value !== undefined && spec.inline !== true) {
        throw new UsageError(`${token.rawName} takes no value.`, command);
      }
      if (token.value !== undefined) values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
      flags.add(token.name);
      continue;
    }
    const { value } = token;
    if (value === undefined || (!token.inlineValue && value.startsWith('-'))) {
      throw new UsageError(`${token.rawName} needs a value${oneOf(spec.choices)}.`, command);
    }
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      throw new UsageError(`${token.rawName} cannot be "${value}"${oneOf(spec.choices)}.`, command);
    }
    values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  return { flags, values, positionals };
}

/** The last value of an option: a later one replaces an earlier one. */
export function lastValue(options: Options, name: string): string | undefined {
  return options.values.get(name)?.at(-1);
}

function unknownOption(command: string, rawName: string, names: readonly string[]): UsageError {
  const known = nearest(rawName.replace(/^-+/, ''), names);
  return new UsageError(
    `${command} has no option ${rawName}${known === undefined ? '.' : `; did you mean --${known}?`}`,
    command,
  );
}

function oneOf(choices: readonly string[] | undefined): string {
  return choices === undefined ? '' : `: one of ${choices.join(', ')}`;
}
