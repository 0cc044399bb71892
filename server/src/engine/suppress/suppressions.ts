import type { Instruction } from '../dockerfile/syntax/types.js';
import type { Diagnosed } from '../report.js';
import type { Catalogue, ForeignTool, LintDocument, RunSummary } from '../rule.js';
import { groupBy } from '../groups.js';
import type { Span } from '../text/span.js';
import { Coverage, StageCoverage } from './coverage.js';
import { parseSuppressions } from './parse.js';
import type { SuppressedId, SuppressionComment, SuppressionSource } from './types.js';

/** The suppression comments of one document, and which of them did something in one run. */
export class Suppressions {
  readonly comments: readonly SuppressionComment[];
  readonly #doc: LintDocument;
  readonly #catalogue: Catalogue;
  readonly #used = new Set<SuppressedId>();
  readonly #file = new Coverage(this.#used);
  readonly #stages = new StageCoverage(this.#used);
  /** By the start of what they cover. */
  readonly #next = new Map<number, Coverage>();

  constructor(doc: LintDocument, catalogue: Catalogue) {
    this.#doc = doc;
    this.#catalogue = catalogue;
    this.comments = parseSuppressions(doc);
    for (const comment of this.comments) {
      if (comment.malformed !== undefined || comment.covers === undefined) continue;
      const keyOf = ({ id }: SuppressedId): string => `${comment.source} ${this.#meant(comment, id)}`;
      if (comment.scope === 'stage') this.#stages.add(comment, keyOf);
      else this.#coverage(comment.scope, comment.covers.start).add(comment, keyOf);
    }
  }

  /** Whether a comment hides a finding; every comment that does counts as used. */
  hides(finding: Diagnosed): boolean {
    if (this.comments.length === 0) return false;
    const keys = keysOf(finding);
    if (finding.owners === undefined) return this.#hide(keys, ownerOf(finding, 'docker-patterns').start);
    let hidden = false;
    for (const [start, some] of groupBy(keys, (key) => ownerOf(finding, sourceOf(key)).start)) {
      if (this.#hide(some, start)) hidden = true;
    }
    return hidden;
  }

  #hide(keys: readonly string[], start: number): boolean {
    const near = this.#next.get(this.#ownerStart(start));
    const places = near === undefined ? [this.#file] : [near, this.#file];
    const isCheck = keys.some((key) => sourceOf(key) === 'buildkit');
    let hidden = this.#stages.hides(keys, start);
    for (const place of places) {
      if (place.everything || (place.everyCheck && isCheck)) hidden = true;
      if (place.hides(keys)) hidden = true;
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

  #coverage(scope: 'next' | 'file', start: number): Coverage {
    if (scope === 'file') return this.#file;
    const coverage = this.#next.get(start) ?? new Coverage(this.#used);
    this.#next.set(start, coverage);
    return coverage;
  }

  #meant({ source }: SuppressionComment, id: string): string {
    return source === 'docker-patterns' ? (this.#catalogue.aliases.get(id) ?? id) : id;
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

/** What comments may call a finding, each form under its own name. */
function keysOf(finding: Diagnosed): readonly string[] {
  return [
    `docker-patterns ${finding.rule.id}`,
    ...foreign(finding, 'hadolint').map((id) => `hadolint ${id}`),
    ...foreign(finding, 'shellcheck').map((id) => `hadolint ${id}`),
    ...foreign(finding, 'buildkit').map((id) => `buildkit ${id}`),
  ];
}

/** The form of the comments that may hold a key. */
function sourceOf(key: string): SuppressionSource {
  return key.startsWith('hadolint ') ? 'hadolint' : key.startsWith('buildkit ') ? 'buildkit' : 'docker-patterns';
}

/** Where comments of a form are looked for. */
export function ownerOf({ at, owner = at, owners }: Diagnosed, source: SuppressionSource): Span {
  return (source === 'docker-patterns' ? undefined : owners?.[source]) ?? owner;
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
