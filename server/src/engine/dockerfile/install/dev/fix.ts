import type { Fix } from '../../../rule.js';
import type { Edit } from '../../../text/span.js';
import { insertOption } from '../../edit/options.js';
import { appendCommand, insertBefore } from '../../edit/instructions.js';
import type { DockerfileDocument, Stage } from '../../model/types.js';
import { removeWords } from '../../edit/removeCommand.js';
import { stageChain } from '../../stages/chain.js';
import { needsNone } from './runtime.js';
import { devPackages, type DevPackages } from './states.js';

/** Groups that Bundler leaves out, when it installs and when the program starts. */
const without = 'BUNDLE_WITHOUT=development:test';

/** What to do about packages for development, as the end of a message. Never throws. */
export function advice({ tool, copied }: DevPackages): string {
  if (copied !== undefined) return tool.prune === undefined ? 'leave them out there' : `run ${tool.prune} there first`;
  if (tool.option !== undefined) return `add ${tool.option}`;
  return tool.programs.includes('bundle') ? `set ${without}` : 'leave them out';
}

/** The fix that leaves packages for development out of the image; undefined where another step may need them. Never throws. */
export function withoutDevPackages(doc: DockerfileDocument, final: Stage, packages: DevPackages): Fix | undefined {
  const { copied, run } = packages;
  const stage = copied?.from ?? final;
  const installs = doc.stageOf(run.command.instruction);
  if (installs === undefined || !stageChain(stage).includes(installs) || isUsedElsewhere(doc, stageChain(stage), final))
    return undefined;
  const plain = needsNone(doc, stage, run);
  const edits = plain ? leftOut(doc, packages) : copied === undefined ? undefined : pruned(doc, stage, packages);
  if (edits === undefined) return undefined;
  const title = plain ? titleOf(packages) : `Run ${packages.tool.prune ?? ''} when the build is done`;
  return { title: `${title} (the program must not need them)`, safety: 'unsafe', edits: () => edits };
}

function titleOf({ tool, step }: DevPackages): string {
  if (tool.option !== undefined) return `Add ${tool.option}`;
  return step.extra === undefined ? `Set ${without}` : 'Leave out the packages for development';
}

function leftOut(doc: DockerfileDocument, { tool, run, step }: DevPackages): readonly Edit[] | undefined {
  const { command } = run;
  if (step.extra !== undefined) return removeWords(doc, command, step.extra);
  if (tool.programs.includes('bundle')) return insertBefore(doc, command.instruction, [`ENV ${without}`]);
  const word = step.verb ?? run.words[0];
  const edit = tool.option === undefined || word === undefined ? undefined : insertOption(command, word, tool.option);
  return edit && [edit];
}

/** The last step of the stage, if it runs in the folder of the project, takes the packages away. */
function pruned(doc: DockerfileDocument, stage: Stage, packages: DevPackages): readonly Edit[] | undefined {
  const { tool, run } = packages;
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'RUN');
  const own = devPackages(doc)
    .get(stage)
    ?.find((held) => held.run === run);
  if (last === undefined || own?.folder === undefined || tool.prune === undefined) return undefined;
  const moves = doc.commandsOf(last).some(({ name }) => name === 'cd' || name === 'su' || name === 'sudo');
  if (moves || doc.workdirAt(last) !== own.folder || doc.userAt(last) !== doc.userAt(run.command.instruction))
    return undefined;
  return appendCommand(doc, last, tool.prune);
}

/** Whether a stage besides the final one stands on these stages or copies from them. */
function isUsedElsewhere(doc: DockerfileDocument, chain: readonly Stage[], final: Stage): boolean {
  const taken = new Set(chain);
  const ours = new Set([...chain, ...stageChain(final)]);
  return doc.stages.some((stage) => {
    if (ours.has(stage)) return false;
    const { parent, links } = stage;
    return (
      (parent !== undefined && taken.has(parent)) ||
      links.some(({ source }) => source.kind === 'stage' && taken.has(source.stage))
    );
  });
}
