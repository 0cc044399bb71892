import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import type { Instruction, Word } from '../syntax/types.js';
import { trailingComment } from '../misread/trailingComment.js';
import { readPort, type PortFault, type PortSpec } from './spec.js';

/** A port that EXPOSE names. */
export interface ExposedPort {
  readonly instruction: Instruction;
  readonly word: Word;
  /** Index of the word in the instruction. */
  readonly index: number;
  /** After Docker's expansion. */
  readonly text: string;
  /** Undefined where the value is known only at build time. */
  readonly reading: PortSpec | PortFault | undefined;
  /** The place of `from..to` of the text; the whole word where it is written otherwise. */
  at(from: number, to: number): Span;
}

/**
 * The ports of every EXPOSE, triggers included, but not what was meant to be a comment behind them. Linear; never
 * throws.
 */
export const exposedPorts = memoised((doc: DockerfileDocument): readonly ExposedPort[] =>
  doc.byKeyword('EXPOSE').flatMap((instruction) => {
    const comment = trailingComment(doc, instruction)?.start ?? Infinity;
    return instruction.words.flatMap((word, index) =>
      word.span.start < comment ? portsOf(doc, instruction, word, index) : [],
    );
  }),
);

function portsOf(doc: DockerfileDocument, instruction: Instruction, word: Word, index: number): readonly ExposedPort[] {
  const { value, known } = doc.expand(word, instruction);
  const whole = { instruction, word, index, at: (): Span => word.span };
  // BuildKit loses what stands in front of `${X:-…}` here, and whether a variable is quoted decides about blanks.
  const unclear =
    word.variables.some(({ operator, span }) => operator !== undefined && span.start > word.span.start) ||
    (word.variables.length > 0 && /["']/.test(word.text) && /\s/.test(value));
  if (!known || unclear) return [{ ...whole, text: word.text, reading: undefined }];
  if (word.variables.length === 0) {
    const at = word.text === value ? (from: number, to: number): Span => word.at(from, to) : whole.at;
    return [{ ...whole, text: value, reading: readPort(value), at }];
  }
  // The value of a variable without quotes may hold several ports, or none.
  const texts = value.split(/\s+/).filter((text) => text !== '');
  return texts.map((text) => ({ ...whole, text, reading: readPort(text) }));
}
