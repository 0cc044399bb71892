import { codeSetting } from '../../engine/config/codes.js';
import type { EffectiveConfig, Origin } from '../../engine/config/types.js';
import { foreignChecks } from '../../engine/foreign/checks.js';
import type { Linter } from '../../engine/lint.js';
import type { Diagnosed, Report } from '../../engine/report.js';
import type { LintDocument, Rule } from '../../engine/rule.js';
import { foreign, instructionAt } from '../../engine/suppress/suppressions.js';
import type { ForeignFinding } from './reports.js';

/** Why something that another tool reports is not reported here. */
export interface Reason {
  /**
   * `off`: by profile or configuration; `comment`: hidden in the file; `excluded`: the file is left out; `no-rule`: there
   * is no such check here; `differs`: the rule decides otherwise on purpose; `unexplained`: none of these.
   */
  readonly kind: 'off' | 'comment' | 'excluded' | 'no-rule' | 'differs' | 'unexplained';
  readonly text: string;
}

/** How a file compares. */
export interface Comparison {
  readonly same: readonly { readonly theirs: ForeignFinding; readonly ours: Diagnosed }[];
  readonly onlyTheirs: readonly { readonly theirs: ForeignFinding; readonly reason: Reason }[];
  readonly onlyOurs: readonly Diagnosed[];
}

/** What is known of one file. */
export interface Compared {
  readonly linter: Linter;
  readonly doc: LintDocument;
  readonly config: EffectiveConfig;
  readonly report: Report;
  /** With every rule on and no configuration of single checks. */
  readonly everything: Report;
  readonly originText: (origin: Origin) => string;
}

/** Compares what another tool reports of a file with the findings here. Never throws. */
export function compareFile(theirs: readonly ForeignFinding[], compared: Compared): Comparison {
  const same: { theirs: ForeignFinding; ours: Diagnosed }[] = [];
  const onlyTheirs: { theirs: ForeignFinding; reason: Reason }[] = [];
  const matched = new Set<Diagnosed>();
  for (const finding of once(theirs, compared.doc)) {
    const ours = matching(finding, compared.report.findings, compared.doc);
    for (const one of ours) matched.add(one);
    const [first] = ours;
    if (first !== undefined) same.push({ theirs: finding, ours: first });
    else onlyTheirs.push({ theirs: finding, reason: reasonFor(finding, compared) });
  }
  return { same, onlyTheirs, onlyOurs: compared.report.findings.filter((finding) => !matched.has(finding)) };
}

/** A tool may report one check several times for an instruction. */
function once(findings: readonly ForeignFinding[], doc: LintDocument): readonly ForeignFinding[] {
  const byPlace = new Map(findings.map((finding) => [`${finding.id} ${placeOf(finding, doc) ?? ''}`, finding]));
  return [...byPlace.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.id < b.id ? -1 : 1));
}

/**
 * Findings of the same check at the same instruction; anywhere in the file for what Trivy and Checkov, which give it
 * the first line, may say of all of it.
 */
function matching(theirs: ForeignFinding, ours: readonly Diagnosed[], doc: LintDocument): readonly Diagnosed[] {
  const id = theirs.id.toLowerCase();
  const alike = ours.filter((one) => foreign(one, theirs.tool).some((own) => own.toLowerCase() === id));
  const place = placeOf(theirs, doc);
  const here = alike.filter((one) => place !== undefined && placesOf(one, doc).includes(place));
  const wholeFile = (theirs.line ?? 0) <= 1 && (theirs.tool === 'trivy' || theirs.tool === 'checkov');
  return here.length === 0 && wholeFile ? alike.slice(0, 1) : here;
}

/** Start of the instruction of a one-based line. */
function placeOf({ line = 0 }: ForeignFinding, doc: LintDocument): number | undefined {
  if (line <= 0) return undefined;
  const { start } = doc.source.lineSpan(line - 1);
  const text = doc.source.slice(doc.source.lineSpan(line - 1));
  return instructionStart(start + text.length - text.trimStart().length, doc);
}

function placesOf({ at, owner = at, owners = {} }: Diagnosed, doc: LintDocument): readonly (number | undefined)[] {
  return [at, owner, ...Object.values(owners)].map(({ start }) => instructionStart(start, doc));
}

function instructionStart(offset: number, doc: LintDocument): number | undefined {
  if (doc.language !== 'dockerfile') return offset;
  return instructionAt(doc.syntax.instructions, offset)?.span.start;
}

function reasonFor(theirs: ForeignFinding, compared: Compared): Reason {
  const { linter, doc, config, report, everything } = compared;
  if (config.excluded) return { kind: 'excluded', text: 'the file is left out by "exclude" in the configuration' };
  const [hidden] = matching(theirs, report.suppressed, doc);
  if (hidden !== undefined) return { kind: 'comment', text: `a comment hides ${hidden.rule.id}` };
  const [off] = matching(theirs, [...everything.findings, ...everything.suppressed], doc);
  if (off !== undefined) return whyOff(off, compared);
  const rules = linter.catalogue.rulesFor(theirs.tool, theirs.id);
  const [first] = rules;
  if (first === undefined) {
    const reason = foreignChecks[theirs.tool]?.without[theirs.id];
    return { kind: 'no-rule', text: reason ?? `there is no rule for ${theirs.id}` };
  }
  const differs = rules.map((id) => ruleOf(linter, id)?.differs?.[theirs.id]).find((text) => text !== undefined);
  if (differs !== undefined) return { kind: 'differs', text: `${first}: ${differs}` };
  if (theirs.id === 'DL1000') {
    return { kind: 'differs', text: 'hadolint cannot read this; by the rules of Docker it is correct' };
  }
  return { kind: 'unexplained', text: `${first} finds nothing here` };
}

function whyOff(finding: Diagnosed, { config, originText }: Compared): Reason {
  const { rule, equivalents } = finding;
  const setting = config.rules.get(rule.id);
  const code = codeSetting(setting, equivalents, rule);
  if (code !== undefined) return { kind: 'off', text: `${code.id} is off in ${originText(code.origin)}` };
  const origin = setting?.origin;
  if (origin === undefined || origin.kind === 'profile' || origin.kind === 'default') {
    return { kind: 'off', text: `${rule.id} is in the profile all only` };
  }
  return { kind: 'off', text: `${rule.id} is off: ${originText(origin)}` };
}

function ruleOf(linter: Linter, id: string): Rule | undefined {
  return linter.rules.find((rule) => rule.id === id);
}
