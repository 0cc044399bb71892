import { nearest } from '../../didYouMean.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised, weaklyMemoised } from '../../memo.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Entry } from './entries.js';
import { entryAt, entryFacts } from './entries.js';
import type { BuildContext } from './folders.js';
import { contextOf, folderFacts, foldersUpward, isFixed, namesIn } from './folders.js';
import { gitFacts, isGitIgnored } from './gitFacts.js';
import { ignoreFacts, ignoreFileOf } from './ignoreFile.js';
import { looksBuilt } from './outputs.js';
import { leadsOutside } from './outside.js';
import type { ContextSource } from './sources.js';
import { contextSources } from './sources.js';

/** A source that is not in the build context. */
export interface MissingSource {
  readonly source: ContextSource;
  /** What may have been meant, with the part of the path that is wrong. */
  readonly near: { readonly name: string; readonly part: string; readonly onlyCase: boolean } | undefined;
  /** The Compose file that says which folder the context is. */
  readonly saidBy: string | undefined;
}

type Absent = Extract<Entry, { kind: 'absent' }>;

/** So many sources are looked for. */
const most = 100;

/** Facts about what a Dockerfile takes from its context: where that is, what is in it, what is left out of it. */
export function sourceFacts(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  return questions(doc)(known);
}

const questions = memoised((doc: DockerfileDocument) => weaklyMemoised((known: Facts) => questionsOf(doc, known)));

function questionsOf(doc: DockerfileDocument, known: Facts): readonly FactQuery[] {
  const context = contextOf(doc, known);
  if (context === undefined) return folderFacts(doc, known);
  const sources = fixedSources(doc);
  return [
    ...folderFacts(doc, known),
    ...ignoreFacts(doc, known),
    ...sources.flatMap(({ path }) => entryFacts(context.folder, path)),
    ...sources.flatMap((source) => (isAbsent(source, context, known) ? absenceFacts(doc, context, source) : [])),
  ];
}

/** What must be known before a file may be called missing: that it is nowhere else, and that Git does not ignore it. */
function absenceFacts(
  doc: DockerfileDocument,
  { folder }: BuildContext,
  { path, wildcard }: ContextSource,
): readonly FactQuery[] {
  const places = wildcard
    ? []
    : foldersUpward(doc.path).map((place): FactQuery => ({ kind: 'exists', path: place + path }));
  return [...places, ...gitFacts(doc, folder, path)];
}

function isAbsent({ path }: ContextSource, { folder }: BuildContext, facts: Facts): boolean {
  return entryAt(folder, path, facts).kind === 'absent';
}

function fixedSources(doc: DockerfileDocument): readonly ContextSource[] {
  return contextSources(doc)
    .filter((source) => isFixed(source) && source.path !== '')
    .slice(0, most);
}

/**
 * What a build would look for in vain. Left out are files that a step before the build may make (by their names, or
 * because Git ignores them), wildcards that people write for files that need not be there, and, where it is not sure
 * which folder is the context, whatever has no near name.
 */
export function* missingSources(doc: DockerfileDocument, facts: Facts): Iterable<MissingSource> {
  const context = contextOf(doc, facts);
  if (context === undefined) return;
  const { list } = ignoreFileOf(doc, facts) ?? {};
  for (const source of fixedSources(doc)) {
    if (leadsOutside(doc, source, facts) !== undefined) continue;
    const entry = entryAt(context.folder, source.path, facts);
    if (entry.kind !== 'absent' || list?.ignores(source.path) === true) continue;
    if (source.wildcard ? !mustMatch(source) : context.saidBy === undefined && existsSomewhere(doc, source, facts))
      continue;
    const near = nearName(source, entry);
    if (near?.onlyCase === true && mayIgnoreCase(doc, source)) continue;
    if (!isTypo(source, near) && !isWanted(doc, source, entry, context, facts)) continue;
    if (isGitIgnored(doc, context.folder, source.path, facts)) continue;
    yield { source, near: near ?? besideDockerfile(doc, source, context, facts), saidBy: context.saidBy };
  }
}

/** A file beside the Dockerfile, while the context is a folder above. */
function besideDockerfile(
  doc: DockerfileDocument,
  { path, wildcard }: ContextSource,
  { folder, saidBy }: BuildContext,
  facts: Facts,
): MissingSource['near'] {
  const levels = folder.split('../').length - 1;
  if (saidBy === undefined || wildcard || levels === 0 || folder !== '../'.repeat(levels)) return undefined;
  if (facts.presence(path) !== 'present' || entryAt('', path, facts).kind === 'absent') return undefined;
  const home = doc.path?.split('/').slice(0, -1).slice(-levels).join('/');
  const [part = ''] = path.split('/', 1);
  return home === undefined ? undefined : { name: `${home}/${part}`, part, onlyCase: false };
}

/** `exists` may be true for another case of the letters; then the list is right. */
function existsSomewhere(doc: DockerfileDocument, { path }: ContextSource, facts: Facts): boolean {
  return foldersUpward(doc.path).some((folder) => {
    const presence = facts.presence(folder + path);
    if (presence === 'absent') return false;
    return presence === 'unknown' || entryAt(folder, path, facts).kind !== 'absent';
  });
}

/** A pattern that is the only source, and no `name*` for a file that may be there. */
function mustMatch({ instruction, path }: ContextSource): boolean {
  return instruction.words.length === 2 && !/[^/]\*$|\[[^/]\]$/.test(path.replace(/^\*$/, 'a*'));
}

/** Windows tells no case apart, and an unknown base may be of Windows. */
function mayIgnoreCase(doc: DockerfileDocument, { instruction }: ContextSource): boolean {
  const stage = doc.stageOf(instruction);
  return stage?.os === 'windows' || (stage?.os !== 'linux' && stage?.baseImage === undefined);
}

/** Whether the name that was meant is plain. */
function isTypo({ path }: ContextSource, near: MissingSource['near']): boolean {
  if (near === undefined) return false;
  return near.onlyCase || (!looksBuilt(path) && isOneEdit(near.name, near.part));
}

/** Whether a file that is not there can only be a mistake. */
function isWanted(
  doc: DockerfileDocument,
  source: ContextSource,
  { index }: Absent,
  context: BuildContext,
  facts: Facts,
): boolean {
  const { found, missing, doubtful, folder, saidBy } = context;
  if (doubtful || looksBuilt(source.path) || maybeProgram(doc, source) || isForOther(doc, source, context, facts))
    return false;
  if (saidBy !== undefined) return /\.[a-z][^/]*$/i.test(source.path) || (index === 0 && found > 0);
  if (/\.[a-z][^/]*$/i.test(source.path))
    return folder === '' ? found > 0 && found >= missing : found > 1 && found > missing;
  return index === 0 && found > 1 && found > missing;
}

/** Whether nothing of what a stage copies is there, so that it may be built with a context of its own. */
function isForOther(
  doc: DockerfileDocument,
  { instruction }: ContextSource,
  { folder }: BuildContext,
  facts: Facts,
): boolean {
  const stage = doc.stageOf(instruction);
  if (stage === undefined || stage.isFinal) return false;
  return fixedSources(doc).every(
    (source) => doc.stageOf(source.instruction) !== stage || entryAt(folder, source.path, facts).kind === 'absent',
  );
}

/** A name without extension that the image runs, or that goes where programs are: a release tool puts it into the context. */
function maybeProgram(doc: DockerfileDocument, { path, instruction }: ContextSource): boolean {
  if (/[/.]/.test(path)) return false;
  const target = instruction.words.at(-1)?.value ?? '';
  if (/^\/(?:[^/]*|.*bin(?:\/.*)?)$/.test(target)) return true;
  const starts = [...doc.byKeyword('ENTRYPOINT'), ...doc.byKeyword('CMD')];
  return starts.some(({ words }) => words.some(({ value }) => value === path || value.endsWith(`/${path}`)));
}

function nearName({ path, wildcard }: ContextSource, { part, index, entries }: Absent): MissingSource['near'] {
  if (wildcard && /[*?[\\]/.test(part)) return undefined;
  const inner = index < path.split('/').length - 1;
  const { names: all, folders, byLowerCase } = namesIn(entries);
  const names = inner ? folders : all;
  const same = byLowerCase.get(part.toLowerCase());
  const name = same ?? nearest(part, names);
  return name === undefined ? undefined : { name, part, onlyCase: same !== undefined };
}

/** Whether one letter more, less, other or moved makes one word of the other, regardless of case. */
export function isOneEdit(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const [a, b] =
    one.length <= other.length ? [one.toLowerCase(), other.toLowerCase()] : [other.toLowerCase(), one.toLowerCase()];
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return a.length > 3;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
