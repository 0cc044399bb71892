import { groupBy } from '../../groups.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import type { ShellWord } from '../../shell/types.js';
import type { Span } from '../../text/span.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';

/**
 * The arguments of a command as the program gets them, as far as that is known: a word of variables with known values
 * becomes the words that they hold, each with the span of the word as written. A word with anything else in it that the
 * shell expands stays as it is, and is not `literal`. Never throws.
 */
export function expandedArguments(doc: DockerfileDocument, { command, args }: RunCommand): readonly ShellWord[] {
  if (args.every(({ literal }) => literal)) return args;
  return args.flatMap((word) => (word.literal ? [word] : expandedWord(doc, command.instruction, word)));
}

function expandedWord(doc: DockerfileDocument, run: Instruction, word: ShellWord): readonly ShellWord[] {
  const values = word.variables.length === 0 ? undefined : valuesOf(doc, run, word);
  return values?.map((part) => new HeldWord(word, part)) ?? [word];
}

/**
 * What a command of a RUN receives for one of its words: variables that the file or the RUN sets have their values, and
 * a word without quotes is split at blanks. Undefined where only the build knows: other variables, substitutions,
 * patterns. Never throws.
 */
export function valuesOf(doc: DockerfileDocument, run: Instruction, word: ShellWord): readonly string[] | undefined {
  if (word.literal) return [word.value];
  if (/[`*?{]|\$\(/.test(word.value.replaceAll(/\$\{\w+\}/g, ''))) return undefined;
  if (word.variables.length === 0) return [word.value];
  // What is not known stays as it is, with its `$`.
  const value = word.value.replaceAll(/\$(?:(\w+)|\{(\w+)\})/g, (text, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? '';
    return valueOf(doc, run, name, word.span.start) ?? text;
  });
  if (value.includes('$')) return undefined;
  return word.quoted ? [value] : value.split(/\s+/).filter((part) => part !== '');
}

/** A word that a variable holds, which stands where the variable is written. */
class HeldWord implements ShellWord {
  readonly value: string;
  readonly literal = true;
  readonly variables: readonly string[] = [];
  readonly #written: ShellWord;

  constructor(written: ShellWord, value: string) {
    this.#written = written;
    this.value = value;
  }

  get span(): Span {
    return this.#written.span;
  }

  get text(): string {
    return this.#written.text;
  }

  get quoted(): boolean {
    return this.#written.quoted;
  }
}

/** What a variable holds at a place of a RUN: what the RUN gave it, if only once and in any case, or ARG and ENV. */
function valueOf(doc: DockerfileDocument, run: Instruction, name: string, before: number): string | undefined {
  const assigned = (assignments(doc)(run).get(name) ?? []).filter(({ span }) => span.start < before);
  const [only] = assigned;
  if (only === undefined) return doc.scopeAt(run).get(name)?.value;
  return assigned.length > 1 ? undefined : only.value;
}

interface Assigned {
  readonly name: string;
  readonly span: Span;
  /** Undefined where it is not known, or only a part. */
  readonly value: string | undefined;
}

/** What the commands of a RUN give to variables for those behind them, by name. */
const assignments = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((run: Instruction): ReadonlyMap<string, readonly Assigned[]> => {
    const found: Assigned[] = [];
    for (const { name, words, assignments: given, scopes, join } of doc.commandsOf(run)) {
      const certain = scopes.length === 0 && join !== '||' && join !== '|';
      const known = (word: ShellWord | undefined, text: string): string | undefined =>
        certain && word?.literal === true ? text : undefined;
      // In front of these, an assignment lasts (POSIX, special built-ins).
      if (words.length === 0 || name === 'set' || name === ':') {
        for (const { name: variable, span, value } of given) {
          const appended = doc.source.text.startsWith('+=', span.start + variable.length);
          found.push({ name: variable, span, value: appended ? undefined : known(value, value?.value ?? '') });
        }
      } else if (name !== undefined && assigning.has(name)) {
        for (const word of words.slice(1)) {
          const [variable = '', ...rest] = word.value.split('=');
          if (rest.length > 0 || name !== 'export') {
            found.push({
              name: variable,
              span: word.span,
              value: name === 'export' ? known(word, rest.join('=')) : undefined,
            });
          }
        }
      }
    }
    return groupBy(found, ({ name }) => name);
  }),
);

const assigning: ReadonlySet<string> = new Set(['export', 'local', 'read', 'unset', 'declare', 'readonly', 'mapfile']);
