import type { FactQuery, Facts } from '../../facts.js';
import type { Fix } from '../../rule.js';
import type { Edit } from '../../text/span.js';
import { insertOption } from '../edit/options.js';
import { isLeftOut, leftOutFacts } from '../context/ignoreFile.js';
import type { DockerfileDocument } from '../model/types.js';
import { unlockedInstalls, type UnlockedInstall } from './lockFiles.js';
import { folderOfCommand, originsOf, type Origin } from './origins.js';
import { yarnFacts, yarnGeneration } from './yarn.js';

/** A lock file that an install could hold to. */
export interface FoundLock {
  readonly file: string;
  /** The manifest that is copied without it, if the lock file stays outside. */
  readonly beside: Origin | undefined;
}

const ignoreFile = '.dockerignore';

/** What to ask about the files around a document. Never throws. */
export function lockFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  const paths = unlockedInstalls(doc).flatMap((install) => {
    const folder = folderOfCommand(doc, install.run, install.folder);
    return folder === undefined ? [] : install.locks.flatMap((lock) => questions(doc, install, folder, lock));
  });
  if (paths.length === 0) return [];
  return [
    { kind: 'read', path: ignoreFile },
    ...leftOutFacts(doc, known),
    ...yarnFacts(doc),
    ...paths.map((path) => ({ kind: 'exists' as const, path })),
  ];
}

function questions(doc: DockerfileDocument, install: UnlockedInstall, folder: string, lock: string): readonly string[] {
  const { instruction } = install.run.command;
  return [
    ...originsOf(doc, instruction, folder, lock).flatMap(({ named, path }) => (named ? [] : (path ?? []))),
    ...originsOf(doc, instruction, folder, install.manifest).flatMap((origin) =>
      isAlone(origin) ? (besides(origin, lock) ?? []) : origin.named ? [] : (origin.path ?? []),
    ),
  ];
}

/** The lock file that an install finds, or that stands beside its manifest and is not copied; undefined for none that is certain. Never throws. */
export function lockOf(doc: DockerfileDocument, install: UnlockedInstall, facts: Facts): FoundLock | undefined {
  const folder = folderOfCommand(doc, install.run, install.folder);
  if (folder === undefined) return undefined;
  const { instruction } = install.run.command;
  const ignored = facts.read(ignoreFile)?.split(/\r?\n/) ?? [];
  const isThere = (path: string | undefined, lock: string) =>
    path !== undefined &&
    facts.presence(path) === 'present' &&
    // Where it is not sure which ignore file counts, the one beside the Dockerfile is enough to be silent.
    !(isLeftOut(doc, path, facts) ?? ignored.some((line) => line.trim().endsWith(lock)));
  // A manifest that a step makes may fit no lock file.
  const manifests = originsOf(doc, instruction, folder, install.manifest);
  if (!manifests.some(({ named, path }) => named || path === undefined || facts.presence(path) !== 'absent'))
    return undefined;
  for (const file of install.locks) {
    const found = originsOf(doc, instruction, folder, file).find(({ named, path }) => named || isThere(path, file));
    if (found !== undefined) return { file, beside: undefined };
  }
  const [beside, ...more] = manifests;
  if (beside === undefined || more.some(({ named }) => !named) || !isAlone(beside)) return undefined;
  const file = install.locks.find((lock) => isThere(besides(beside, lock), lock));
  return file === undefined ? undefined : { file, beside };
}

/** A manifest that a COPY brings by its own name. */
function isAlone({ named, word, path }: Origin): boolean {
  return named && word !== undefined && path !== undefined;
}

function besides({ path = '' }: Origin, lock: string): string | undefined {
  return path.slice(0, path.lastIndexOf('/') + 1) + lock;
}

/** The fix that makes an install hold to its lock file; undefined where the words have no plain place. Never throws. */
export function lockedFix(
  doc: DockerfileDocument,
  install: UnlockedInstall,
  lock: FoundLock,
  facts: Facts,
): Fix | undefined {
  const option = strictOption(doc, install, facts);
  const strict = option === undefined ? 'use npm ci' : `add ${option}`;
  const edit = option === undefined ? cleanInstall(install) : withOption(install, option);
  const copied = lock.beside === undefined ? [] : alsoCopied(lock.beside, lock.file);
  if (edit === undefined || copied === undefined) return undefined;
  const what =
    lock.beside === undefined ? strict.charAt(0).toUpperCase() + strict.slice(1) : `Copy ${lock.file} and ${strict}`;
  return {
    title: `${what} (the build then fails if ${lock.file} is out of date)`,
    safety: 'unsafe',
    edits: () => [edit, ...copied],
  };
}

/** The option that holds a tool to its lock file; undefined for npm, which has another command. Never throws. */
export function strictOption(
  doc: DockerfileDocument,
  { run, strict }: UnlockedInstall,
  facts: Facts,
): string | undefined {
  // The newer Yarn still takes the old option, but not the other way round.
  const berry = run.name === 'yarn' && yarnGeneration(doc, doc.stageOf(run.command.instruction), facts) === 'berry';
  return berry ? '--immutable' : strict;
}

function withOption({ run, verb }: UnlockedInstall, option: string): Edit | undefined {
  const word = verb ?? run.words[0];
  return word && insertOption(run.command, word, option);
}

/** `npm install` → `npm ci`. */
function cleanInstall({ verb }: UnlockedInstall): Edit | undefined {
  const content = verb?.content;
  return content && { span: content.span(0, content.text.length), text: 'ci' };
}

/** The lock file behind the manifest in its COPY, if that takes several files. */
function alsoCopied({ by, word }: Origin, lock: string): readonly Edit[] | undefined {
  const target = by.words.at(-1)?.value ?? '';
  if (word === undefined || word.variables.length > 0 || !(target === '.' || target.endsWith('/'))) return undefined;
  const path = word.value.slice(0, word.value.lastIndexOf('/') + 1) + lock;
  if (!/^[\w./-]+$/.test(path)) return undefined;
  const { end } = word.span;
  return [
    {
      span: { start: end, end },
      text: by.json === undefined ? ` ${path}` : `, "${path}"`,
    },
  ];
}
