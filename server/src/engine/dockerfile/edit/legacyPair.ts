import type { Edit, Span } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import { quotedEdits, type PlacedText } from './quoteValue.js';
import type { Instruction, KeyValue, Word } from '../syntax/types.js';

/** What a pair without an equals sign was probably meant to be. */
export type LegacyMeaning =
  /** `key value`. */
  | 'pair'
  /** `KEY = value`: the equals sign is part of the value. */
  | 'spaced'
  /** `ENV A 1 \` and `B 2` below: all of it is the value of A. */
  | 'several';

/** Never throws. */
export function legacyMeaning(instruction: Instruction, value: Word): LegacyMeaning {
  if (value.text.startsWith('=')) return 'spaced';
  if (instruction.keyword !== 'ENV' || instruction.continuations.length === 0) return 'pair';
  const others = linesOf(instruction, value)?.slice(1) ?? [];
  return others.length > 0 && others.every(({ text }) => variableLine.test(text)) ? 'several' : 'pair';
}

const variableLine = /^[A-Z_][A-Z\d_]+(?:[ \t]+[^ \t=]|=)/;

/** The edits that write a pair with an equals sign, as it was meant; undefined where that is not plain. Never throws. */
export function withEquals(
  doc: DockerfileDocument,
  instruction: Instruction,
  { key, value }: KeyValue,
  meaning: LegacyMeaning,
): readonly Edit[] | undefined {
  if (value === undefined) return undefined;
  const { escape } = doc.syntax;
  if (meaning === 'several') return severalEdits(doc, instruction, key, value);
  const skip = meaning === 'spaced' ? (/^=\s*/.exec(value.text)?.[0].length ?? 0) : 0;
  const rest = within(value, skip);
  if (rest.text === '' || (skip > 0 && rest.text.includes('='))) return undefined;
  const gap = { start: key.span.end, end: rest.at(0, 1).start };
  const edits = quotedEdits(rest, escape);
  if (
    edits === undefined ||
    instruction.innerComments.some(({ span }) => span.start > gap.start && span.start < gap.end)
  )
    return undefined;
  return joined(gap, edits);
}

/** The equals sign in the place of the gap, with a quote that is inserted behind it. */
function joined(gap: Span, edits: readonly Edit[]): readonly Edit[] {
  const [first, ...others] = edits;
  const quote = first !== undefined && first.span.start === gap.end && first.span.end === gap.end ? first : undefined;
  return [{ span: gap, text: `=${quote?.text ?? ''}` }, ...(quote === undefined ? edits : others)];
}

function severalEdits(
  doc: DockerfileDocument,
  instruction: Instruction,
  key: Word,
  value: Word,
): readonly Edit[] | undefined {
  const lines = linesOf(instruction, value);
  if (lines === undefined || /["'\\`]/.test(value.text)) return undefined;
  const { escape } = doc.syntax;
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    const name = index === 0 ? 0 : (/^[A-Z_][A-Z\d_]+/.exec(line.text)?.[0].length ?? 0);
    const rest = index === 0 ? line : within(line, line.text.length - line.text.slice(name).trimStart().length);
    const quoted = line.text.charAt(name) === '=' && index > 0 ? undefined : quotedEdits(rest, escape);
    if (quoted !== undefined) {
      const start = index === 0 ? key.span.end : line.at(0, name).end;
      edits.push(...joined({ start, end: rest.at(0, 1).start }, quoted));
    } else if (index === 0 || /\s/.test(line.text)) return undefined;
  }
  return edits;
}

/** The lines of a value, which goes on to the end of its instruction; undefined where one holds nothing. */
function linesOf({ body }: Instruction, value: Word): readonly PlacedText[] | undefined {
  const lines: PlacedText[] = [];
  let at = 0;
  for (const { start, end } of body.pieces(body.text.length - value.text.length)) {
    const line = value.text.slice(at, at + end - start);
    const from = at + line.length - line.trimStart().length;
    const text = line.trim();
    if (text === '') return undefined;
    lines.push(within(value, from, from + text.length));
    at += end - start;
  }
  return lines;
}

function within(whole: PlacedText, start: number, end = whole.text.length): PlacedText {
  return { text: whole.text.slice(start, end), at: (from, to) => whole.at(start + from, start + to) };
}
