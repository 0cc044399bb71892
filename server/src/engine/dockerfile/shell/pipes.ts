import { groupBy } from '../../groups.js';
import { memoised } from '../../memo.js';
import { namedCommands } from '../../shell/commandSites.js';
import { nameOf } from '../../shell/names.js';
import type { ShellTree } from '../../shell/tree.js';
import type { Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction } from '../syntax/types.js';
import { shellUnits, type ShellUnit } from './units.js';

const unitsByRun = memoised((doc: DockerfileDocument) => groupBy(shellUnits(doc), ({ instruction }) => instruction));

/** The shell texts of one RUN. Never throws. */
export function unitsOfRun(doc: DockerfileDocument, run: Instruction): readonly ShellUnit[] {
  return unitsByRun(doc).get(run) ?? [];
}

/** The first pipe of a RUN whose left side may fail unseen; undefined where `pipefail` is in force. Never throws. */
export function unseenPipe(doc: DockerfileDocument, run: Instruction): Span | undefined {
  const { words } = doc.shellAt(run);
  for (const { tree, text } of unitsOfRun(doc, run)) {
    const lone = run.heredocs.length > 0;
    if (words.includes('pipefail') && !(lone && tree.text.startsWith('#!'))) continue;
    if (setsPipefail(tree)) continue;
    const at = pipeOf(tree);
    if (at !== undefined) return text.span(at, at + 1);
  }
  return undefined;
}

/** The first pipe in a string of the exec form that a shell runs. Never throws. */
export function unseenPipeInString(doc: DockerfileDocument, run: Instruction): Span | undefined {
  if (run.json?.some(({ value }) => /\bpipefail\b/.test(value)) !== false) return undefined;
  const commands = doc.commandsOf(run);
  const right = commands.find(({ join }) => join === '|');
  return right === undefined ? undefined : (right.words[0]?.span ?? right.span);
}

function setsPipefail(tree: ShellTree): boolean {
  if (/^#!.*\bpipefail\b/.test(tree.text)) return true;
  return namedCommands(tree).some(({ name, args }) => name === 'set' && args.some(({ value }) => value === 'pipefail'));
}

function pipeOf(tree: ShellTree): number | undefined {
  for (const { node, start, exact } of tree.of('Pipeline')) {
    const [first] = node.commands;
    if (node.operators.length === 0 || first === undefined) continue;
    // pipefail would make `yes | program` fail: yes is stopped when the program ends.
    if (first.type === 'Command' && nameOf(first) === 'yes' && node.operators.length === 1) continue;
    return exact ? tree.text.indexOf('|', first.end) : start;
  }
  return undefined;
}
