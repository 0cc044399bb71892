import { weaklyMemoised } from '../memo.js';
import { argumentsOf, literalOf, nameOf } from './names.js';
import { runsBehind } from './wrapped.js';
import type { ShellTree, Site } from './tree.js';
import type { Command, Word } from './unbash/nodes.js';

/** A simple command by what it runs, behind `sudo`, `command`, `exec` and the like. */
export interface NamedCommand {
  readonly site: Site<Command>;
  readonly name: string;
  /** Words behind the name. */
  readonly args: readonly Word[];
}

/** The commands of a text with a literal name, in its order. */
export const namedCommands = weaklyMemoised((tree: ShellTree): readonly NamedCommand[] =>
  tree.of('Command').flatMap((site): NamedCommand[] => {
    const name = nameOf(site.node);
    if (name === undefined) return [];
    const args = argumentsOf(site.node);
    const skipped = runsBehind(name, args.map(literalOf));
    const inner = skipped === undefined ? undefined : args[skipped];
    const innerName = inner === undefined ? undefined : literalOf(inner);
    if (skipped === undefined || innerName === undefined) return [{ site, name, args }];
    return [{ site, name: innerName.slice(innerName.lastIndexOf('/') + 1), args: args.slice(skipped + 1) }];
  }),
);

/** The span of a word in the text of the tree; that of the whole backticks where it stands in escaped ones. */
export function spanIn(
  site: Site,
  { pos, end }: { readonly pos: number; readonly end: number },
): { start: number; end: number } {
  return site.exact ? { start: pos, end } : { start: site.start, end: site.end };
}
