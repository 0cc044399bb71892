import { joinPath, nextExtended, outsideProblem } from '../engine/config/chain.js';
import { parseConfigFile } from '../engine/config/file.js';
import { parseHadolintConfig } from '../engine/config/hadolint.js';
import type { ConfigLayer, ConfigProblem } from '../engine/config/types.js';
import type { Catalogue, Rule } from '../engine/rule.js';

/** Names of configuration files: ours, and those of hadolint. */
export const configNames: readonly string[] = ['.docker-patterns.yaml'];
export const hadolintNames: readonly string[] = ['.hadolint.yaml', '.hadolint.yml'];

/** A configuration file with what is wrong in it. */
export interface ConfigFile {
  /** Absolute, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly layer: ConfigLayer;
  readonly problems: readonly ConfigProblem[];
}

export interface FoundConfig {
  /** Highest precedence first: the nearest file of ours and what it extends, or else hadolint's. */
  readonly files: readonly ConfigFile[];
  readonly usesHadolint: boolean;
}

/** Nothing was found, or there is no place to look. */
export const noConfig: FoundConfig = { files: [], usesHadolint: false };

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
  { rules, catalogue }: { readonly rules: readonly Rule[]; readonly catalogue: Catalogue },
  read: Read,
): Promise<FoundConfig> {
  const folders = foldersUpward(folder, root);
  const own = given === undefined ? await nearest(folders, configNames, read) : await textAt(given, read);
  const hadolint = await nearest(folders, hadolintNames, read);
  const usesHadolint = hadolint !== undefined;
  if (own !== undefined) return { files: await chain(own, root, rules, read), usesHadolint };
  if (hadolint === undefined) return noConfig;
  return { files: [{ ...hadolint, ...parseHadolintConfig(hadolint.text, hadolint.path, catalogue) }], usesHadolint };
}

/** The folder of an absolute `/` path; `/` for a file at the top. */
export function folderOfPath(path: string): string {
  const at = path.lastIndexOf('/');
  return at <= 0 ? '/' : path.slice(0, at);
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

async function nearest(folders: readonly string[], names: readonly string[], read: Read): Promise<Text | undefined> {
  for (const folder of folders) {
    for (const name of names) {
      const found = await textAt(joinPath(folder, name), read);
      if (found !== undefined) return found;
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
