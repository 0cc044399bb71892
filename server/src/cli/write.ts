import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside, realPath } from '../node/facts.js';
import { describeError } from './messages.js';

/** A message that continues "FILE …", or undefined when it was written. */
export type WriteResult = string | undefined;

const changed = 'was left alone: it changed after it was read';

/**
 * Replaces a file in one step: the new text is written beside it and takes its place with its mode and owner.
 * A link is followed, but not out of `root`. Left alone when its bytes are no longer `before`. Never throws.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array, root: string): WriteResult {
  try {
    const refused = whyNotReplaced(path, before, root);
    if (refused !== undefined) return refused;
    const target = realpathSync.native(path);
    const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
    try {
      writeLike(temporary, after, statSync(target));
      if (!sameBytes(readFileSync(target), before)) {
        unlinkSync(temporary);
        return changed;
      }
      renameSync(temporary, target);
    } catch (error) {
      removeQuietly(temporary);
      throw error;
    }
    return undefined;
  } catch (error) {
    return `was not written: ${describeError(error)}`;
  }
}

/** The reason why `replaceFile` would leave a file alone, found without writing. Never throws. */
export function whyNotReplaced(path: string, before: Uint8Array, root: string): WriteResult {
  try {
    const target = realpathSync.native(path);
    const realRoot = realPath(root);
    if (realRoot === undefined || !isInside(realRoot, target)) return 'was left alone: it is a link to another place';
    const stats = statSync(target);
    if (!stats.isFile()) return 'was left alone: it is not a regular file any more';
    if ((stats.mode & 0o200) === 0) return 'was left alone: it is write-protected';
    return sameBytes(readFileSync(target), before) ? undefined : changed;
  } catch (error) {
    return `was not written: ${describeError(error)}`;
  }
}

/** Writes a file that must not exist, in an existing folder inside `root`. Never throws. */
export function createFile(path: string, bytes: Uint8Array, root: string): WriteResult {
  const refused = whyNotCreated(path, root);
  if (refused !== undefined) return refused;
  try {
    const file = openSync(path, 'wx');
    try {
      writeFileSync(file, bytes);
    } catch (error) {
      removeQuietly(path);
      throw error;
    } finally {
      closeSync(file);
    }
    return undefined;
  } catch (error) {
    return `was not created: ${describeError(error)}`;
  }
}

/** The reason why `createFile` would refuse a path, found without writing. Never throws. */
export function whyNotCreated(path: string, root: string): WriteResult {
  const folder = realPath(dirname(path));
  const realRoot = realPath(root);
  if (folder === undefined) return 'was not created: its folder does not exist';
  if (realRoot === undefined || !isInside(realRoot, folder)) return 'was not created: it lies outside the folder';
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return 'was not created: it exists already';
  return undefined;
}

function writeLike(path: string, bytes: Uint8Array, { uid, gid, mode }: Stats): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, bytes);
    keepOwner(file, uid, gid);
    fchmodSync(file, mode & 0o7777);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Only the superuser may give a file away; for others it is theirs already, or stays theirs. */
function keepOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // The mode still counts.
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It may be gone already, and the first error is the one to tell.
  }
}
