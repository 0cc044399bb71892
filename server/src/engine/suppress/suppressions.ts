import type { Instruction } from '../dockerfile/syntax/types.js';
import type { LintDocument } from '../lint.js';
import type { Diagnosed } from '../report.js';
import type { Catalogue, ForeignTool, RunSummary } from '../rule.js';
import { parseSuppressions } from './parse.js';
import type { SuppressedId, SuppressionComment } from './types.js';

/** The suppression comments of one document, and which of them did something in one run. */
export class Suppressions {
  readonly comments: readonly SuppressionComment[];
  readonly #doc: LintDocument;
  readonly #catalogue: Catalogue;
  readonly #wide: readonly SuppressionComment[];
  /** By the start of what they cover. */
  readonly #next = new Map<number, SuppressionComment[]>();
  readonly #used = new Set<SuppressedId>();

  constructor(doc: LintDocument, catalogue: Catalogue) {
    this.#doc = doc;
    this.#catalogue = catalogue;
    this.comments = parseSuppressions(doc);
    const valid = this.comments.filter(({ malformed, covers }) => malformed === undefined && covers !== undefined);
    this.#wide = valid.filter(({ scope }) => scope !== 'next');
    for (const comment of valid) {
      if (comment.scope !== 'next' || comment.covers === undefined) continue;
      const { start } = comment.covers;
      const at = this.#next.get(start);
      if (at === undefined) this.#next.set(start, [comment]);
      else at.push(comment);
    }
  }

  /** Whether a comment hides a finding; every comment that does counts as used. */
  hides(finding: Diagnosed): boolean {
    if (this.comments.length === 0) return false;
    const { start } = finding.owner ?? finding.at;
    const near = this.#next.get(this.#ownerStart(start)) ?? [];
    let hidden = false;
    for (const comment of [...near, ...this.#wide]) {
      const covers = comment.covers ?? { start: 0, end: -1 };
      if (start < covers.start || start > covers.end) continue;
      if (this.#names(comment, finding)) hidden = true;
    }
    return hidden;
  }

  /** Ids of our own comments that hid nothing although their rules are among `ran`. */
  unused(ran: ReadonlySet<string>): RunSummary['unused'] {
    return this.comments.flatMap((comment) => {
      if (comment.source !== 'docker-patterns' || comment.malformed !== undefined) return [];
      return comment.ids.flatMap((entry) => {
        const rule = this.#catalogue.aliases.get(entry.id) ?? entry.id;
        return ran.has(rule) && !this.#used.has(entry) ? [{ comment, id: entry.id, span: entry.span }] : [];
      });
    });
  }

  #names(comment: SuppressionComment, finding: Diagnosed): boolean {
    if (comment.ids.length === 0)
      return comment.source === 'docker-patterns' || foreign(finding, 'buildkit').length > 0;
    const matching = comment.ids.filter(({ id }) => this.#means(comment, id, finding));
    for (const entry of matching) this.#used.add(entry);
    return matching.length > 0;
  }

  #means({ source }: SuppressionComment, id: string, finding: Diagnosed): boolean {
    switch (source) {
      case 'docker-patterns':
        return (this.#catalogue.aliases.get(id) ?? id) === finding.rule.id;
      case 'hadolint':
        return foreign(finding, 'hadolint').includes(id) || foreign(finding, 'shellcheck').includes(id);
      case 'buildkit':
        return foreign(finding, 'buildkit').includes(id);
    }
  }

  /** Start of what a comment above would cover: the instruction, or the line. */
  #ownerStart(offset: number): number {
    if (this.#doc.language !== 'dockerfile') {
      const { source } = this.#doc;
      return source.lineSpan(source.lineAt(offset)).start;
    }
    return instructionAt(this.#doc.syntax.instructions, offset)?.span.start ?? -1;
  }
}

/** The ids of a tool for a finding: its own, or else those of its rule. */
export function foreign(finding: Diagnosed, tool: ForeignTool): readonly string[] {
  return finding.equivalents[tool] ?? finding.rule.equivalents[tool] ?? [];
}

/** The top-level instruction whose span holds an offset (its end included), by halving. */
export function instructionAt(instructions: readonly Instruction[], offset: number): Instruction | undefined {
  let low = 0;
  let high = instructions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = instructions[middle];
    if (candidate === undefined) return undefined;
    if (offset < candidate.span.start) high = middle - 1;
    else if (offset > candidate.span.end) low = middle + 1;
    else return candidate;
  }
  return undefined;
}
