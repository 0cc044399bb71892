import { opensMode } from './modes.js';
import { isLinked } from './linked.js';
import { userId } from './numeric.js';
import { changesOf, inVolume, isGranted } from './ownership.js';
import { madeUser } from './made.js';
import { isPrivileged, userName } from './privileges.js';
import { dataNames, isSystemPath } from './writable.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import { shippedStages } from '../stages/shipped.js';
import type { Instruction, Word } from '../syntax/types.js';

/** Why the user needs to own what is copied. */
export type Need =
  | { readonly kind: 'changed'; readonly by: string; readonly at: { readonly start: number; readonly end: number } }
  | { readonly kind: 'volume' | 'home' | 'data' | 'other' };

/** A copy that belongs to root although the container, or a later RUN, runs as somebody else. */
export interface UnownedCopy {
  readonly copy: Instruction;
  readonly target: Word;
  /** As USER has it, without the group. */
  readonly user: string;
  readonly need: Need;
  /** What stands behind --chown=; undefined where the user may not be there yet. */
  readonly owner: string | undefined;
}

/**
 * Copies without an owner whose files a user without special rights plainly changes: a later RUN as this user changes
 * their mode or owner, which only an owner may; or the container runs as this user, and the target is a volume, the
 * settings in the user's home or called like data. With `everywhere` all copies that this user does not own, but those into folders of
 * the system. Never throws.
 */
export function* unownedCopies(doc: DockerfileDocument, everywhere: boolean): Iterable<UnownedCopy> {
  if (doc.byKeyword('USER').length === 0 && !doc.stages.some(({ known }) => known?.defaultUser !== undefined)) return;
  const shipped = shippedStages(doc);
  const concerned = new Set(doc.stages.filter((stage) => hasOrdinaryUser(doc, stage)));
  if (concerned.size === 0) return;
  for (const keyword of ['COPY', 'ADD']) {
    for (const copy of doc.byKeyword(keyword)) {
      const stage = doc.stageOf(copy);
      const target = copy.words.at(-1);
      if (stage === undefined || !concerned.has(stage) || target === undefined || copy.parent !== undefined) continue;
      if (copy.flags.some(({ name, value }) => name === 'chown' || (name === 'chmod' && opensMode(value?.value ?? ''))))
        continue;
      const path = targetPath(doc, copy, target);
      if (path === undefined || path === '/') continue;
      const found =
        changedLater(doc, stage, copy, path) ??
        (shipped.has(stage) ? neededAtStart(doc, stage, copy, path, everywhere) : undefined);
      if (found === undefined) continue;
      const { user, need } = found;
      yield { copy, target, user: user.name, need, owner: ownerFor(doc, stage, copy, user) };
    }
  }
}

/** Whether a Linux stage, or a step of it, runs as somebody without special rights. */
function hasOrdinaryUser(doc: DockerfileDocument, stage: Stage): boolean {
  if (stage.os === 'windows') return false;
  return (
    userOf(doc, stage, stage.user) !== undefined ||
    stage.instructions.some((each) => each.keyword === 'USER' && userOf(doc, stage, each) !== undefined)
  );
}

/** The absolute path that a copy writes to; its file for a single source that keeps its name. */
function targetPath(doc: DockerfileDocument, copy: Instruction, target: Word): string | undefined {
  const { value, known } = doc.expand(target, copy);
  return known ? joinWorkdir(doc.workdirAt(copy), value, 'linux') : undefined;
}

/** Who a stage, or a place in it, runs as. */
interface User {
  readonly name: string;
  /** The USER that says so; undefined for the image's own. */
  readonly instruction: Instruction | undefined;
}

function userOf(doc: DockerfileDocument, stage: Stage, instruction: Instruction | undefined): User | undefined {
  const name = instruction === undefined ? stage.known?.defaultUser : userName(doc, instruction);
  return name === undefined || name === '' || isPrivileged(name) ? undefined : { name, instruction };
}

interface Found {
  readonly user: User;
  readonly need: Need;
}

/** A RUN as a user who does not own the files changes their mode or owner: the build fails there. */
function changedLater(doc: DockerfileDocument, stage: Stage, copy: Instruction, path: string): Found | undefined {
  for (const { name = '', command } of changesOf(doc, stage, copy, path)) {
    const user = userOf(doc, stage, doc.userAt(command.instruction));
    // Root, or sudo, may.
    if (user === undefined || command.name !== name) continue;
    return { user, need: { kind: 'changed', by: name, at: command.span } };
  }
  return undefined;
}

function neededAtStart(
  doc: DockerfileDocument,
  stage: Stage,
  copy: Instruction,
  path: string,
  everywhere: boolean,
): Found | undefined {
  const user = userOf(doc, stage, stage.user);
  if (user === undefined || isGranted(doc, stage, copy, path)) return undefined;
  const kind = needOf(doc, stage, path, user.name);
  if (kind !== undefined) return { user, need: { kind } };
  return everywhere && !isSystemPath(path) ? { user, need: { kind: 'other' } } : undefined;
}

function needOf(
  doc: DockerfileDocument,
  stage: Stage,
  path: string,
  user: string,
): 'volume' | 'home' | 'data' | undefined {
  // Settings below /etc are there to be read, in a volume too.
  if (!path.startsWith('/etc/') && inVolume(doc, stage, path)) return 'volume';
  if (isSystemPath(path)) return undefined;
  // Programs write to their settings, and ssh wants to see them owned.
  if (path.startsWith(`/home/${user}/.`)) return 'home';
  return dataNames.test(path) ? 'data' : undefined;
}

/**
 * The owner in the words of USER, where the user is there by the time of the copy: a number, one of the base image, or
 * one that a step above adds.
 */
function ownerFor(doc: DockerfileDocument, stage: Stage, copy: Instruction, user: User): string | undefined {
  const { name, instruction } = user;
  const word = instruction?.words[0];
  const written = word?.text ?? name;
  const scope = doc.scopeAt(copy);
  if (word?.variables.some((use) => scope.get(use.name) === undefined) === true || !/^[\w.:${}-]+$/.test(written))
    return undefined;
  if (/^\d+$/.test(name)) return written;
  if (isLinked(copy)) return userId(doc, stage, name);
  const made = madeUser(doc, stage, name);
  if (made === undefined || doc.stageOf(made.run) !== stage) return written;
  return made.run.index < copy.index ? written : undefined;
}
