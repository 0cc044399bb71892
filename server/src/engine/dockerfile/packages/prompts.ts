import { memoised, weaklyMemoised } from '../../memo.js';
import type { Finding, Equivalents } from '../../rule.js';
import { insertOption } from '../edit/options.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { managers } from './managers.js';
import { hasOption, headOf, isDry, mayHideOptions, optionUses, packageCommands } from './read.js';
import { aptAssumeYes, mayBeConfigured, rpmAssumeYes } from './settings.js';
import type { Action, Manager, PackageCommand } from './types.js';

/** What a program asks about, as it stands in a message. */
const questions: ReadonlyMap<Action, string> = new Map([
  ['install', 'installs'],
  ['dependencies', 'installs'],
  ['remove', 'removes'],
  ['upgrade', 'upgrades'],
  ['release-upgrade', 'upgrades'],
  ['state', 'changes modules'],
]);
const truthy = /=\s*"?(?:1|true|yes|on|with|enable)"?;?$/i;

/**
 * A finding for each command that waits for an answer which nobody can give during a build. `equivalents` are those of
 * one command. Never throws.
 */
export function* waitingCommands(
  doc: DockerfileDocument,
  manager: Manager,
  equivalents: (command: PackageCommand) => Equivalents,
): Iterable<Finding> {
  for (const command of packageCommands(doc, manager)) {
    const question = questions.get(command.action);
    const { verb, program } = command;
    if (question === undefined || verb === undefined || !asks(doc, command)) continue;
    const { word, option } = yesOption(command, verb);
    const edit = word === undefined ? undefined : insertOption(command.run.command, word, option);
    yield {
      at: headOf(command),
      message: `${program} asks before it ${question}, and nobody can answer during a build, so the build stops; add ${option}.`,
      fixes: edit === undefined ? [] : [{ title: `Add ${option}`, safety: 'safe', edits: () => [edit] }],
      equivalents: equivalents(command),
    };
  }
}

/** `zypper source-install` has no `-y`, but every command of zypper knows `--non-interactive` in front of it. */
function yesOption({ manager, action, run }: PackageCommand, verb: { readonly text: string }) {
  if (manager === 'zypper' && action === 'dependencies') return { word: run.words[0], option: '--non-interactive' };
  const plain = run.args.find((word) => word === verb);
  return { word: plain, option: '-y' };
}

function asks(doc: DockerfileDocument, command: PackageCommand): boolean {
  if (hasOption(command, managers[command.manager].yes) || isDry(command) || mayHideOptions(command)) return false;
  if (isAnswered(command) || givesAnswers(doc)(command.run.command.instruction)) return false;
  switch (command.manager) {
    case 'apt':
      return !isQuiet(command) && !switchedOn(command, 'o', 'option') && !mayBeConfigured(doc, command, aptAssumeYes);
    case 'yum':
    case 'dnf':
      return !switchedOn(command, '', 'setopt') && !mayBeConfigured(doc, command, rpmAssumeYes);
    case 'zypper':
      // Behind `install`, -n is --name; in front of it, -D is --reposd-dir.
      return (
        !hasOption({ ...command, after: [] }, { short: 'n' }) && !hasOption({ ...command, before: [] }, { short: 'D' })
      );
    case 'apk':
      return false;
  }
}

/** apt-get(8): `-qq`, and any two `-q`, imply `-y`; `-q=2` too. */
function isQuiet(command: PackageCommand): boolean {
  const uses = optionUses(command, { short: 'q', long: ['quiet'] });
  return uses.length > 1 || uses.some(({ value }) => Number(value) >= 2);
}

/** `-o APT::Get::Assume-Yes=true`, `--setopt=assumeyes=1`. */
function switchedOn(command: PackageCommand, short: string, long: string): boolean {
  return optionUses(command, { short, long: [long] }).some(
    ({ value = '' }) =>
      /^(?:APT::Get::(?:Assume-Yes|force-yes)|assumeyes|defaultyes)=/i.test(value) && truthy.test(value),
  );
}

/** Something else writes to its standard input; xargs takes that for itself. */
function isAnswered({ run: { wrappers, command } }: PackageCommand): boolean {
  if (wrappers.includes('xargs')) return false;
  const fed = command.redirects.some(
    ({ operator, target }) => operator.startsWith('<') && target?.value !== '/dev/null',
  );
  return fed || command.join === '|';
}

/** `yes | …`, perhaps into a group or a function. */
const givesAnswers = memoised((doc: DockerfileDocument) =>
  weaklyMemoised((run: Instruction) => doc.commandsOf(run).some(({ name }) => name === 'yes')),
);
