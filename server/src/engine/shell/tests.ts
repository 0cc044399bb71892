import { weaklyMemoised } from '../memo.js';
import { argumentsOf, nameOf } from './names.js';
import type { ShellTree, Site } from './tree.js';
import type { Command, TestCommand, Word } from './unbash/nodes.js';

/** A `test`, `[ … ]` or `[[ … ]]`. */
export interface ShellTest {
  readonly site: Site<Command | TestCommand>;
  readonly kind: 'test' | '[' | '[[';
  /** Words between the brackets, operators included; in `[[ … ]]` those of its comparisons one behind the other. */
  readonly comparisons: readonly (readonly Word[])[];
  /** The words of `-a` and `-o` that join comparisons. */
  readonly joins: readonly Word[];
}

/** The tests of a text, in its order. */
export const testsOf = weaklyMemoised((tree: ShellTree): readonly ShellTest[] => [
  ...tree.of('Command').flatMap((site) => ofCommand(site)),
  ...tree.of('TestCommand').map((site): ShellTest => ({ site, kind: '[[', comparisons: [], joins: [] })),
]);

function ofCommand(site: Site<Command>): readonly ShellTest[] {
  const kind = nameOf(site.node);
  if (kind !== '[' && kind !== 'test') return [];
  const args = argumentsOf(site.node);
  const words = kind === '[' && args.at(-1)?.value === ']' ? args.slice(0, -1) : args;
  const joins: Word[] = [];
  const comparisons: Word[][] = [[]];
  for (const word of words) {
    const last = comparisons.at(-1) ?? [];
    const joins2 = (word.text === '-a' || word.text === '-o') && last.length > 0;
    if (joins2) {
      joins.push(word);
      comparisons.push([]);
    } else if (
      !(last.length === 0 && /^(?:!|\\\(|'\('|"\(")$/.test(word.text)) &&
      !/^(?:\\\)|'\)'|"\)")$/.test(word.text)
    ) {
      last.push(word);
    }
  }
  return [{ site, kind, comparisons, joins }];
}
