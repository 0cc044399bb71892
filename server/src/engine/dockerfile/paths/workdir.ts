import type { Fix } from '../../rule.js';
import { memoised } from '../../memo.js';
import type { DockerfileDocument, OperatingSystem, Stage } from '../model/types.js';
import { joinWorkdir } from '../model/workdir.js';
import type { Instruction } from '../syntax/types.js';

/** A WORKDIR that does not start at the root. */
export interface RelativeWorkdir {
  /** Value as far as it is known. */
  readonly value: string;
  /** No WORKDIR stands before it in the stage or the stages that it is built from. */
  readonly first: boolean;
}

/** The WORKDIR as a relative one; undefined for an absolute one and where a variable decides. Never throws. */
export function relativeWorkdir(doc: DockerfileDocument, instruction: Instruction): RelativeWorkdir | undefined {
  const word = instruction.words[0];
  const stage = doc.stageOf(instruction);
  if (word === undefined || word.text === '') return undefined;
  const { value, known } = doc.expand(word, instruction);
  if (value === '' || (!known && value.startsWith('$')) || isAbsolutePath(value, stage?.os ?? 'unknown'))
    return undefined;
  const first = !hasWorkdirBefore(doc, instruction);
  return { value, first };
}

/** Whether a path starts at the root, or on Windows at that of a drive. Never throws. */
export function isAbsolutePath(path: string, os: OperatingSystem): boolean {
  if (path.startsWith('/')) return true;
  return os !== 'linux' && /^(?:[A-Za-z]:)?[\\/]/.test(path);
}

/**
 * Whether the file sets a working directory for an instruction: above it in its stage, or in one that this is built from.
 * For a trigger all of its stage is above. Never throws.
 */
export function hasWorkdirBefore(doc: DockerfileDocument, instruction: Instruction): boolean {
  const stage = doc.stageOf(instruction);
  if (stage === undefined) return false;
  const firsts = firstWorkdirs(doc);
  const ofTrigger = instruction.parent !== undefined;
  for (let each: Stage | undefined = stage; each !== undefined; each = each.parent) {
    const { own, triggered } = firsts.get(each) ?? never;
    const here = each === stage;
    if (own < (here && !ofTrigger ? instruction.index : Infinity)) return true;
    if (triggered < (here ? (ofTrigger ? instruction.index : 0) : Infinity)) return true;
  }
  return false;
}

const never = { own: Infinity, triggered: Infinity };

/** Where each stage first has a WORKDIR, and a trigger with one. */
const firstWorkdirs = memoised((doc: DockerfileDocument) => {
  const firsts = new Map<Stage, { own: number; triggered: number }>();
  for (const workdir of doc.byKeyword('WORKDIR')) {
    const stage = doc.stageOf(workdir);
    if (stage === undefined) continue;
    const first = firsts.get(stage) ?? { ...never };
    firsts.set(stage, first);
    if (workdir.parent === undefined) first.own = Math.min(first.own, workdir.index);
    else first.triggered = Math.min(first.triggered, workdir.index);
  }
  return firsts;
});

/** A longer path helps nobody. */
const longest = 200;

/**
 * The absolute path in place of a relative one: a safe fix where the folder is known, else one that a person checks. None
 * below a WORKDIR whose place is not known. Never throws.
 */
export function absoluteWorkdir(doc: DockerfileDocument, instruction: Instruction): Fix | undefined {
  const word = instruction.words[0];
  if (word === undefined) return undefined;
  const here = doc.workdirAt(instruction);
  if (here === undefined ? hasWorkdirBefore(doc, instruction) : here.length > longest) return undefined;
  const base = here?.replaceAll('\\', '/');
  const { text, value } = word;
  const plain = text === value && word.variables.length === 0;
  const joined = plain ? joinWorkdir(base ?? '/', value.replaceAll('\\', '/'), 'linux') : undefined;
  const quote = /^["']/.exec(text)?.[0] ?? '';
  const start = word.at(0, 0).start + quote.length;
  const prefix = `${base === undefined || base === '/' ? '' : base}/`;
  if (joined === undefined && (text.slice(quote.length).startsWith('.') || prefix.includes(' '))) return undefined;
  const edit = joined === undefined ? { span: { start, end: start }, text: prefix } : { span: word.span, text: joined };
  const written = joined ?? `${prefix}${text.slice(quote.length).replace(/["']$/, '')}`;
  return { title: `Write ${written}`, safety: base === undefined ? 'suggestion' : 'safe', edits: () => [edit] };
}
