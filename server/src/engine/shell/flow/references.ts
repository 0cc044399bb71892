import { weaklyMemoised } from '../../memo.js';
import { namedCommands } from '../commandSites.js';
import { literalOf, variableOf } from '../names.js';
import { testsOf } from '../tests.js';
import type { ShellTree, Site } from '../tree.js';

/** A place where a text reads a variable. */
export interface Reference {
  readonly name: string;
  readonly site: Site;
}

export interface References {
  /** Every `$X`, `${X}` and name in arithmetic, in the order of the text. */
  readonly all: readonly Reference[];
  /** Names that may be unset without harm: `${X:-y}`, `${X+y}`, `[ -n "$X" ]`. */
  readonly guarded: ReadonlySet<string>;
  /** Names that may be read where nobody sees it: in text for `eval` and `trap`, after `export`. */
  readonly hidden: ReadonlySet<string>;
  /** `set -a`, `eval`, `.` and the like: any variable may be read or set elsewhere. */
  readonly open: boolean;
}

const name = /^[A-Za-z_]\w*$/;

/** What a text reads. Never throws. */
export const referencesOf = weaklyMemoised((tree: ShellTree): References => {
  const all: Reference[] = [];
  for (const site of [...tree.of('SimpleExpansion'), ...tree.of('ParameterExpansion')]) {
    const read = variableOf(site.node);
    if (read !== undefined && name.test(read)) all.push({ name: read, site });
  }
  for (const site of tree.of('ArithmeticWord')) {
    // In arithmetic `X`, `$X` and the `$X` of `16#$X` are words as they are written.
    const { value } = site.node;
    const read = name.test(value)
      ? [value]
      : Array.from(value.matchAll(/\$([A-Za-z_]\w*)/g), (match) => match[1] ?? '');
    for (const each of read) all.push({ name: each, site });
  }
  all.sort((a, b) => a.site.start - b.site.start);
  return { all, guarded: guarded(tree), hidden: hidden(tree), open: isOpen(tree) };
});

function guarded(tree: ShellTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { node } of tree.of('ParameterExpansion')) {
    if (node.operation?.type === 'Default') found.add(node.parameter);
  }
  for (const { comparisons, kind } of testsOf(tree)) {
    if (kind === 'test') continue;
    for (const words of comparisons) {
      const [operator, value] = words.length === 1 ? [undefined, words[0]] : [words[0], words[1]];
      if (words.length > 2 || (operator !== undefined && !/^-[nz]$/.test(operator.value))) continue;
      for (const read of value?.value.matchAll(/\$\{?([A-Za-z_]\w*)/g) ?? [])
        if (read[1] !== undefined) found.add(read[1]);
    }
  }
  for (const { node } of tree.of('TestUnary')) {
    if (!/^-[nzv]$/.test(node.operator)) continue;
    for (const read of node.operand.value.matchAll(/[A-Za-z_]\w*/g)) found.add(read[0]);
  }
  return found;
}

function hidden(tree: ShellTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name: command, args } of namedCommands(tree)) {
    if (command === 'export' || command === 'declare' || command === 'typeset') {
      for (const word of args) if (name.test(word.value)) found.add(word.value);
    }
    if (command !== 'trap' && command !== 'eval' && command !== 'test' && command !== '[') continue;
    for (const word of args) for (const [each] of (literalOf(word) ?? '').matchAll(/[A-Za-z_]\w*/g)) found.add(each);
  }
  for (const { node } of tree.of('Assignment')) {
    if (node.value.type === 'Word' && node.append === true) found.add(node.name);
  }
  return found;
}

function isOpen(tree: ShellTree): boolean {
  return namedCommands(tree).some(
    ({ name: command, args }) =>
      ['.', 'source', 'eval'].includes(command) ||
      (command === 'set' && args.some(({ value }) => /^-[a-zA-Z]*a/.test(value) || value === 'allexport')),
  );
}
