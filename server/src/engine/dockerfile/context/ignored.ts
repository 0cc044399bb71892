import { cleanPath } from '../../dockerignore/goPath.js';
import { literalPattern } from '../../dockerignore/edits.js';
import { IgnoreList } from '../../dockerignore/ignoreList.js';
import { parseDockerignore } from '../../dockerignore/parse.js';
import type { IgnorePattern } from '../../dockerignore/types.js';
import type { Facts } from '../../facts.js';
import { SourceText } from '../../text/source.js';
import type { DockerfileDocument } from '../model/types.js';
import { entriesOf, entryAt, hasWildcard } from './entries.js';
import { contextOf, matching, nameOf } from './folders.js';
import type { IgnoreFile } from './ignoreFile.js';
import { ignoreFileOf } from './ignoreFile.js';
import type { ContextSource } from './sources.js';
import { contextSources } from './sources.js';

/** A source that an ignore file keeps out of the build. */
export interface IgnoredSource {
  readonly source: ContextSource;
  readonly file: IgnoreFile;
  /** The pattern that decides. */
  readonly by: IgnorePattern;
  /** Everything in a folder stays out, or everything that a wildcard matches, though not the path itself. */
  readonly inside: boolean;
  /** A line that lets the source in when it follows all others; undefined where none is known to. */
  readonly exception: string | undefined;
  /** BuildKit's own check, which knows no exceptions and no bind mounts, finds it too. */
  readonly alsoBuildKit: boolean;
}

/** A name that no pattern has in mind. */
const anyName = '\u{10FFFD}\u{10FFFC}\u{10FFFD}';

/**
 * Sources of which nothing reaches the build. Unlike BuildKit's check, which stays silent as soon as an ignore file has
 * one exception, this follows exceptions; it says nothing where one may let something in.
 */
export function* ignoredSources(doc: DockerfileDocument, facts: Facts): Iterable<IgnoredSource> {
  const file = ignoreFileOf(doc, facts);
  const context = contextOf(doc, facts);
  if (file === undefined || context === undefined || file.list.unclear || file.list.patterns.length === 0) return;
  for (const source of contextSources(doc)) {
    if (!source.known || source.trigger) continue;
    const alsoBuildKit = isFoundByBuildKit(source, file.list);
    // Another rule speaks of these.
    if (source.above && !alsoBuildKit) continue;
    const found = look(source, file.list, context.folder, facts);
    if (found === undefined) continue;
    const exception = exceptionFor(source, found.inside, file.list);
    yield { source, file, ...found, exception, alsoBuildKit };
  }
}

/** An exception, if it does what it is for. */
function exceptionFor({ path, wildcard }: ContextSource, inside: boolean, list: IgnoreList): string | undefined {
  if (path === '') return undefined;
  const text = wildcard ? `!${path}` : `!${literalPattern(path)}${inside ? '/**' : ''}`;
  const { patterns } = parseDockerignore(new SourceText(text));
  const after = new IgnoreList([...list.patterns, ...patterns]);
  const wanted = wildcard ? path.replaceAll(/[*?]/g, 'x') : inside ? `${path}/${anyName}` : path;
  return after.unclear || after.ignores(wanted) ? undefined : text;
}

type Found = Pick<IgnoredSource, 'by' | 'inside'>;

function look(source: ContextSource, list: IgnoreList, folder: string, facts: Facts): Found | undefined {
  const { path, value, by } = source;
  if (path === '') return by === 'mount' ? undefined : wholeContext(list, folder, facts);
  if (source.wildcard) return wildcard(path, list, folder, facts);
  const verdict = list.verdict(path);
  const kind = entryAt(folder, path, facts).kind;
  if (verdict.ignored && verdict.by !== undefined) {
    return kind !== 'file' && list.letsInBelow(path) ? undefined : { by: verdict.by, inside: false };
  }
  return kind === 'folder' || (kind !== 'file' && value.endsWith('/')) ? everythingIn(path, list) : undefined;
}

/** `src/*` leaves the folder in the build, and nothing in it. */
function everythingIn(path: string, list: IgnoreList): Found | undefined {
  const { ignored, by } = list.verdict(`${path}/${anyName}`);
  return ignored && by !== undefined && !list.letsInBelow(path) ? { by, inside: true } : undefined;
}

function wholeContext(list: IgnoreList, folder: string, facts: Facts): Found | undefined {
  const { ignored, by } = list.verdict(anyName);
  if (!ignored || by === undefined) return undefined;
  const exceptions = list.patterns.filter(({ negated }) => negated);
  if (exceptions.length > 0) {
    const entries = entriesOf(folder, '', facts);
    if (entries?.every((entry) => staysOut(entry, '', list)) !== true) return undefined;
    // What a build makes first may be what an exception lets in.
    if (exceptions.some(({ value }) => entryAt(folder, value.replace(/^\//, ''), facts).kind === 'absent'))
      return undefined;
  }
  return { by, inside: true };
}

function wildcard(path: string, list: IgnoreList, folder: string, facts: Facts): Found | undefined {
  const parts = path.split('/');
  const at = parts.findIndex(hasWildcard);
  const parent = parts.slice(0, at).join('/');
  if (parent !== '' && list.ignoresWholly(parent)) {
    const { by } = list.verdict(parent);
    return by === undefined ? undefined : { by, inside: true };
  }
  const prefix = parent === '' ? '' : `${parent}/`;
  if (at === parts.length - 1) {
    const entries = matching(entriesOf(folder, parent, facts) ?? [], parts[at] ?? '');
    const [first] = entries;
    if (first !== undefined) {
      const { by } = list.verdict(prefix + nameOf(first));
      return by !== undefined && entries.every((entry) => staysOut(entry, prefix, list))
        ? { by, inside: true }
        : undefined;
    }
  }
  // Text and `*` cover whatever a wildcard may stand for.
  const { ignored, by } = list.verdict(path);
  const covers =
    ignored && by !== undefined && !/[?[\\]/.test(by.value) && !list.patterns.some(({ negated }) => negated);
  return covers ? { by, inside: true } : undefined;
}

function staysOut(entry: string, prefix: string, list: IgnoreList): boolean {
  const path = prefix + nameOf(entry);
  return entry.endsWith('/') ? list.ignoresWholly(path) : list.ignores(path);
}

/** BuildKit frontend/dockerfile/dockerfile2llb/validations.go, validateCopySourcePath. */
function isFoundByBuildKit({ by, value }: ContextSource, list: IgnoreList): boolean {
  if (by === 'mount' || list.patterns.some(({ negated }) => negated)) return false;
  const path = cleanPath(value);
  if (path === '.' || path === '/')
    return list.patterns.some((pattern) => /^(?:\*|\*\*|\*\*\/\*)$/.test(pattern.value));
  return list.ignores(path);
}
