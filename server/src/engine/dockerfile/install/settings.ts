import type { WithArguments } from '../../shell/options.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import { exportsOf } from './exports.js';
import { valuesOf } from '../shell/values.js';

/** Stands for a value that only the build knows. */
export const unknownValue = 'unknown';

/** What a variable holds for a command; undefined where nobody sets it. Never throws. */
export function settingOf(
  doc: DockerfileDocument,
  { command, assignments }: RunCommand,
  name: string,
): string | undefined {
  const { instruction } = command;
  const own = assignments.find((assignment) => assignment.name === name);
  if (own !== undefined)
    return own.value === undefined ? '' : (valuesOf(doc, instruction, own.value)?.[0] ?? unknownValue);
  const exported = exportsOf(doc)(instruction)
    .get(name)
    ?.findLast(({ word }) => word.span.start < command.span.start)?.word;
  if (exported !== undefined) return exported.literal ? exported.value.slice(name.length + 1) : unknownValue;
  const set = doc.scopeAt(instruction).get(name);
  return set === undefined ? undefined : (set.value ?? unknownValue);
}

/** The value of an option, or nothing. */
export function optionValue({ args }: WithArguments, ...options: readonly string[]): string {
  for (const [i, { value }] of args.entries()) {
    if (options.includes(value)) return args[i + 1]?.value ?? '';
    const option = options.find((each) => value.startsWith(`${each}=`));
    if (option !== undefined) return value.slice(option.length + 1);
  }
  return '';
}
