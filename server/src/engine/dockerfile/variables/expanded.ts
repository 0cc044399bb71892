import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Heredoc, Instruction, KeyValue, Word } from '../syntax/types.js';
import { wordError } from '../syntax/word.js';

/** A variable at a place where Docker itself puts in its value. */
export interface ExpandedUse {
  readonly name: string;
  /** The name without `$` and braces. */
  readonly nameSpan: Span;
  /** `$NAME` or `${NAME…}`; in a heredoc only to the end of the name. */
  readonly span: Span;
  readonly instruction: Instruction;
  /** `:-`, `%`, … as written; undefined without one, and in heredocs. */
  readonly operator: string | undefined;
  /** Set for sure: `$NAME` inside of `${NAME:+…}`. */
  readonly guarded: boolean;
  /** The pair of ENV, LABEL or ARG in which it stands. */
  readonly pair: KeyValue | undefined;
  /** The heredoc in whose body it stands. */
  readonly heredoc: Heredoc | undefined;
  /** BuildKit checks this place (UndefinedVar). */
  readonly checked: boolean;
  /** Names that earlier pairs of the same ARG declare. */
  readonly earlier: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
/** Flags whose value Docker expands. */
const flags: Readonly<Record<string, readonly string[]>> = {
  ADD: ['chown', 'chmod', 'checksum'],
  COPY: ['chown', 'chmod'],
  RUN: ['mount'],
};
/** Instructions whose words Docker expands; it does not check those of EXPOSE. */
const words: ReadonlySet<string> = new Set(['ADD', 'COPY', 'USER', 'VOLUME', 'WORKDIR', 'STOPSIGNAL', 'EXPOSE']);

/**
 * Every place where Docker puts in the value of a variable, but FROM and COPY --from: words, values of some flags, and
 * bodies of heredocs that COPY and ADD write (`Expand` in frontend/dockerfile/instructions/commands.go). Never throws.
 */
export const expandedUses = memoised((doc: DockerfileDocument): readonly ExpandedUse[] => {
  const { text } = doc.source;
  let dollar = text.indexOf('$');
  const uses: ExpandedUse[] = [];
  for (const instruction of doc.instructions) {
    const { keyword, span } = instruction;
    if (dollar < 0) break;
    if (dollar < span.start) dollar = text.indexOf('$', span.start);
    if (dollar < 0 || dollar >= span.end) continue;
    const add = (word: Word | undefined, pair?: KeyValue, earlier = none): void => {
      if (word !== undefined) uses.push(...inWord(word, instruction, pair, earlier));
    };
    for (const { name, value } of instruction.flags) if (flags[keyword]?.includes(name) === true) add(value);
    if (keyword === 'ENV' || keyword === 'LABEL') {
      for (const pair of instruction.pairs) {
        add(pair.key, pair);
        add(pair.value, pair);
      }
    } else if (keyword === 'ARG') {
      const earlier = new Set<string>();
      for (const pair of instruction.pairs) {
        if (pair.value !== undefined && pair.value.variables.length > 0) add(pair.value, pair, new Set(earlier));
        earlier.add(pair.key.value);
      }
    } else if (words.has(keyword)) {
      for (const word of instruction.words) add(word);
      if (keyword === 'COPY' || keyword === 'ADD') {
        for (const heredoc of instruction.heredocs) uses.push(...inHeredoc(heredoc, instruction));
      }
    }
  }
  return uses;
});

function inWord(
  word: Word,
  instruction: Instruction,
  pair: KeyValue | undefined,
  earlier: ReadonlySet<string>,
): readonly ExpandedUse[] {
  const { variables } = word;
  if (variables.length === 0 || wordError(word) !== undefined) return [];
  const checked = instruction.keyword !== 'EXPOSE';
  // The `${NAME:+…}` around a place, outermost first.
  const open: { readonly name: string; readonly end: number }[] = [];
  return variables.map(({ name, nameSpan, span, operator, operandSpan }) => {
    for (let last = open.at(-1); last !== undefined && last.end < span.end; last = open.at(-1)) open.pop();
    const guarded = open.some((outer) => outer.name === name);
    if (operandSpan !== undefined && operator?.endsWith('+') === true) open.push({ name, end: operandSpan.end });
    return { name, nameSpan, span, instruction, operator, guarded, pair, heredoc: undefined, checked, earlier };
  });
}

/** Quotes are ordinary characters there, and `\` is the escape character whatever the file says. */
function inHeredoc(heredoc: Heredoc, instruction: Instruction): readonly ExpandedUse[] {
  if (!heredoc.expand) return [];
  const { body } = heredoc;
  const uses: ExpandedUse[] = [];
  for (const match of body.text.matchAll(/\\[^]|\$(\{?)([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+)/gu)) {
    const [text, brace = '', name] = match;
    if (name === undefined) continue;
    const start = match.index + 1 + brace.length;
    const nameSpan = body.span(start, start + name.length);
    const span = body.span(match.index, match.index + text.length);
    const plain = { operator: undefined, guarded: false, pair: undefined, checked: true, earlier: none };
    uses.push({ name, nameSpan, span, instruction, heredoc, ...plain });
  }
  return uses;
}
