import type { DockerfileDocument } from '../dockerfile/model/types.js';
import type { Instruction } from '../dockerfile/syntax/types.js';
import type { Span } from '../text/span.js';
import type { ParsedComment } from './forms/parsed.js';
import { commandBelow, type HeredocComment } from './shellComments.js';
import { Surroundings } from './surroundings.js';
import type { SuppressionComment } from './types.js';

/** What a comment covers, or why nothing. */
export interface Placement {
  readonly scope?: SuppressionComment['scope'];
  readonly covers?: Span;
  readonly misplaced?: string;
}

const inside = 'Inside an instruction this comment hides nothing; put it above the instruction.';
const atEnd = 'No instruction follows this comment, so it hides nothing.';

/** Tells what comments cover; asked in the order of the text. */
export class Placer {
  readonly #doc: DockerfileDocument;
  readonly #around: Surroundings;
  readonly #whole: Placement;
  /** The instruction and the place of the `check` comment that BuildKit reads above it: the first. */
  #checked: { readonly instruction: Instruction; readonly start: number } | undefined;

  constructor(doc: DockerfileDocument) {
    this.#doc = doc;
    this.#around = new Surroundings(doc.syntax);
    this.#whole = { scope: 'file', covers: { start: 0, end: doc.source.text.length } };
  }

  /** `index` counts the comments of the document. */
  comment(parsed: ParsedComment, span: Span, index: number): Placement {
    if (parsed.reach === 'file') return this.#whole;
    const next = this.#around.next(span);
    const instruction = this.#around.instructions[next];
    if (parsed.reach === 'head') return this.#head(span);
    if (instruction === undefined) return { misplaced: atEnd };
    if (instruction.span.start < span.start) return this.#inside(parsed, span, instruction);
    switch (parsed.reach) {
      case 'stage': {
        // hadolint: what follows the FROM below, or else the comment.
        const rest = this.#around.restOfStage(next);
        const start = instruction.keyword === 'FROM' ? instruction.span.end : span.end;
        return { scope: 'stage', covers: { start, end: Math.max(start, rest?.end ?? start) } };
      }
      case 'block': {
        const covers = this.#around.restOfStage(next);
        const misplaced = this.#misplaced(parsed, span, index, instruction);
        return misplaced === undefined && covers !== undefined
          ? { scope: 'stage', covers }
          : { misplaced: misplaced ?? atEnd };
      }
      case 'next':
      case 'command': {
        const misplaced = this.#misplaced(parsed, span, index, instruction);
        return misplaced === undefined ? { scope: 'next', covers: instruction.span } : { misplaced };
      }
    }
  }

  /** A comment that BuildKit takes for one about checks, whatever it says: of those above an instruction, one counts. */
  noteCheck(span: Span, index: number): void {
    const instruction = this.#around.instructions[this.#around.next(span)];
    if (instruction === undefined || instruction.span.start < span.start || this.#isIndented(span)) return;
    if (this.#checked?.instruction === instruction || this.#around.isForgotten(index, instruction)) return;
    this.#checked = { instruction, start: span.start };
  }

  /** A comment line of a here-document. */
  inHeredoc(parsed: ParsedComment, { span, instruction, body }: HeredocComment): Placement {
    if (parsed.source === 'checkov') return this.#whole;
    const covers = commandBelow(this.#doc, instruction, span, body);
    return covers === undefined ? {} : { scope: 'within', covers };
  }

  #head({ start }: Span): Placement {
    const [first] = this.#around.instructions;
    if (first === undefined || start < first.span.start) return this.#whole;
    return { misplaced: 'KICS reads this command only above the first instruction of the file.' };
  }

  #inside({ source }: ParsedComment, span: Span, instruction: Instruction): Placement {
    if (source !== 'shellcheck') return { misplaced: inside };
    const covers = commandBelow(this.#doc, instruction, span, undefined);
    return covers === undefined ? { scope: 'within', covers: instruction.span } : { scope: 'within', covers };
  }

  #isIndented({ start }: Span): boolean {
    return /[ \t]/.test(this.#doc.source.text.charAt(start - 1));
  }

  #misplaced({ source }: ParsedComment, span: Span, index: number, instruction: Instruction): string | undefined {
    const [topmost] = instruction.leadingComments;
    const apart = topmost === undefined || span.start < topmost.span.start;
    switch (source) {
      case 'hadolint':
        if (!apart) return undefined;
        return 'hadolint reads this comment only directly above an instruction, without a blank line between.';
      case 'trivy':
        if (!apart) return undefined;
        return 'Trivy reads this comment only directly above an instruction, without a blank line between.';
      case 'buildkit':
        if (this.#around.isForgotten(index, instruction)) {
          return 'An empty comment follows, so Docker does not see this one.';
        }
        if (this.#isIndented(span)) return 'Docker reads a "check" comment only at the start of its line.';
        if (this.#checked?.start === span.start) return undefined;
        return 'Docker reads only the first "check" comment above an instruction.';
      case 'kics':
        if (!this.#around.isForgotten(index, instruction)) return undefined;
        return 'An empty comment follows, so KICS does not see this one.';
      case 'docker-patterns':
      case 'checkov':
      case 'shellcheck':
      case 'dclint':
        return undefined;
    }
  }
}
