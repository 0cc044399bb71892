import { memoised } from '../../memo.js';
import type { Equivalents, Finding, Fix, Rule } from '../../rule.js';
import { defineRule } from '../../rule.js';
import type { ShellEdit, ShellFix, ShellProblem } from '../../shell/problem.js';
import type { ShellTree } from '../../shell/tree.js';
import type { MappedText } from '../../text/mapped.js';
import type { Edit } from '../../text/span.js';
import type { DockerfileDocument } from '../model/types.js';
import { shellUnits, type ShellDialect, type ShellUnit } from './units.js';

/** What a check may look at. Nothing of the document: the answer is kept for as long as the text is. */
export interface ShellInput {
  readonly tree: ShellTree;
  readonly dialect: ShellDialect;
}

export interface ShellRule extends Omit<Rule<'dockerfile'>, 'check' | 'language'> {
  /** Pure, over the tree of one text; runs once for each text and dialect, however often the document changes. */
  readonly problems: (input: ShellInput) => Iterable<ShellProblem>;
  /** Fixes outside of the text, behind those of the problem. */
  readonly offer?: (problem: ShellProblem, unit: ShellUnit, doc: DockerfileDocument) => readonly Fix[];
  /** Whether (or in what words) a problem stands in this document, where that depends on what is around the text (ARG, ENV, the stage). */
  readonly keep?: (problem: ShellProblem, unit: ShellUnit, doc: DockerfileDocument) => boolean | ShellProblem;
}

type Problems = ReadonlyMap<string, readonly ShellProblem[] | { readonly error: unknown }>;

type Check = Pick<ShellRule, 'id' | 'problems'>;

/** Every check, in the order of definition; they run together at the first sight of a text. */
const checks: Check[] = [];
const known = new WeakMap<ShellTree, Map<ShellDialect, { readonly count: number; readonly problems: Problems }>>();

/** A rule about the shell text of RUN. Fixes are mapped to the document; see `ShellRule`. */
export function defineShellRule({ problems, keep, offer, ...metadata }: ShellRule): Rule<'dockerfile'> {
  const { id } = metadata;
  checks.push({ id, problems });
  return defineRule({
    ...metadata,
    language: 'dockerfile',
    *check(doc) {
      for (const { unit, found } of problemsOf(doc).get(id) ?? []) {
        if ('error' in found) throw found.error;
        for (const problem of found) {
          const kept = keep === undefined || keep(problem, unit, doc);
          if (kept === false) continue;
          yield findingOf(kept === true ? problem : kept, unit.text, offer && (() => offer(problem, unit, doc)));
        }
      }
    },
  });
}

/** The problems of a document by rule: one pass over its shell texts, whatever the number of rules. */
const problemsOf = memoised((doc: DockerfileDocument) => {
  const byRule = new Map<string, { unit: ShellUnit; found: readonly ShellProblem[] | { readonly error: unknown } }[]>();
  for (const unit of shellUnits(doc)) {
    for (const [id, found] of problemsIn(unit)) {
      const list = byRule.get(id);
      if (list === undefined) byRule.set(id, [{ unit, found }]);
      else list.push({ unit, found });
    }
  }
  return byRule;
});

function problemsIn({ tree, dialect }: ShellUnit): Problems {
  const byDialect = known.get(tree) ?? new Map<ShellDialect, { readonly count: number; readonly problems: Problems }>();
  known.set(tree, byDialect);
  const before = byDialect.get(dialect);
  if (before?.count === checks.length) return before.problems;
  const problems = new Map<string, readonly ShellProblem[] | { readonly error: unknown }>();
  for (const { id, problems: check } of checks) {
    try {
      const found = [...check({ tree, dialect })];
      if (found.length > 0) problems.set(id, found);
    } catch (error) {
      problems.set(id, { error });
    }
  }
  byDialect.set(dialect, { count: checks.length, problems });
  return problems;
}

/** A problem as a finding in the document; `offer` adds fixes. */
export function findingOf(
  { start, end, message, code, severity, fixes = [] }: ShellProblem,
  text: MappedText,
  offer?: () => readonly Fix[],
): Finding {
  const equivalents: { equivalents?: Equivalents } = code === undefined ? {} : { equivalents: { shellcheck: [code] } };
  return {
    at: text.span(start, end),
    message,
    ...equivalents,
    ...(severity === undefined ? {} : { severity }),
    fixes: () => [...fixes.map((fix) => mapped(fix, text)), ...(offer?.() ?? [])],
  };
}

function mapped({ title, safety, edits }: ShellFix, text: MappedText): Fix {
  return { title, safety, edits: () => edits.flatMap((edit) => placed(edit, text)) };
}

/** An edit of joined text leaves the continuations inside of what it replaces alone: it writes in front of them. */
function placed({ start, end, text: replacement, behind }: ShellEdit, text: MappedText): readonly Edit[] {
  if (start === end) {
    const at = behind === true && start > 0 ? text.offset(start - 1) + 1 : text.offset(start);
    return [{ span: { start: at, end: at }, text: replacement }];
  }
  return text.pieces(start, end).map((span, i) => ({ span, text: i === 0 ? replacement : '' }));
}
