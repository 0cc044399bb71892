import { groupBy } from '../../groups.js';
import { memoised } from '../../memo.js';
import { flagUses, hasFlag, operands, type FlagNames, type FlagUse } from '../../shell/options.js';
import type { ShellWord } from '../../shell/types.js';
import type { DockerfileDocument, RunCommand } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { managers } from './managers.js';
import type { Manager, PackageCommand } from './types.js';
import { expandedArguments } from '../shell/values.js';

const readers: Readonly<Record<Manager, (doc: DockerfileDocument) => readonly PackageCommand[]>> = {
  apt: memoised((doc) => read(doc, 'apt')),
  apk: memoised((doc) => read(doc, 'apk')),
  yum: memoised((doc) => read(doc, 'yum')),
  dnf: memoised((doc) => read(doc, 'dnf')),
  zypper: memoised((doc) => read(doc, 'zypper')),
};

/** The commands of a package manager in every RUN that runs on Linux, in the order of the text. Never throws. */
export function packageCommands(doc: DockerfileDocument, manager: Manager): readonly PackageCommand[] {
  return readers[manager](doc);
}

/** The same by RUN. Never throws. */
export function packageRuns(
  doc: DockerfileDocument,
  manager: Manager,
): ReadonlyMap<Instruction, readonly PackageCommand[]> {
  return byRun[manager](doc);
}

const byRun: Readonly<Record<Manager, (doc: DockerfileDocument) => ReturnType<typeof packageRuns>>> = {
  apt: memoised((doc) => groupByRun(doc, 'apt')),
  apk: memoised((doc) => groupByRun(doc, 'apk')),
  yum: memoised((doc) => groupByRun(doc, 'yum')),
  dnf: memoised((doc) => groupByRun(doc, 'dnf')),
  zypper: memoised((doc) => groupByRun(doc, 'zypper')),
};

function groupByRun(doc: DockerfileDocument, manager: Manager): ReturnType<typeof packageRuns> {
  return groupBy(packageCommands(doc, manager), ({ run }) => run.command.instruction);
}

/** Whether a package command has an option, in front of its subcommand or behind it. Never throws. */
export function hasOption(command: PackageCommand, names: FlagNames): boolean {
  const { values, valuesAfter = values } = managers[command.manager];
  return hasFlag({ args: command.before }, names, values) || hasFlag({ args: command.after }, names, valuesAfter);
}

/** All uses of an option that takes a value, in order. Never throws. */
export function optionUses(command: PackageCommand, names: FlagNames): readonly FlagUse[] {
  const { values, valuesAfter = values } = managers[command.manager];
  return [
    ...flagUses({ args: command.before }, names, values),
    ...flagUses({ args: command.after }, names, valuesAfter),
  ];
}

/** Whether a command only says what it would do. Never throws. */
export function isDry(command: PackageCommand): boolean {
  return hasOption(command, managers[command.manager].dry);
}

/** From the program to the subcommand, as one span; only the program where no subcommand is known. Never throws. */
export function headOf({ run, verb }: PackageCommand): { readonly start: number; readonly end: number } {
  const program = run.words[0]?.span ?? run.command.span;
  return { start: program.start, end: Math.max(program.end, verb?.span.end ?? 0) };
}

function read(doc: DockerfileDocument, manager: Manager): readonly PackageCommand[] {
  const runs = doc.runsOf(...managers[manager].programs);
  if (runs.length === 0) return [];
  return runs
    .filter(({ command }) => doc.stageOf(command.instruction)?.os !== 'windows')
    .map((run) => readCommand(doc, run, manager))
    .sort((a, b) => a.run.command.span.start - b.run.command.span.start);
}

function readCommand(doc: DockerfileDocument, run: RunCommand, manager: Manager): PackageCommand {
  const { values, valuesAfter = values, actions, nouns } = managers[manager];
  const args = expandedArguments(doc, run);
  const [first, second] = operands({ args }, values).filter(({ literal }) => literal);
  const noun = first === undefined ? undefined : nouns?.get(first.value);
  const verb = noun === undefined ? first : second;
  const at = verb === undefined ? args.length : args.indexOf(verb);
  const after = args.slice(at + 1);
  return {
    run,
    manager,
    program: run.name ?? '',
    verb,
    noun,
    action: (verb === undefined ? undefined : actions.get(verb.value)) ?? 'other',
    args,
    before: args.slice(0, at),
    after,
    operands: operands({ args: after }, valuesAfter),
  };
}

/**
 * Whether words of a command may stand for options that nobody can see here: `$OPTIONS`, `"$@"`. Packages come from
 * variables as often; the name tells. Never throws.
 */
export function mayHideOptions({ args, operands: given }: PackageCommand): boolean {
  return args.some((word) => mayBeOptions(word) && !(given.includes(word) && namesPackages(word.value)));
}

function mayBeOptions({ literal, value, quoted, variables }: ShellWord): boolean {
  if (literal || variables.length === 0 || !value.startsWith('$') || value.startsWith('$(')) return false;
  return !quoted || variables.includes('@') || /^\$\{\w+\[@\]\}/.test(value);
}

function namesPackages(value: string): boolean {
  return /^\$\{?\w*(?:pkg|pack|dep|tool|lib|version)/i.test(value) && !/opt|arg|flag/i.test(value);
}
