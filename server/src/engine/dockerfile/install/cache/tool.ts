import type { RunCommand } from '../../model/types.js';
import type { Surroundings } from './surroundings.js';

/** What tells one command from another. */
export type NamedCommand = Pick<RunCommand, 'name' | 'args'>;

/** A program that keeps what it downloads in folders that can live in cache mounts. */
export interface CachingTool {
  /** What people call it. */
  readonly name: string;
  /** Base names of the programs. */
  readonly programs: readonly string[];
  /** Whether a command downloads something, or uses what an earlier one downloaded. */
  readonly downloads: (run: RunCommand) => boolean;
  /** The folders; undefined where nobody knows them, `none` where there is nothing to mount. */
  readonly folders: (at: Surroundings) => readonly string[] | undefined | 'none';
  /** Two builds must not use it at the same time. */
  readonly locked?: boolean;
  /** What it downloads is read by later steps, so that all of them need the mount. */
  readonly shared?: boolean;
  /** Options that switch the cache off. */
  readonly off?: readonly string[];
  /** Variables that do. */
  readonly offVariables?: readonly string[];
  /** An option that makes it keep what it downloads, and what tells that one is given already. */
  readonly on?: { readonly option: string; readonly given: RegExp };
  /** Whether a command empties the cache. */
  readonly clears?: (command: NamedCommand) => boolean;
  /** A part of the target that tells that somebody mounts this cache already. */
  readonly hint: RegExp;
}

/** The words of a command that are no options, as one text; options that take a word may leave theirs in it. */
export function plainWords({ args }: Pick<RunCommand, 'args'>): readonly string[] {
  const words: string[] = [];
  for (const { value } of args) if (!value.startsWith('-')) words.push(value);
  return words;
}

/** Whether a command has one of these options. */
export function has({ args }: Pick<RunCommand, 'args'>, ...options: readonly string[]): boolean {
  return args.some(({ value }) => options.includes(value) || options.includes(value.split('=', 1)[0] ?? ''));
}

/** Whether a command of one of these names begins with these words, whatever options stand between. */
export function says(command: NamedCommand, names: readonly string[], ...sentences: readonly string[]): boolean {
  if (command.name === undefined || !names.includes(command.name)) return false;
  const words = `${plainWords(command).join(' ')} `;
  return sentences.some((sentence) => words.startsWith(`${sentence} `));
}
