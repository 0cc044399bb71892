import type { Equivalents, Finding, Fix } from '../../../rule.js';
import type { ShellWord } from '../../../shell/types.js';
import type { Edit } from '../../../text/span.js';
import { shown } from '../../../wording.js';
import type { DockerfileDocument } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { valuesOf } from '../../shell/values.js';

/** What a package is called that may be another version at every build. */
export interface Loose {
  readonly name: string;
  /** Where a version goes: `text` is a snippet for `start..end` of what was given. */
  readonly pin: { readonly start: number; readonly end: number; readonly text: (stop: number) => string } | undefined;
}

/** Tells whether what a command is given names a package without its version; undefined if not, or if that is uncertain. */
export type LooseTest = (value: string) => Loose | undefined;

/** A word of a command that names a package without its version. */
export interface LoosePackage extends Loose {
  readonly word: ShellWord;
}

/** A place behind a name for a version: `before` joins them, `example` is there until somebody types. */
export function pinBehind(end: number, before: string, example = 'version'): Loose['pin'] {
  return { start: end, end, text: (stop) => `${before}\${${stop}:${example}}` };
}

/** The words among `words` that name packages without a version. Never throws. */
export function looseWords(
  doc: DockerfileDocument,
  instruction: Instruction,
  words: readonly ShellWord[],
  test: LooseTest,
): readonly LoosePackage[] {
  return words.flatMap((word) => {
    const values = valuesOf(doc, instruction, word);
    if (values === undefined) return [];
    const [only] = values;
    if (values.length === 1 && only === word.value) {
      const loose = test(only);
      return loose === undefined ? [] : [{ word, ...loose }];
    }
    return values
      .flatMap((value) => test(value) ?? [])
      .slice(0, 1)
      .map(({ name }) => ({ word, name, pin: undefined }));
  });
}

/** One finding about the packages of one command, with a place for each version. `packages` are in the order of the text. */
export function looseFinding(packages: readonly LoosePackage[], equivalents?: Equivalents): Finding | undefined {
  const [first, last] = [packages[0], packages.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const fix = pinFix(packages);
  return {
    at: { start: first.word.span.start, end: last.word.span.end },
    message: `${listed(packages)} no fixed version, so each build may install another one; name the one that you tested.`,
    fixes: fix === undefined ? [] : [fix],
    ...(equivalents && { equivalents }),
  };
}

function listed(packages: readonly LoosePackage[]): string {
  const names = packages.map(({ name }) => shown(name));
  const [first = ''] = names;
  if (names.length === 1) return `${first} has`;
  if (names.length <= 3) return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''} have`;
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more packages have`;
}

function pinFix(packages: readonly LoosePackage[]): Fix | undefined {
  const edits: Edit[] = [];
  for (const [index, { word, pin }] of packages.entries()) {
    if (pin === undefined || word.content === undefined) return undefined;
    const { start, end, text } = pin;
    const place = word.content.offset(start);
    const span = start === end ? { start: place, end: place } : word.content.span(start, end);
    edits.push({ span, text: text(index + 1) });
  }
  const [first] = packages;
  const title =
    packages.length === 1 ? `Name a version of ${shown(first?.name ?? '')}` : 'Name a version of each package';
  return { title, safety: 'suggestion', edits: () => [{ edits, snippet: true }] };
}
