import type { DockerignoreDocument } from '../../dockerignore/types.js';
import type { FactQuery, Facts } from '../../facts.js';
import { weaklyMemoised } from '../../memo.js';
import { SourceText } from '../../text/source.js';
import { parseDockerfile } from '../document.js';
import type { DockerfileDocument } from '../model/types.js';
import { builtIn, composedFacts } from './composed.js';
import { contextOf, folderFacts } from './folders.js';

/** What an ignore file is about: a folder, and the Dockerfiles that are known to be built in it. */
export interface IgnoredContext {
  /** From the folder of the ignore file: empty, `../`, … */
  readonly folder: string;
  readonly entries: readonly string[];
  readonly dockerfiles: readonly DockerfileDocument[];
}

/** So many Dockerfiles are read. */
const most = 5;

const suffix = '.dockerignore';
const dockerfileName =
  /^(?:(?:Dockerfile|Containerfile|dockerfile)(?:\.(?!.*dockerignore$).+)?|.+\.(?:Dockerfile|dockerfile|Containerfile))$/;

/** Facts about the context of an ignore file. */
export function contextFacts(doc: DockerignoreDocument, known: Facts): readonly FactQuery[] {
  const owner = ownerOf(doc);
  if (owner === undefined) {
    const names = dockerfilesOf(known.list('.') ?? [], known);
    return [
      { kind: 'list', path: '.' },
      ...composedFacts(['']),
      ...names.map((path): FactQuery => ({ kind: 'read', path })),
    ];
  }
  const dockerfile = dockerfileAt(doc, known, owner);
  return [{ kind: 'read', path: owner }, ...(dockerfile === undefined ? [] : folderFacts(dockerfile, known))];
}

/** The context of an ignore file; undefined where it is not known. */
export function contextOfIgnoreFile(doc: DockerignoreDocument, facts: Facts): IgnoredContext | undefined {
  const owner = ownerOf(doc);
  if (owner === undefined) {
    const entries = facts.list('.');
    if (entries === undefined) return undefined;
    return {
      folder: '',
      entries,
      dockerfiles: dockerfilesOf(entries, facts).flatMap((name) => dockerfileAt(doc, facts, name) ?? []),
    };
  }
  const dockerfile = dockerfileAt(doc, facts, owner);
  const context = dockerfile && contextOf(dockerfile, facts);
  return context && { folder: context.folder, entries: context.entries, dockerfiles: [dockerfile] };
}

/** Facts for `buildsWindows`, which only files with a backslash need. */
export function windowsFacts(doc: DockerignoreDocument, known: Facts): readonly FactQuery[] {
  return doc.patterns.some(({ text }) => text.includes('\\')) ? contextFacts(doc, known) : [];
}

/**
 * Whether an image for Windows is built with an ignore file. Its builder runs on Windows and reads a backslash as the
 * mark between folders.
 */
export function buildsWindows(doc: DockerignoreDocument, facts: Facts): boolean {
  const { dockerfiles = [] } = contextOfIgnoreFile(doc, facts) ?? {};
  return dockerfiles.some(({ stages }) => stages.some(({ os }) => os === 'windows'));
}

/** `api.Dockerfile` for `api.Dockerfile.dockerignore`; undefined for the common file. */
function ownerOf({ path = suffix }: DockerignoreDocument): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === suffix || !name.endsWith(suffix) ? undefined : name.slice(0, -suffix.length);
}

/** Dockerfiles of a folder, and those elsewhere that its Compose file builds in it. */
function dockerfilesOf(entries: readonly string[], facts: Facts): readonly string[] {
  const own = dockerfileNames(entries);
  const more = builtIn(facts).filter((path) => path.includes('/') && !path.startsWith('../'));
  return [...own, ...more].slice(0, most);
}

/** Dockerfiles of a folder that have no ignore file of their own. */
function dockerfileNames(entries: readonly string[]): readonly string[] {
  const there = new Set(entries);
  return entries.filter((name) => dockerfileName.test(name) && !there.has(name + suffix)).slice(0, most);
}

function dockerfileAt({ path }: DockerignoreDocument, facts: Facts, name: string): DockerfileDocument | undefined {
  const folder = path?.slice(0, path.lastIndexOf('/') + 1) ?? '';
  return remembered(facts)(folder + name, name);
}

/** Parsed once for one set of facts, so that what is remembered of a document is found again. */
const remembered = weaklyMemoised((facts: Facts) => {
  const known = new Map<string, DockerfileDocument | undefined>();
  return (path: string, name: string): DockerfileDocument | undefined => {
    if (!known.has(path)) {
      const text = facts.read(name);
      known.set(path, text === undefined ? undefined : parseDockerfile(new SourceText(text), path));
    }
    return known.get(path);
  };
});
