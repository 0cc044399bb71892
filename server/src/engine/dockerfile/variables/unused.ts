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
 * Arguments that nothing reads: for one before FROM, no FROM, no other such argument and no ARG of a stage; for one of
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
  const { names, preamble } = globalUses(doc);
  return names.has(name) || (preamble.get(name) ?? -1) > span.start;
}

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
  const { heirs, texts } = stageTexts(doc);
  const isRead = ({ opaque, run, names }: StageText, from: number): boolean =>
    opaque > from || (run > from && refreshes.test(name)) || (names().get(name) ?? -1) > from;
  const own = texts.get(stage);
  if (own !== undefined && isRead(own, index)) return true;
  return heirs.get(stage)?.some((heir) => isRead(heir, -1)) === true;
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

/** What a stage reads; places are indexes of instructions, -1 for none. */
interface StageText {
  /** The last RUN of a program that may read anything. */
  readonly opaque: number;
  /** The last RUN. */
  readonly run: number;
  /** Where each word is last named that may be a variable. */
  readonly names: () => ReadonlyMap<string, number>;
}

const stageTexts = memoised((doc: DockerfileDocument) => {
  const texts = new Map<Stage, StageText>();
  const heirs = new Map<Stage, StageText[]>();
  for (const stage of doc.stages) {
    let opaque = -1;
    let run = -1;
    for (let at = stage.instructions.length - 1; at >= 0 && opaque < 0; at--) {
      for (let each = stage.instructions[at]; each !== undefined; each = each.trigger) {
        if (each.keyword !== 'RUN') continue;
        run = Math.max(run, each.index);
        if (!runsOnlyPlainPrograms(doc, each)) opaque = each.index;
      }
    }
    let names: ReadonlyMap<string, number> | undefined;
    const text: StageText = { opaque, run, names: () => (names ??= namesIn(stage.instructions)) };
    texts.set(stage, text);
    for (let at = stage.parent; at !== undefined; at = at.parent) {
      const own = heirs.get(at) ?? [];
      heirs.set(at, own);
      own.push(text);
    }
  }
  return { texts, heirs };
});

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
