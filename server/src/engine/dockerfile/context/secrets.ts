import type { FactQuery, Facts } from '../../facts.js';
import { IgnoreList } from '../../dockerignore/ignoreList.js';
import { parseDockerignore } from '../../dockerignore/parse.js';
import type { SecretFile } from '../../secrets/files.js';
import { credentialsFile, holdsSecrets, secretFile } from '../../secrets/files.js';
import { SourceText } from '../../text/source.js';
import type { DockerfileDocument } from '../model/types.js';
import { shippedStages } from '../stages/shipped.js';
import { entriesOf, entryAt, entryFacts, hasWildcard } from './entries.js';
import { contextOf, folderFacts, folderPath, matching, nameOf } from './folders.js';
import { ignoreFacts, ignoreFileOf } from './ignoreFile.js';
import type { ContextSource } from './sources.js';
import { contextSources } from './sources.js';

/** Files with secrets that one source of a COPY or ADD takes. */
export interface CopiedSecrets {
  readonly source: ContextSource;
  /** Paths in the context, in order. */
  readonly paths: readonly string[];
  readonly file: SecretFile;
  /** The text was read and tells, or the name alone does. */
  readonly proven: boolean;
  /** The source names the file itself, not a folder that has it. */
  readonly named: boolean;
  /** The layer is part of an image that somebody keeps. */
  readonly shipped: boolean;
  /** The target is a variable that names such a file (Trivy DS-0031). */
  readonly knownToTrivy: boolean;
  /** Dockle looks for such a name in an image. */
  readonly knownToDockle: boolean;
}

/** Variables that hold the path of a file with credentials (Trivy DS-0031). */
const pathVariables: ReadonlySet<string> = new Set([
  'AWS_CONFIG_FILE',
  'HF_TOKEN_PATH',
  'GOOGLE_APPLICATION_CREDENTIALS',
]);

const dockleNames =
  /(?:^|\/)(?:\.env|credentials?(?:\.json|\.xml)?|password\.txt|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]*\.(?:ovpn|private_key|jks))$/;

const inTests = /(?:^|\/)(?:tests?|testdata|__tests__|fixtures?|mocks?|examples?|samples?)\//i;

/** So many sources are looked at. */
const mostSources = 100;

/** So many files are read. */
const most = 30;

/** Facts about files with secrets among what is copied. */
export function secretFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  const context = contextOf(doc, known);
  if (context === undefined) return folderFacts(doc, known);
  const sources = copies(doc);
  const folders = sources.filter(({ wildcard }) => !wildcard);
  return [
    ...folderFacts(doc, known),
    ...ignoreFacts(doc, known),
    ...sources.flatMap(({ path }) => (path === '' ? [] : entryFacts(context.folder, path))),
    ...folders
      .filter(({ path }) => path !== '' && entryAt(context.folder, path, known).kind === 'folder')
      .map(({ path }): FactQuery => ({ kind: 'list', path: folderPath(context.folder + path) })),
    ...sources
      .flatMap((source) => candidates(source, context.folder, known))
      .filter((path) => secretFile(path)?.proof !== undefined)
      .slice(0, most)
      .map((path): FactQuery => ({ kind: 'read', path: context.folder + path })),
  ];
}

/** Every source of COPY and ADD that takes files with secrets. What the ignore file leaves out is not taken. */
export function* copiedSecrets(doc: DockerfileDocument, facts: Facts): Iterable<CopiedSecrets> {
  const context = contextOf(doc, facts);
  const { list } = ignoreFileOf(doc, facts) ?? {};
  for (const source of copies(doc)) {
    const stage = doc.stageOf(source.instruction);
    const shipped = stage === undefined || shippedStages(doc).has(stage);
    const named = !source.wildcard && secretFile(source.path) !== undefined;
    const found = candidates(source, context?.folder, facts).flatMap((path) => {
      const file = secretFile(path);
      if (file === undefined || !(shipped || (named && file.everywhere)) || inTests.test(path)) return [];
      const text = context === undefined ? undefined : facts.read(context.folder + path);
      const leftOut = list?.ignores(path) === true || excludes(source, path);
      return !leftOut && holdsSecrets(file, text)
        ? [{ path, file, proven: file.proof === undefined || text !== undefined }]
        : [];
    });
    const byVariable = stage?.isFinal === true && goesToVariable(source);
    const [first] = found;
    if (first !== undefined) {
      const paths = found.map(({ path }) => path);
      const knownToDockle = shipped && paths.some((path) => dockleNames.test(path));
      yield { source, paths, ...first, named, shipped, knownToTrivy: byVariable, knownToDockle };
    } else if (byVariable) {
      const common = { named: true, shipped, knownToTrivy: true, knownToDockle: false };
      yield { source, paths: [source.path], file: credentialsFile, proven: true, ...common };
    }
  }
}

function copies(doc: DockerfileDocument): readonly ContextSource[] {
  return contextSources(doc)
    .filter(({ by, known, above }) => by !== 'mount' && known && !above)
    .slice(0, mostSources);
}

/** Paths with names of secret files that a source takes: itself, or what its folder or wildcard holds by the lists. */
function candidates({ path, wildcard }: ContextSource, folder: string | undefined, facts: Facts): readonly string[] {
  if (!wildcard && secretFile(path) !== undefined) return [path];
  if (folder === undefined) return [];
  const parts = path.split('/');
  const at = parts.findIndex(hasWildcard);
  if (at >= 0 && at < parts.length - 1) return [];
  const parent = wildcard ? parts.slice(0, at).join('/') : path;
  const entries = entriesOf(folder, parent, facts) ?? [];
  const taken = wildcard ? matching(entries, parts[at] ?? '') : entries;
  return taken
    .map((entry) => (parent === '' ? '' : `${parent}/`) + nameOf(entry))
    .filter((each) => secretFile(each) !== undefined);
}

/** `--exclude=…`, which counts from the source (BuildKit solver/llbsolver/file, ExcludePatterns). */
function excludes({ instruction, path }: ContextSource, taken: string): boolean {
  const patterns = instruction.flags.flatMap(({ name, value }) => (name === 'exclude' ? (value?.value ?? []) : []));
  if (patterns.length === 0) return false;
  const list = new IgnoreList(parseDockerignore(new SourceText(patterns.join('\n'))).patterns);
  return list.ignores(path === '' || path === taken ? taken : taken.slice(path.length + 1));
}

/** `COPY key.json $GOOGLE_APPLICATION_CREDENTIALS`. */
function goesToVariable({ instruction: { words }, path, by }: ContextSource): boolean {
  const target = /^\$\{?(\w+)\}?$/.exec(words.at(-1)?.text ?? '')?.[1];
  return by === 'COPY' && words.length === 2 && path !== '' && target !== undefined && pathVariables.has(target);
}
