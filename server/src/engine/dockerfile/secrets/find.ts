import { memoised } from '../../memo.js';
import { contains, type Span } from '../../text/span.js';
import type { MappedText } from '../../text/mapped.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, KeyValue, Word } from '../syntax/types.js';
import { looksSecret } from '../secretNames.js';
import { secretArguments, type GivenSecret } from './arguments.js';
import { looksRandom, tokensIn } from './tokens.js';

/** A secret that is written into the file. */
export interface HardcodedSecret extends GivenSecret {
  readonly instruction: Instruction;
  /** The variable or label that it is given to. */
  readonly pair: KeyValue | undefined;
}

/** Secrets in ENV, ARG and LABEL, in commands, and in the bodies of heredocs; in the order of the text. Never throws. */
export const hardcodedSecrets = memoised((doc: DockerfileDocument): readonly HardcodedSecret[] => {
  const found: HardcodedSecret[] = [];
  for (const instruction of doc.instructions) {
    if (instruction.trigger !== undefined) continue;
    const own: HardcodedSecret[] = [];
    const { pairs, command, heredocs } = instruction;
    for (const pair of pairs) own.push(...inPair(instruction, pair));
    const texts = [...(command === undefined ? [] : [command.body]), ...heredocs.map(({ body }) => body)];
    for (const text of texts) {
      for (const { at, what } of inText(text)) own.push({ at, what, instruction, pair: undefined });
    }
    if (command !== undefined) {
      for (const each of doc.commandsOf(instruction)) {
        for (const secret of secretArguments(each)) {
          const same = own.findIndex(({ at }) => contains(at, secret.at) || contains(secret.at, at));
          if (same < 0) own.push({ ...secret, instruction, pair: undefined });
          else if (own[same] !== undefined) own[same] = { ...own[same], ...secret, what: own[same].what };
        }
      }
    }
    found.push(...own.sort((a, b) => a.at.start - b.at.start));
  }
  return found;
});

/** Pairs with a secret for a value. Never throws. */
export const secretPairs = memoised(
  (doc: DockerfileDocument): ReadonlySet<KeyValue> =>
    new Set(hardcodedSecrets(doc).flatMap(({ pair }) => (pair === undefined ? [] : [pair]))),
);

function inPair(instruction: Instruction, pair: KeyValue): readonly HardcodedSecret[] {
  const { key, value } = pair;
  if (value === undefined) return [];
  const [token] = tokensIn(value.value);
  if (token !== undefined) {
    return [{ at: spanIn(value, token.start, token.end), what: token.what, instruction, pair }];
  }
  const named = instruction.keyword !== 'LABEL' && value.variables.length === 0;
  if (!named || !looksSecret('ENV', key.value, value.value) || !looksRandom(value.value)) return [];
  return [{ at: spanIn(value, 0, value.value.length), what: `the value of ${key.value}`, instruction, pair }];
}

/** A part of the value; where quotes or escapes make places uncertain, the whole word. */
function spanIn(word: Word, start: number, end: number): Span {
  const offset = word.text.indexOf(word.value);
  return offset < 0 ? word.span : word.at(offset + start, offset + end);
}

function inText(text: MappedText): readonly { at: Span; what: string }[] {
  return tokensIn(text.text).map(({ start, end, what }) => ({ at: text.span(start, end), what }));
}
