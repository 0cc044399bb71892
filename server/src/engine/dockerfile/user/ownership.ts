import { memoised } from '../../memo.js';
import type { DockerfileDocument, RunCommand, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import { stageChain } from '../stageChain.js';
import type { Instruction } from '../syntax/types.js';
import { opensMode } from './modes.js';

/** A command that changes who may write a path. */
interface Grant {
  readonly path: string;
  readonly command: RunCommand;
}

/** chown, chgrp and chmod of each stage, with the absolute paths that they name. */
const changes = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly Grant[]> => {
  const found = new Map<Stage, Grant[]>();
  for (const command of doc.runsOf('chown', 'chgrp', 'chmod', 'setfacl')) {
    const { instruction } = command.command;
    const stage = doc.stageOf(instruction);
    if (stage === undefined) continue;
    const own = found.get(stage) ?? [];
    found.set(stage, own);
    for (const path of pathsOf(doc, command)) own.push({ path, command });
  }
  return found;
});

/** The absolute paths among the words of a command, patterns cut off; `/` stands for one that is not known. */
function pathsOf(doc: DockerfileDocument, { args, command }: RunCommand): readonly string[] {
  const from = doc.workdirAt(command.instruction);
  const words = args.filter(({ value }) => !value.startsWith('-')).slice(1);
  return words.map(({ value, literal }) => {
    const plain = literal ? value : value.replace(/[*?[$].*$/, '');
    return joinWorkdir(plain === '' && !literal && !value.startsWith('*') ? undefined : from, plain, 'linux') ?? '/';
  });
}

/** Whether a RUN behind a copy gives its target, or what is around it, to somebody else than root. Never throws. */
export function isGranted(doc: DockerfileDocument, stage: Stage, copy: Instruction, target: string): boolean {
  return laterChanges(doc, stage, copy).some(
    ({ path, command }) =>
      within(target, path) && (command.name !== 'chmod' || command.args.some(({ value }) => opensMode(value))),
  );
}

/**
 * What changes owner or mode of copied files behind a copy: of its target, of one of its sources in there, or of a file
 * right in it; what lies deeper may come from another step. Never throws.
 */
export function changesOf(
  doc: DockerfileDocument,
  stage: Stage,
  copy: Instruction,
  target: string,
): readonly RunCommand[] {
  return laterChanges(doc, stage, copy)
    .filter(({ path }) => path !== '/' && within(path, target) && !path.slice(target.length + 1).includes('/'))
    .map(({ command }) => command);
}

function laterChanges(doc: DockerfileDocument, stage: Stage, copy: Instruction): readonly Grant[] {
  const own = changes(doc).get(stage) ?? [];
  return own.filter(({ command }) => command.command.instruction.span.start > copy.span.start);
}

/** Whether a path is a folder or lies in it. Never throws. */
export function within(path: string, folder: string): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** Absolute folders that VOLUME names in a stage or in those that it is built from. Never throws. */
export function volumesOf(doc: DockerfileDocument, stage: Stage): readonly string[] {
  return stageChain(stage).flatMap((each) => volumes(doc).get(each) ?? []);
}

const volumes = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, readonly string[]> => {
  const found = new Map<Stage, string[]>();
  for (const volume of doc.byKeyword('VOLUME')) {
    const stage = doc.stageOf(volume);
    if (stage === undefined || volume.parent !== undefined) continue;
    const own = found.get(stage) ?? [];
    found.set(stage, own);
    for (const word of volume.words) {
      const path = joinWorkdir(undefined, doc.expand(word, volume).value, 'linux');
      if (path !== undefined) own.push(path);
    }
  }
  return found;
});
