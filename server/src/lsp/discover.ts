import { joinPath, nextExtended, outsideProblem } from '../engine/config/chain.js';
import { parseConfigFile } from '../engine/config/file.js';
import { besideFiles, hadolintFile, type ForeignFile, type KnownRules } from '../engine/config/foreignFiles.js';
import { configNames } from '../engine/config/names.js';
import type { ConfigLayer, ConfigProblem } from '../engine/config/types.js';
import type { Rule } from '../engine/rule.js';
import { folderOfPath } from './uris.js';

/** A configuration file with what is wrong in it. */
export interface ConfigFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigProblem[];
}

export interface FoundConfig {
  /** Highest precedence first: the nearest file of ours and what it extends, or else hadolint's; then those beside it. */
  readonly files: readonly ConfigFile[];
  readonly usesHadolint: boolean;
}

/** The text of the file at an absolute path with `/`, or undefined if it cannot be read. Never rejects. */
export type Read = (path: string) => Promise<string | undefined>;

/** Where to look; absolute paths with `/`. */
export interface ConfigPlace {
  readonly folder: string;
  /** The search upward ends here. */
  readonly root: string;
  /** Taken for ours instead of the nearest one. */
  readonly given?: string;
}

/** Finds the configuration files that count for the documents of a folder. Never rejects. */
export async function discoverConfig(
  { folder, root, given }: ConfigPlace,
  known: KnownRules,
  read: Read,
): Promise<FoundConfig> {
  const folders = foldersUpward(folder, root);
  const [own, hadolint, beside] = await Promise.all([
    given === undefined ? nearest(folders, configNames, read) : textAt(given, read),
    nearest(folders, hadolintFile.names, read),
    Promise.all(besideFiles.map((file) => foreign(file, folders, known, read))),
  ]);
  const first = own ?? hadolint;
  const chosen = first === undefined ? [] : await chosenFiles(first, root, known, read);
  const files = [...chosen, ...beside.filter((file) => file !== undefined)];
  return { files, usesHadolint: hadolint !== undefined };
}

/** A file of ours with what it extends, or hadolint's. */
async function chosenFiles(first: Text, root: string, known: KnownRules, read: Read): Promise<readonly ConfigFile[]> {
  if (hadolintFile.names.includes(first.path.slice(first.path.lastIndexOf('/') + 1))) {
    return [{ ...first, ...hadolintFile.parse(first.text, first.path, known) }];
  }
  return chain(first, root, known.rules, read);
}

async function foreign(
  { names, counts, parse }: ForeignFile,
  folders: readonly string[],
  known: KnownRules,
  read: Read,
): Promise<ConfigFile | undefined> {
  const found = await nearest(folders, names, read, counts);
  return found === undefined ? undefined : { ...found, ...parse(found.text, found.path, known) };
}

interface Text {
  readonly path: string;
  readonly text: string;
}

function foldersUpward(folder: string, root: string): readonly string[] {
  const top = joinPath(root, '.');
  const folders: string[] = [];
  for (let at = joinPath(folder, '.'); ; at = folderOfPath(at)) {
    folders.push(at);
    if (at === top || at === folderOfPath(at)) return folders;
  }
}

async function nearest(
  folders: readonly string[],
  names: readonly string[],
  read: Read,
  counts: ForeignFile['counts'] = () => true,
): Promise<Text | undefined> {
  for (const folder of folders) {
    for (const name of names) {
      const found = await textAt(joinPath(folder, name), read);
      if (found !== undefined && counts(found.path, found.text)) return found;
    }
  }
  return undefined;
}

async function textAt(path: string, read: Read): Promise<Text | undefined> {
  const text = await read(path);
  return text === undefined ? undefined : { path, text };
}

async function chain(first: Text, root: string, rules: readonly Rule[], read: Read): Promise<readonly ConfigFile[]> {
  const files: ConfigFile[] = [];
  for (let current: Text | undefined = first; current !== undefined;) {
    const file: ConfigFile = { ...current, ...parseConfigFile(current.text, current.path, rules) };
    files.push(file);
    const next = nextExtended(files);
    current = undefined;
    if (next === undefined) break;
    const text = 'path' in next ? await read(next.path) : undefined;
    if ('path' in next && text !== undefined) current = { path: next.path, text };
    else files.splice(-1, 1, { ...file, problems: [...file.problems, brokenChain(files, root, next)] });
  }
  return files;
}

function brokenChain(
  files: readonly ConfigFile[],
  root: string,
  next: NonNullable<ReturnType<typeof nextExtended>>,
): ConfigProblem {
  if ('problem' in next) return next.problem;
  const top = joinPath(root, '.');
  if (top !== '/' && !next.path.startsWith(`${top}/`)) return outsideProblem(files, 'the workspace folder');
  const layer = files.at(-1)?.layer;
  return {
    span: layer?.extendsSpan ?? { start: 0, end: 0 },
    message: `"extends" names ${layer?.extends ?? 'a file'}, which cannot be read.`,
  };
}
