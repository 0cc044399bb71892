import { parseHadolintConfig } from '../../src/engine/config/hadolint.js';
import { defaultConfig, resolveConfig } from '../../src/engine/config/resolve.js';
import type { EffectiveConfig } from '../../src/engine/config/types.js';
import type { DockerfileDocument } from '../../src/engine/dockerfile/model/types.js';
import type { Instruction } from '../../src/engine/dockerfile/syntax/types.js';
import type { Facts } from '../../src/engine/facts.js';
import { tableDate } from '../../src/engine/images/date.js';
import { Linter } from '../../src/engine/lint.js';
import type { Diagnosed, RuleFailure } from '../../src/engine/report.js';
import type { Catalogue, Profile, Rule } from '../../src/engine/rule.js';
import { factsOf } from '../generate/facts.js';
import { hadolintFile } from './oracles/hadolint.js';
import type { Ours, Theirs, Tool } from './types.js';

/** A file as we see it. */
export interface OurFile {
  readonly doc: DockerfileDocument;
  readonly facts: Facts;
  /** Those that comments hide among them. */
  readonly findings: readonly Diagnosed[];
  /** What a person sees of them. */
  readonly heard: readonly Diagnosed[];
  /** The line, from 1, at which an offset lies; as other tools count, only LF ends a line. */
  readonly lineOf: (offset: number) => number;
  /** The outermost instruction that has a line, from 1. */
  readonly instructionAt: (line: number) => Instruction | undefined;
}

export type Opener = (text: string, around?: ReadonlyMap<string, string>, place?: string) => OurFile;

export function opener(rules: readonly Rule[], profile: Profile): Opener {
  const linter = new Linter(rules);
  const plain = defaultConfig(rules, profile);
  return (text, around, place = 'Dockerfile') => {
    // Without files around it a text has no place.
    const doc = linter.open('dockerfile', text, around && place);
    if (doc.language !== 'dockerfile') throw new Error('not a Dockerfile');
    const hadolint = around?.get(hadolintFile);
    const config = hadolint === undefined ? plain : configured(rules, profile, hadolint, linter.catalogue);
    const files = around && new Map(around).set(place, text);
    const facts = factsOf(files, place, (known) => linter.needs(doc, { config, facts: known }));
    const report = linter.lint(doc, { config, facts, date: tableDate, onFailure });
    const lines = new Lines(text);
    const ranges = doc.syntax.instructions.map((instruction) => {
      const { start, end } = instruction.span;
      return { instruction, first: lines.at(start), last: lines.at(Math.max(start, end - 1)) };
    });
    const instructionAt = (line: number): Instruction | undefined =>
      ranges.find(({ first, last }) => first <= line && line <= last)?.instruction;
    return {
      doc,
      facts,
      findings: [...report.findings, ...report.suppressed],
      heard: report.findings,
      lineOf: (offset) => lines.at(offset),
      instructionAt,
    };
  };
}

function onFailure({ rule, error }: RuleFailure): never {
  throw new Error(`the rule ${rule} fails: ${error}`);
}

/** The settings of a profile under a configuration of hadolint. */
function configured(rules: readonly Rule[], profile: Profile, text: string, catalogue: Catalogue): EffectiveConfig {
  const { layer, problems } = parseHadolintConfig(text, hadolintFile, { rules, catalogue });
  for (const { message } of problems) throw new Error(message);
  const first = { origin: { kind: 'command-line' as const }, profile, rules: new Map(), exclude: [], overrides: [] };
  const file = { path: '/Dockerfile', base: () => '/' };
  return resolveConfig({ layers: [first, layer], rules, file, usesHadolint: true });
}

/** Our findings as far as they concern a tool, each at the first line of its instruction. */
export function oursFor(tool: Tool, { doc, findings, lineOf, instructionAt }: OurFile): readonly Ours[] {
  return findings.flatMap(({ rule, at, message, owner, equivalents }) => {
    const codes = equivalents[tool] ?? [];
    if (codes.length === 0) return [];
    const own = instructionAt(lineOf(at.start)) ?? (owner && instructionAt(lineOf(owner.start)));
    const line = own === undefined ? lineOf(at.start) : lineOf(own.span.start);
    return [{ rule: rule.id, codes, line: doc.syntax.instructions.length === 0 ? 1 : line, message }];
  });
}

/** Their findings, each at the first line of the instruction that has its line. */
export function moved(theirs: readonly Theirs[], { lineOf, instructionAt }: OurFile): readonly Theirs[] {
  return theirs.map((said) => {
    const own = instructionAt(said.line);
    return own === undefined ? said : { ...said, line: lineOf(own.span.start) };
  });
}

class Lines {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** From 1. */
  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}
