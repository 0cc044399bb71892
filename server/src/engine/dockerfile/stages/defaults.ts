import { memoised } from '../../memo.js';
import type { Lookup } from '../model/expand.js';
import { expandText } from '../model/expand.js';
import { parseImageReference } from '../model/image.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import type { KeyValue, Word } from '../syntax/types.js';
import { isForOthers } from './imageName.js';

/** Stand-ins for what Docker sets itself. One that can be empty has a value here, so that nothing is said of it. */
const predefined: readonly (readonly [string, string])[] = ['BUILD', 'TARGET'].flatMap((side) => [
  [`${side}PLATFORM`, 'linux/amd64'],
  [`${side}OS`, 'linux'],
  [`${side}OSVERSION`, '1'],
  [`${side}ARCH`, 'amd64'],
  [`${side}VARIANT`, 'v1'],
]);

/** The global ARGs of a file as a build without arguments sees them. */
interface Defaults {
  readonly values: ReadonlyMap<string, string>;
  /** The last declaration of each name. */
  readonly declarations: ReadonlyMap<string, KeyValue>;
  /** A value that Docker cannot read: it refuses the file, and there are no defaults. */
  readonly broken: boolean;
}

/** After BuildKit's dockerfile2llb/convert.go, buildMetaArgs: what has no value is empty. */
export const globalDefaults = memoised((doc: DockerfileDocument): Defaults => {
  const values = new Map<string, string>([...predefined, ['TARGETSTAGE', doc.finalStage?.name ?? 'default']]);
  const declarations = new Map<string, KeyValue>();
  let broken = false;
  for (const { keyword, pairs } of doc.preamble) {
    if (keyword !== 'ARG') continue;
    for (const pair of pairs) {
      const name = pair.key.value;
      declarations.set(name, pair);
      if (pair.value === undefined) continue;
      const value = expand(doc, pair.value.text, values);
      if (value === undefined) broken = true;
      else values.set(name, value);
    }
  }
  return { values, declarations, broken };
});

/**
 * What FROM names in a build that is given no arguments; undefined without variables, or where Docker cannot read it.
 * Never throws.
 */
export function imageByDefault(doc: DockerfileDocument, { image }: Stage): string | undefined {
  return image && byDefault(doc, image);
}

/** Whether nothing is left of a word with variables in a build that is given no arguments. Never throws. */
export function isEmptyByDefault(doc: DockerfileDocument, word: Word): boolean {
  return byDefault(doc, word) === '';
}

function byDefault(doc: DockerfileDocument, word: Word): string | undefined {
  if (word.variables.length === 0) return undefined;
  const { values, broken } = globalDefaults(doc);
  return broken ? undefined : expand(doc, word.content, values);
}

/** That name where neither an image nor a stage above can have it, and no other program is meant to read it. */
export function unusableDefault(doc: DockerfileDocument, stage: Stage): string | undefined {
  const name = imageByDefault(doc, stage);
  if (name === undefined || isForOthers(name) || parseImageReference(name) !== undefined) return undefined;
  return doc.stages.some((other) => other.index < stage.index && other.name === name) ? undefined : name;
}

/** Variables with a plain value that ARG or ENV sets inside a stage, by name; the first of each. */
export const declaredInStages = memoised((doc: DockerfileDocument): ReadonlyMap<string, KeyValue> => {
  const found = new Map<string, KeyValue>();
  for (const instruction of [...doc.byKeyword('ARG'), ...doc.byKeyword('ENV')]) {
    if (doc.stageOf(instruction) === undefined) continue;
    for (const pair of instruction.pairs) {
      if (pair.legacy || found.has(pair.key.value)) continue;
      found.set(pair.key.value, pair);
    }
  }
  return found;
});

function expand(doc: DockerfileDocument, text: string, values: ReadonlyMap<string, string>): string | undefined {
  const lookup = (name: string): Lookup => {
    const value = values.get(name);
    return value === undefined ? 'unset' : { value };
  };
  const { value, known } = expandText(text, lookup, { escape: doc.syntax.escape });
  return known ? value : undefined;
}
