import { namedCommands } from './commandSites.js';
import type { ShellTree } from './tree.js';

/** Whether a text asks anywhere to stop at the first failure: `set -e`, `set -o errexit`, a shebang with `-e`. Never throws. */
export function stopsAtFailure(tree: ShellTree): boolean {
  if (/^#!.*[ \t]-[a-z]*e/.test(tree.text)) return true;
  return namedCommands(tree).some(
    ({ name, args }) =>
      name === 'set' &&
      args.some(
        ({ value }, i) =>
          /^-[a-zA-Z]*e/.test(value) || (value === 'errexit' && /^-[a-zA-Z]*o$/.test(args[i - 1]?.value ?? '')),
      ),
  );
}
