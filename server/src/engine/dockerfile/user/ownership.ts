import { memoised } from '../../memo.js';
import type { DockerfileDocument, RunCommand, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import { stageChain } from '../stages/chain.js';
import type { Instruction } from '../syntax/types.js';
import { opensMode } from './modes.js';

/** A command that changes who may write a path. */
interface Change {
  readonly path: string;
  readonly command: RunCommand;
  /** Somebody else than root may write then. */
  readonly grants: boolean;
}

/** The changes of a stage, each list in the order of the text. */
interface Changes {
  readonly byPath: ReadonlyMap<string, readonly Change[]>;
  /** By the folder that the path lies in. */
  readonly byFolder: ReadonlyMap<string, readonly Change[]>;
}

/** chown, chgrp and chmod of each stage, with the absolute paths that they name. */
const changes = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, Changes> => {
  const found = new Map<Stage, { byPath: Map<string, Change[]>; byFolder: Map<string, Change[]> }>();
  const commands = [...doc.runsOf('chown', 'chgrp', 'chmod', 'setfacl')];
  commands.sort((a, b) => a.command.span.start - b.command.span.start);
  for (const command of commands) {
    const stage = doc.stageOf(command.command.instruction);
    if (stage === undefined) continue;
    const own = found.get(stage) ?? { byPath: new Map<string, Change[]>(), byFolder: new Map<string, Change[]>() };
    found.set(stage, own);
    const grants = command.name !== 'chmod' || command.args.some(({ value }) => opensMode(value));
    for (const path of pathsOf(doc, command)) {
      const change = { path, command, grants };
      append(own.byPath, path, change);
      append(own.byFolder, path.slice(0, path.lastIndexOf('/')), change);
    }
  }
  return found;
});

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

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
  const { byPath } = changes(doc).get(stage) ?? {};
  if (byPath === undefined) return false;
  return withFolders(target).some(
    (path) => byPath.get(path)?.some(({ grants, command }) => grants && isBehind(command, copy)) === true,
  );
}

/**
 * What changes owner or mode of copied files behind a copy: of its target or of a file right in it; what lies deeper may
 * come from another step. In the order of the text. Never throws.
 */
export function* changesOf(
  doc: DockerfileDocument,
  stage: Stage,
  copy: Instruction,
  target: string,
): Iterable<RunCommand> {
  const own = target === '/' ? undefined : changes(doc).get(stage);
  for (const list of [own?.byPath.get(target), own?.byFolder.get(target)]) {
    for (const { command } of list ?? []) if (isBehind(command, copy)) yield command;
  }
}

function isBehind({ command }: RunCommand, { span }: Instruction): boolean {
  return command.instruction.span.start > span.start;
}

/** An absolute path and the folders around it, `/` last. */
function withFolders(path: string): readonly string[] {
  const found: string[] = [];
  for (let at = path; at !== '' && at !== '/'; at = at.slice(0, at.lastIndexOf('/'))) found.push(at);
  return [...found, '/'];
}

/** Whether a path is a volume of a stage, or of one that it is built from, or lies in one. Never throws. */
export function inVolume(doc: DockerfileDocument, stage: Stage, path: string): boolean {
  const folders = withFolders(path).slice(0, -1);
  return stageChain(stage).some((each) => {
    const own = volumes(doc).get(each);
    return own !== undefined && folders.some((folder) => own.has(folder));
  });
}

const volumes = memoised((doc: DockerfileDocument): ReadonlyMap<Stage, ReadonlySet<string>> => {
  const found = new Map<Stage, Set<string>>();
  for (const volume of doc.byKeyword('VOLUME')) {
    const stage = doc.stageOf(volume);
    if (stage === undefined || volume.parent !== undefined) continue;
    const own = found.get(stage) ?? new Set<string>();
    found.set(stage, own);
    for (const word of volume.words) {
      const path = joinWorkdir(undefined, doc.expand(word, volume).value, 'linux');
      if (path !== undefined) own.add(path);
    }
  }
  return found;
});
