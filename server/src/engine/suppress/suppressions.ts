import { entryLinesAt } from '../compose/entries.js';
import type { Instruction } from '../dockerfile/syntax/types.js';
import { meantIds } from '../foreign/ids.js';
import { kicsQueries } from '../foreign/kicsQueries.js';
import { groupBy } from '../groups.js';
import type { Diagnosed } from '../report.js';
import type { Catalogue, ForeignTool, LintDocument, RunSummary } from '../rule.js';
import type { Span } from '../text/span.js';
import { Coverage, PartCoverage, StageCoverage, type Keyed } from './coverage.js';
import { parseSuppressions } from './parse.js';
import type { SuppressedId, SuppressionComment, SuppressionSource } from './types.js';

/** What decides which comments count. */
export interface SuppressionOptions {
  /** Today, ISO. */
  readonly date: string;
  /** The ignore comments of hadolint hide nothing (`disable-ignore-pragma`). */
  readonly withoutHadolint?: boolean;
}

/** Tools whose comments are read. Those of hadolint name checks of ShellCheck, too. */
const tools: readonly ForeignTool[] = ['hadolint', 'buildkit', 'shellcheck', 'trivy', 'checkov', 'kics', 'dclint'];
/** What dclint says of a file before it looks for its comments. */
const beforeComments: ReadonlySet<string> = new Set(['invalid-yaml', 'invalid-schema', 'unknown-error']);

/** The suppression comments of one document, and which of them did something in one run. */
export class Suppressions {
  /** Every comment, also those that do not count. */
  readonly comments: readonly SuppressionComment[];
  readonly #doc: LintDocument;
  readonly #catalogue: Catalogue;
  readonly #used = new Set<SuppressedId>();
  readonly #file = new Coverage(this.#used);
  readonly #stages = new StageCoverage(this.#used);
  readonly #parts = new PartCoverage();
  /** By the start of what they cover. */
  readonly #next = new Map<number, Coverage>();

  constructor(doc: LintDocument, catalogue: Catalogue, { date, withoutHadolint = false }: SuppressionOptions) {
    this.#doc = doc;
    this.#catalogue = catalogue;
    this.comments = parseSuppressions(doc);
    for (const comment of this.comments) {
      const { source, scope, covers, until } = comment;
      if (covers === undefined || (withoutHadolint && source === 'hadolint')) continue;
      if (until !== undefined && until <= date) continue;
      const keyed: Keyed = { covers, keys: this.#keysFor(comment) };
      if (scope === 'stage') this.#stages.add(keyed);
      else if (scope === 'within') this.#parts.add(this.#ownerStart(covers.start), keyed);
      else this.#coverage(scope, covers.start).add(keyed);
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
    const owner = this.#ownerStart(start);
    let hidden = this.#stages.hides(keys, start);
    if (this.#parts.hides(keys, owner, start)) hidden = true;
    if (this.#next.get(owner)?.hides(keys) === true) hidden = true;
    for (const around of this.#around(start)) if (this.#next.get(around)?.hides(keys) === true) hidden = true;
    if (this.#file.hides(keys)) hidden = true;
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

  /** Starts of the entries of a Compose file around a place: a comment above one covers all that stands in it. */
  *#around(offset: number): Iterable<number> {
    if (this.#doc.language !== 'compose' || this.#next.size === 0) return;
    for (let entry = entryLinesAt(this.#doc, offset); entry !== undefined; entry = entry.outer) yield entry.start;
  }

  #coverage(scope: 'next' | 'file', start: number): Coverage {
    if (scope === 'file') return this.#file;
    const coverage = this.#next.get(start) ?? new Coverage(this.#used);
    this.#next.set(start, coverage);
    return coverage;
  }

  #keysFor({ source, ids, inverted }: SuppressionComment): Keyed['keys'] {
    if (inverted === true) {
      const kept = new Set(ids.flatMap(({ id }) => meantIds('kics', id, [])));
      const known = new Set([...kicsQueries.values(), ...this.#catalogue.idsOf('kics')]);
      const others = [...known].filter((title) => !kept.has(title));
      return others.map((id) => ({ key: keyFor('kics', id), entry: undefined }));
    }
    if (ids.length === 0) return [{ key: everything(source), entry: undefined }];
    return ids.flatMap((entry) => this.#meant(source, entry.id).map((key) => ({ key, entry })));
  }

  #meant(source: SuppressionComment['source'], id: string): readonly string[] {
    if (source === 'docker-patterns') return [ownKey(this.#catalogue.aliases.get(id) ?? id)];
    const tool = source === 'hadolint' && id.startsWith('SC') ? 'shellcheck' : source;
    return meantIds(tool, id, this.#catalogue.idsOf(tool)).map((meant) => keyFor(tool, meant));
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
  const keys = [everything('docker-patterns'), ownKey(finding.rule.id)];
  for (const tool of tools) {
    const all = foreign(finding, tool);
    const ids = tool === 'dclint' ? all.filter((id) => !beforeComments.has(id)) : all;
    if (ids.length === 0) continue;
    keys.push(everything(tool));
    for (const id of ids) keys.push(keyFor(tool, id));
  }
  return keys;
}

/** Case counts, as in the tools themselves. */
function keyFor(tool: ForeignTool, id: string): string {
  return `${tool}:${id}`;
}

/** The form of the comments that may hold a key; hadolint's also name checks of ShellCheck. */
function sourceOf(key: string): SuppressionSource {
  return key.slice(0, key.indexOf(':')) as SuppressionSource;
}

/** Where comments of a form are looked for. */
export function ownerOf({ at, owner = at, owners }: Diagnosed, source: SuppressionSource): Span {
  return (source === 'docker-patterns' ? undefined : owners?.[source]) ?? owner;
}

function ownKey(id: string): string {
  return `docker-patterns:${id}`;
}

function everything(source: SuppressionComment['source'] | ForeignTool): string {
  return `${source}:*`;
}

/** The ids of a tool for a finding: its own, or else those of its rule. */
export function foreign(
  { equivalents, rule }: Pick<Diagnosed, 'equivalents' | 'rule'>,
  tool: ForeignTool,
): readonly string[] {
  return equivalents[tool] ?? rule.equivalents[tool] ?? [];
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
