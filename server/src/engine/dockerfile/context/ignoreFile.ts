import { IgnoreList } from '../../dockerignore/ignoreList.js';
import { parseDockerignore } from '../../dockerignore/parse.js';
import type { DockerignoreDocument } from '../../dockerignore/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import { SourceText } from '../../text/source.js';
import type { DockerfileDocument } from '../model/types.js';
import { contextOf, folderFacts } from './folders.js';

/** The ignore file that counts for a build. */
export interface IgnoreFile {
  /** From the folder of the Dockerfile. */
  readonly path: string;
  /** Undefined for a file that does not exist. */
  readonly doc: DockerignoreDocument | undefined;
  readonly list: IgnoreList;
}

const name = '.dockerignore';

/**
 * Questions about the ignore file of a Dockerfile: `Dockerfile.dockerignore` beside it counts before `.dockerignore` in
 * the root of the context (BuildKit frontend/dockerui/config.go).
 */
export function ignoreFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  const own = ownName(doc);
  const context = contextOf(doc, known);
  const paths = [...(own === undefined ? [] : [own]), ...(context === undefined ? [] : [context.folder + name])];
  return paths.map((path) => ({ kind: 'read', path }));
}

/** The ignore file that counts, which may be one that does not exist; undefined where that is not known. */
export function ignoreFileOf(doc: DockerfileDocument, facts: Facts): IgnoreFile | undefined {
  return remembered(doc)(facts);
}

const remembered = memoised((doc: DockerfileDocument) => weaklyMemoised((facts: Facts) => find(doc, facts)));

function find(doc: DockerfileDocument, facts: Facts): IgnoreFile | undefined {
  const own = ownName(doc);
  const context = contextOf(doc, facts);
  if (own === undefined || context === undefined) return undefined;
  for (const path of [own, context.folder + name]) {
    const presence = facts.presence(path);
    if (presence === 'absent') continue;
    const text = facts.read(path);
    if (presence === 'unknown' || text === undefined) return undefined;
    const file = parseDockerignore(new SourceText(text));
    return { path, doc: file, list: new IgnoreList(file.patterns) };
  }
  return { path: context.folder + name, doc: undefined, list: new IgnoreList([]) };
}

/** Questions for `isLeftOut`. */
export function leftOutFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  return [...folderFacts(doc, known), ...ignoreFacts(doc, known)];
}

/**
 * Whether nothing of a file or folder, by its path from the folder of the Dockerfile, is in the build; undefined where the
 * context is another folder or the ignore file is not known. Never throws.
 */
export function isLeftOut(doc: DockerfileDocument, path: string, facts: Facts): boolean | undefined {
  const list = contextOf(doc, facts)?.folder === '' ? ignoreFileOf(doc, facts)?.list : undefined;
  return list === undefined || list.unclear ? undefined : list.ignoresWholly(path);
}

/** Facts in which what is left out of the build is absent. */
export function factsOfBuild(doc: DockerfileDocument, facts: Facts): Facts {
  return {
    presence: (path) => (isLeftOut(doc, path, facts) === true ? 'absent' : facts.presence(path)),
    read: (path) => facts.read(path),
    list: (path) => facts.list(path),
    projects: () => facts.projects(),
  };
}

function ownName({ path }: DockerfileDocument): string | undefined {
  return path === undefined ? undefined : `${path.slice(path.lastIndexOf('/') + 1)}${name}`;
}
