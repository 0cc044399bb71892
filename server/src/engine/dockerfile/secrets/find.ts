import { memoised } from '../../memo.js';
import { contains, type Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, KeyValue, Word } from '../syntax/types.js';
import { looksSecret } from './names.js';
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
  // Most files hold no token at all.
  const hasTokens = tokensIn(doc.source.text).length > 0;
  for (const keyword of ['ENV', 'ARG', 'LABEL']) {
    for (const instruction of doc.byKeyword(keyword)) {
      for (const pair of instruction.pairs) found.push(...inPair(instruction, pair, hasTokens));
    }
  }
  for (const keyword of ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'COPY', 'ADD']) {
    for (const instruction of doc.byKeyword(keyword)) found.push(...inTexts(doc, instruction, hasTokens));
  }
  return found.sort((a, b) => a.at.start - b.at.start);
});

/** In the command of an instruction and in its heredocs. */
function inTexts(doc: DockerfileDocument, instruction: Instruction, hasTokens: boolean): readonly HardcodedSecret[] {
  const { command, heredocs } = instruction;
  if (command === undefined && (heredocs.length === 0 || !hasTokens)) return none;
  const found: HardcodedSecret[] = [];
  if (hasTokens) {
    const texts = [...(command === undefined ? [] : [command.body]), ...heredocs.map(({ body }) => body)];
    for (const text of texts) {
      for (const { start, end, what } of tokensIn(text.text)) {
        found.push({ at: text.span(start, end), what, instruction, pair: undefined });
      }
    }
  }
  if (command === undefined) return found;
  if (!signs.test(command.body.text) && !heredocs.some(({ body }) => signs.test(body.text))) return found;
  for (const each of doc.commandsOf(instruction)) {
    for (const secret of secretArguments(each)) {
      const same = found.findIndex(({ at }) => contains(at, secret.at) || contains(secret.at, at));
      const before = found[same];
      if (before === undefined) found.push({ ...secret, instruction, pair: undefined });
      else found[same] = { ...before, ...secret, what: before.what };
    }
  }
  return found;
}

const none: readonly never[] = [];

/** Parts of the names of options, headers, variables and programs that `arguments.ts` looks at: a first look. */
const signs = /pass|token|secret|key|auth|pwd|cred|curl|lftp|mysql|mariadb/i;

/** Pairs with a secret for a value. Never throws. */
export const secretPairs = memoised(
  (doc: DockerfileDocument): ReadonlySet<KeyValue> =>
    new Set(hardcodedSecrets(doc).flatMap(({ pair }) => (pair === undefined ? [] : [pair]))),
);

/** Variables that web frameworks put into what browsers load. */
const forClients = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|PUBLIC|VITE|REACT_APP|GATSBY|VUE_APP|NG_APP)_/;

function inPair(instruction: Instruction, pair: KeyValue, hasTokens: boolean): readonly HardcodedSecret[] {
  const { key, value } = pair;
  if (value === undefined) return none;
  const [token] = hasTokens ? tokensIn(value.value) : none;
  if (token !== undefined && !(token.client && forClients.test(key.value))) {
    return [{ at: spanIn(value, token.start, token.end), what: token.what, instruction, pair }];
  }
  const named = instruction.keyword !== 'LABEL' && value.variables.length === 0;
  if (!named || !looksRandom(value.value) || !looksSecret('ENV', key.value, value.value)) return none;
  return [{ at: spanIn(value, 0, value.value.length), what: `the value of ${key.value}`, instruction, pair }];
}

/** A part of the value; where quotes or escapes make places uncertain, the whole word. */
function spanIn(word: Word, start: number, end: number): Span {
  const offset = word.text.indexOf(word.value);
  return offset < 0 ? word.span : word.at(offset + start, offset + end);
}
