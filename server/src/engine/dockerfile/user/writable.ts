import { operands } from '../../shell/options.js';
import type { Command, DockerfileDocument, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import type { Instruction } from '../syntax/types.js';
import { opensMode } from './modes.js';
import { withoutSlashes } from '../../text/paths.js';

/** Folders of the system: a program that runs as a user has no business in them, or may write there anyway. */
const system =
  /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|proc|root|run|sbin|sys|tmp|usr|opt|home|var(?:\/(?:cache|lib|log|tmp|run))?)$|(?:bin|boot|dev|etc|lib\w*|proc|root|sbin|sys|tmp|usr|var\/cache|var\/lib\/(?:apt|dpkg|apk))\/)/;
/** Folders that only root should change, in every image; `/usr/src/app` and its like are where people put programs. */
const ownedByRoot =
  /^\/(?:$|(?:bin|boot|dev|etc|lib\w*|proc|root|run|sbin|sys|tmp|usr(?!\/src\/.)|var\/(?:cache|log|run|spool))(?:\/|$))/;
/** Names of folders that programs write to, or everything below /var and /srv. */
const written =
  /^\/(?:var|srv)\/|\/(?:app-?data|backups?|cache|config|data|databases?|db|downloads?|logs?|media|pids?|run|sessions?|spool|state|storage|tmp|temp|uploads?|work|workspace)(?:\/|$)/i;

/** Names of folders and files that programs write to, where a copy puts something. */
export const dataNames =
  /\/(?:app-?data|backups?|cache|databases?|data|downloads?|logs?|sessions?|spool|storage|te?mp|uploads?)(?:\/|$)|\.(?:db|sqlite3?)$/i;

export interface WritableFolders {
  readonly all: readonly string[];
  /** Those that no step of the stage makes. */
  readonly missing: readonly string[];
  /** Those that a copy fills. */
  readonly copied: readonly string[];
}

/**
 * Absolute folders that the process of a stage plainly writes to: its volumes, targets of copies that are called like
 * data, and folders for data that a RUN makes which are neither the working directory nor another target. In the order of
 * the file, each once. Never throws.
 */
export function writableFolders(doc: DockerfileDocument, stage: Stage): WritableFolders {
  const taken = new Set<string>();
  const given = new Set<string>();
  const made = new Set<string>();
  const copied = new Set<string>();
  /** With whether they count where something else is at home in them too. */
  const folders = new Map<string, boolean>();
  for (const instruction of stage.instructions) {
    const { keyword, words } = instruction;
    if (keyword === 'WORKDIR') taken.add(clean(words[0]?.value ?? ''));
    if (keyword === 'COPY' || keyword === 'ADD') {
      const target = copiedTo(doc, instruction);
      taken.add(target);
      made.add(target);
      copied.add(target);
      if (holdsData(instruction, target)) folders.set(target, true);
    }
    if (keyword === 'VOLUME') {
      for (const { value } of instruction.json ?? words) folders.set(clean(value), true);
    }
    if (keyword !== 'RUN') continue;
    for (const command of doc.commandsOf(instruction)) {
      // Whoever gives a folder to somebody has thought about it, and what is removed is not there.
      if (command.name === 'chown' || command.name === 'rm')
        for (const { value } of command.args) given.add(clean(value));
      for (const path of madeFolders(command)) {
        for (const folder of withParents(path)) made.add(folder);
        if (written.test(path) && !folders.has(path)) folders.set(path, false);
      }
    }
  }
  const all = [...folders].flatMap(([path, sure]) => {
    if (!/^\/[\w./-]+$/.test(path) || path.includes('..') || system.test(path) || given.has(path)) return [];
    return sure || !taken.has(path) ? [path] : [];
  });
  return {
    all,
    missing: all.filter((path) => !made.has(path)),
    copied: all.filter((path) => copied.has(path)),
  };
}

function copiedTo(doc: DockerfileDocument, copy: Instruction): string {
  const target = copy.words.at(-1);
  if (target === undefined) return '';
  return clean(joinWorkdir(doc.workdirAt(copy), doc.expand(target, copy).value, 'linux') ?? target.value);
}

/** Whether a copy brings what programs write to, and belongs to nobody yet. */
function holdsData({ flags }: Instruction, target: string): boolean {
  if (!dataNames.test(target) || isSystemPath(target)) return false;
  return !flags.some(({ name, value }) => name === 'chown' || (name === 'chmod' && opensMode(value?.value ?? '')));
}

function madeFolders(command: Command): readonly string[] {
  if (command.name !== 'mkdir' || command.scopes.length > 0) return [];
  return operands(command, ['-m', '--mode']).flatMap((word) => (word.literal ? [clean(word.value)] : []));
}

/** A path and the folders around it; none for one that is longer than Linux takes (PATH_MAX). */
function withParents(path: string): readonly string[] {
  if (path.length > 4096) return [];
  const found = [path];
  for (let at = path.indexOf('/', 1); at >= 0; at = path.indexOf('/', at + 1)) found.push(path.slice(0, at));
  return found;
}

/** Whether a copy puts files where only root should change them. Never throws. */
export function intoSystem(doc: DockerfileDocument, copy: Instruction): boolean {
  const target = copy.words.at(-1);
  if (target === undefined) return false;
  const { value } = doc.expand(target, copy);
  const from = doc.workdirAt(copy);
  if (!value.startsWith('/') && from === undefined) return false;
  const path = value.startsWith('/') ? value : `${from ?? ''}/${value}`;
  return isSystemPath(path.replace(/\/(?:\.?\/)+/g, '/').replace(/\/\.$/, '/'));
}

/** Whether a path lies where only root should change files. Never throws. */
export function isSystemPath(path: string): boolean {
  return ownedByRoot.test(clean(path));
}

function clean(path: string): string {
  return withoutSlashes(path) || path.slice(0, 1);
}
