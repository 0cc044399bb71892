import { memoised } from '../../memo.js';
import { contains, type Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Heredoc, Instruction, VariableUse, Word } from '../syntax/types.js';

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
    const add = (word: Word | undefined, earlier = none): void => {
      if (word !== undefined) uses.push(...inWord(word, instruction, earlier));
    };
    for (const { name, value } of instruction.flags) if (flags[keyword]?.includes(name) === true) add(value);
    if (keyword === 'ENV' || keyword === 'LABEL') {
      for (const { key, value } of instruction.pairs) {
        add(key);
        add(value);
      }
    } else if (keyword === 'ARG') {
      const earlier = new Set<string>();
      for (const { key, value } of instruction.pairs) {
        add(value, new Set(earlier));
        earlier.add(key.value);
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

function inWord(word: Word, instruction: Instruction, earlier: ReadonlySet<string>): readonly ExpandedUse[] {
  const checked = instruction.keyword !== 'EXPOSE';
  return word.variables.map(({ name, nameSpan, span, operator }) => {
    const guarded = word.variables.some((other) => isInsideOf(span, other, name));
    return { name, nameSpan, span, instruction, operator, guarded, heredoc: undefined, checked, earlier };
  });
}

/** Inside of `${NAME:+…}` the variable is set. */
function isInsideOf(span: Span, { name, operator, operandSpan }: VariableUse, wanted: string): boolean {
  return name === wanted && operandSpan !== undefined && /\+$/.test(operator ?? '') && contains(operandSpan, span);
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
    const plain = { operator: undefined, guarded: false, checked: true, earlier: none };
    uses.push({ name, nameSpan, span, instruction, heredoc, ...plain });
  }
  return uses;
}
