import { groupBy } from '../../groups.js';
import { memoised } from '../../memo.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { isDockers } from '../references/variables.js';
import type { MappedText } from '../../text/mapped.js';
import type { Instruction, KeyValue, Word } from '../syntax/types.js';
import { runsOnlyPlainPrograms } from './plainPrograms.js';

/** An argument that nothing reads. */
export interface UnusedArg {
  readonly instruction: Instruction;
  readonly pair: KeyValue;
  readonly global: boolean;
}

/** Settings that the programs of `plainPrograms.ts`, and scripts of the packages that they install, read by themselves. */
const settings = new RegExp(
  `^(?:${[
    'DEBIAN_FRONTEND|DEBCONF_\\w+|APT_(?:CONFIG|KEY_|LISTCHANGES_)\\w*|UCF_\\w+|NEEDRESTART_\\w+|ACCEPT_EULA',
    'LANG|LANGUAGE|LC_\\w+|TZ|TERM|HOME|PATH|SHELL|USER|TMPDIR|LD_(?:LIBRARY_PATH|PRELOAD)|BASH_ENV|ENV|IFS',
    'CURL_(?:CA_BUNDLE|HOME|SSL_BACKEND)|WGETRC|SSL_CERT_\\w+|GNUPGHOME|TAR_OPTIONS|GZIP|XZ_(?:OPT|DEFAULTS)|ZSTD_\\w+',
    'GIT_(?:ASKPASS|AUTHOR|COMMITTER|CONFIG|CURL|DIR|HTTP|SSH|SSL|TERMINAL|TRACE|WORK_TREE)\\w*',
  ].join('|')})$`,
  'i',
);
/** What people change so that the RUN below is run again. */
const refreshes =
  /bust|cache|date|time|stamp|rebuild|refresh|force|random|nonce|epoch|trigger|serial|commit|rev(?:ision)?(?:_|$)|sha(?:_|$|\d)|vcs_ref|build_?(?:id|num|no)/i;

/**
 * Arguments that nothing reads: for one before FROM, no FROM, no other such argument and no ARG of a stage, and no stage uses it without one; for one of
 * a stage, nothing below it in the stage and in those built from it names it, and no program that may look at its
 * environment runs there. Those of triggers are for other files. Never throws.
 */
export function* unusedArgs(doc: DockerfileDocument): Iterable<UnusedArg> {
  for (const instruction of doc.byKeyword('ARG')) {
    if (instruction.parent !== undefined) continue;
    const stage = doc.stageOf(instruction);
    for (const pair of instruction.pairs) {
      const name = pair.key.value;
      if (!/^[A-Za-z_]\w*$/.test(name)) continue;
      const used = stage === undefined ? isUsedGlobally(doc, name, pair) : isUsedIn(doc, stage, instruction, pair);
      if (!used && !isDockers(doc, name)) yield { instruction, pair, global: stage === undefined };
    }
  }
}

function isUsedGlobally(doc: DockerfileDocument, name: string, { span }: KeyValue): boolean {
  // A stage that uses the name without its own ARG wants this value.
  if ((lastUses(doc).get(name) ?? -1) > span.start) return true;
  const { names, preamble } = globalUses(doc);
  return names.has(name) || (preamble.get(name) ?? -1) > span.start;
}

/** Where `$NAME` last stands, wherever that may be. */
const lastUses = memoised(
  ({ source: { text } }: DockerfileDocument): ReadonlyMap<string, number> =>
    new Map([...text.matchAll(/\$\{?(\w+)/g)].map(({ 1: name = '', index }) => [name, index])),
);

/** Names that FROM uses or stages declare, and where the part before FROM last uses a name. */
const globalUses = memoised((doc: DockerfileDocument) => {
  const names = new Set<string>();
  const preamble = new Map<string, number>();
  for (const instruction of doc.byKeyword('FROM')) {
    for (const word of [...instruction.words, ...instruction.flags.map(({ value }) => value)]) {
      for (const { name } of word?.variables ?? []) names.add(name);
    }
  }
  for (const instruction of doc.byKeyword('ARG')) {
    const inStage = doc.stageOf(instruction) !== undefined;
    for (const { key, value } of instruction.pairs) {
      if (inStage) names.add(key.value);
      else for (const { name, span } of value?.variables ?? []) preamble.set(name, span.start);
    }
  }
  return { names, preamble };
});

function isUsedIn(doc: DockerfileDocument, stage: Stage, { index, pairs }: Instruction, pair: KeyValue): boolean {
  const name = pair.key.value;
  if (isNamedBelow(doc, stage, pair) || settings.test(name)) return true;
  if (pairs.some((other) => other.span.start > pair.span.start && usesInPair(other, name))) return true;
  const { own, opaque, run } = stageRuns(doc);
  const { first, last } = tourOf(doc).get(stage) ?? { first: 0, last: 0 };
  const ownRuns = own.get(stage) ?? { opaque: -1, run: -1 };
  if (ownRuns.opaque > index || anyWithin(opaque, first + 1, last)) return true;
  if (refreshes.test(name) && (ownRuns.run > index || anyWithin(run, first + 1, last))) return true;
  const places = namePlaces(doc).get(name);
  if (places === undefined) return false;
  return (places.indexes.get(stage) ?? -1) > index || anyWithin(places.stages, first + 1, last);
}

/** Whether one of the sorted numbers lies in `first..last`. */
function anyWithin(sorted: readonly number[], first: number, last: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && found <= last;
}

/** A first look: `$NAME` stands below in the stage, wherever that may be. */
function isNamedBelow({ source }: DockerfileDocument, stage: Stage, { key, span }: KeyValue): boolean {
  const name = key.value;
  for (let at = source.text.indexOf(name, span.end); at >= 0 && at < stage.span.end;) {
    const before = source.text.charAt(at - 1);
    const isUse = before === '$' || (before === '{' && source.text.charAt(at - 2) === '$');
    if (isUse && !/\w/.test(source.text.charAt(at + name.length))) return true;
    at = source.text.indexOf(name, at + name.length);
  }
  return false;
}

/** Numbers of the stages such that those built from a stage, whatever way, have the numbers behind its own up to `last`. */
const tourOf = memoised(
  (doc: DockerfileDocument): ReadonlyMap<Stage, { readonly first: number; readonly last: number }> => {
    const heirs = groupBy(doc.stages, ({ parent }) => parent);
    const tour = new Map<Stage, { first: number; last: number }>();
    const waiting: { readonly stage: Stage; readonly done: boolean }[] = [];
    const wait = (stages: readonly Stage[] = []): void => {
      for (const stage of stages) waiting.push({ stage, done: false });
    };
    let count = 0;
    wait(heirs.get(undefined));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { stage, done } = next;
      const numbers = tour.get(stage);
      if (done && numbers !== undefined) numbers.last = count - 1;
      if (done) continue;
      tour.set(stage, { first: count, last: count });
      count++;
      waiting.push({ stage, done: true });
      wait(heirs.get(stage));
    }
    return tour;
  },
);

/** In the order of the tour. */
const tourStages = memoised((doc: DockerfileDocument): readonly Stage[] => [...tourOf(doc).keys()]);

/** The last RUN of each stage, and the last one of a program that may read anything; and the numbers of such stages. */
const stageRuns = memoised((doc: DockerfileDocument) => {
  const own = new Map<Stage, { readonly opaque: number; readonly run: number }>();
  const opaqueStages: number[] = [];
  const runStages: number[] = [];
  for (const [number, stage] of tourStages(doc).entries()) {
    let opaque = -1;
    let run = -1;
    for (let at = stage.instructions.length - 1; at >= 0 && opaque < 0; at--) {
      for (let each = stage.instructions[at]; each !== undefined; each = each.trigger) {
        if (each.keyword !== 'RUN') continue;
        run = Math.max(run, each.index);
        if (!runsOnlyPlainPrograms(doc, each)) opaque = each.index;
      }
    }
    own.set(stage, { opaque, run });
    if (opaque >= 0) opaqueStages.push(number);
    if (run >= 0) runStages.push(number);
  }
  return { own, opaque: opaqueStages, run: runStages };
});

interface NamePlaces {
  /** The last instruction of each stage that names it, where that may mean the variable. */
  readonly indexes: Map<Stage, number>;
  /** The numbers of these stages. */
  readonly stages: number[];
}

const namePlaces = memoised((doc: DockerfileDocument): ReadonlyMap<string, NamePlaces> => {
  const names = new Map<string, NamePlaces>();
  for (const [number, stage] of tourStages(doc).entries()) {
    for (const [name, index] of namesIn(stage.instructions)) {
      const places = names.get(name) ?? { indexes: new Map<Stage, number>(), stages: [] };
      names.set(name, places);
      places.indexes.set(stage, index);
      places.stages.push(number);
    }
  }
  return names;
});

/** Where each word is last named that may be a variable. */
function namesIn(instructions: readonly Instruction[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const addWord = (word: Word | undefined, index: number): void => {
    for (const { name } of word?.variables ?? []) names.set(name, index);
  };
  const addText = ({ text }: MappedText, index: number): void => {
    for (const name of text.match(/[A-Za-z_]\w*/g) ?? []) names.set(name, index);
  };
  for (const top of instructions) {
    for (let each: Instruction | undefined = top; each !== undefined; each = each.trigger) {
      const { index, command, pairs } = each;
      for (const { value } of each.flags) addWord(value, index);
      for (const { body } of each.heredocs) addText(body, index);
      if (command !== undefined) addText(command.body, index);
      else if (pairs.length === 0) for (const word of each.words) addWord(word, index);
      for (const { key, value } of pairs) {
        addWord(key, index);
        addWord(value, index);
      }
    }
  }
  return names;
}

function usesInPair({ value }: KeyValue, name: string): boolean {
  return value?.variables.some((use) => use.name === name) === true;
}
