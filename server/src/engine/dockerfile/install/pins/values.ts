import { memoised } from '../../../memo.js';
import type { ShellWord } from '../../../shell/types.js';
import { expandText } from '../../model/expand.js';
import type { DockerfileDocument } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { exportsOf } from '../exports.js';

/**
 * What a command of a RUN receives for one of its words: variables that the file sets have their values, and a word
 * without quotes is split at blanks. Undefined where only the build knows: other variables, substitutions, patterns.
 * Never throws.
 */
export function valuesOf(
  doc: DockerfileDocument,
  instruction: Instruction,
  word: ShellWord,
): readonly string[] | undefined {
  const { value, literal, quoted, variables } = word;
  if (literal) return [value];
  if (/[`*?{]|\$\(/.test(value.replaceAll(/\$\{\w+\}/g, ''))) return undefined;
  if (variables.length === 0) return [value];
  const changed = changedNames(doc)(instruction);
  const scope = doc.scopeAt(instruction);
  const lookup = (name: string) => {
    const known = changed.has(name) ? undefined : scope.get(name)?.value;
    return known === undefined ? 'unknown' : { value: known };
  };
  const expansion = expandText(value, lookup, { escape: '\\', quotes: false });
  if (!expansion.known) return undefined;
  return quoted ? [expansion.value] : expansion.value.split(/\s+/).filter((part) => part !== '');
}

/** Names that the commands of a RUN set for themselves, where the value of the file no longer counts. */
const changedNames = memoised((doc: DockerfileDocument) =>
  memoised((instruction: Instruction): ReadonlySet<string> => {
    const names = new Set<string>();
    for (const { name, assignments, args } of doc.commandsOf(instruction)) {
      for (const assignment of assignments) names.add(assignment.name);
      if (name === 'read') for (const { value } of args) names.add(value);
    }
    for (const name of exportsOf(doc)(instruction).keys()) names.add(name);
    return names;
  }),
);
