import { weaklyMemoised } from '../../memo.js';
import type { ShellTree } from '../tree.js';
import { commandBashisms } from './commands.js';
import { syntaxBashisms } from './syntax.js';
import type { Bashism } from './types.js';

/** Everything in a text that POSIX does not promise, in its order. */
export const bashismsOf = weaklyMemoised((tree: ShellTree): readonly Bashism[] =>
  [...syntaxBashisms(tree), ...commandBashisms(tree)].sort((a, b) => a.start - b.start),
);
