import { memoised } from '../../memo.js';
import type { ScriptQuery, ScriptRemark, ScriptReplacement } from '../../scripts.js';
import type { ShellEdit, ShellFix, ShellProblem } from '../../shell/problem.js';
import { Places, type AddedLine } from '../../shell/shellcheck/places.js';
import type { DockerfileDocument } from '../model/types.js';
import { declaredOutside } from './outside.js';
import { shellUnits, type ShellUnit } from './units.js';

/** A shell text of the document as a program outside would check it. */
export interface CheckedScript {
  readonly unit: ShellUnit;
  readonly query: ScriptQuery;
  readonly added: AddedLine | undefined;
}

const proxy = /^(?:https?|ftp|no|all)_proxy$/i;

/** What a program outside may check, in the order of the text. */
export const checkedScripts = memoised((doc: DockerfileDocument): readonly CheckedScript[] =>
  shellUnits(doc).map((unit) => {
    const { text } = unit.text;
    const added = exports(unit, doc);
    const whole = added === undefined ? text : text.slice(0, added.at) + added.text + text.slice(added.at);
    return { unit, added, query: { dialect: dialectOf(unit), text: whole } };
  }),
);

/** What lies behind the name `sh` is a matter of the base image: the program is told the name. */
function dialectOf({ dialect, namedSh }: ShellUnit): ScriptQuery['dialect'] {
  if (namedSh) return 'sh';
  // Only the newest ShellCheck knows BusyBox by name; what sets it apart from dash, rules of ours tell.
  return dialect === 'busybox' ? 'dash' : dialect;
}

/**
 * A line that gives the names which ARG, ENV and Docker itself set a value. Only names in the text count, so that it
 * stays the same text when others change. It goes behind leading comments, among which directives may be.
 */
function exports(unit: ShellUnit, doc: DockerfileDocument): AddedLine | undefined {
  const { text } = unit.text;
  const names = new Set([...text.matchAll(/[A-Za-z_]\w*/g)].map(([name]) => name));
  const known = [...names].filter((name) => name !== 'PATH' && (proxy.test(name) || declaredOutside(name, unit, doc)));
  if (known.length === 0) return undefined;
  const at = behindComments(text);
  return at === undefined ? undefined : { at, text: `export${known.map((name) => ` ${name}=1`).join('')}\n` };
}

function behindComments(text: string): number | undefined {
  let at = 0;
  while (/^[ \t]*(?:#|\r?\n)/.test(text.slice(at, at + 200))) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    at = end + 1;
  }
  return at;
}

/** A remark as a problem of the text; undefined where it speaks of nothing in it. Never throws. */
export function problemOf(remark: ScriptRemark, places: Places, unit: ShellUnit): ShellProblem | undefined {
  const range = places.offsets(remark);
  if (range === undefined) return undefined;
  const place = range.end > range.start ? range : places.word(range.start);
  const message = `${remark.message.trim()} (ShellCheck ${remark.code}, ${remark.level})`;
  const fix = fixOf(remark.replacements, places, unit);
  return { ...place, message, code: remark.code, ...(fix === undefined ? {} : { fixes: [fix] }) };
}

/** Only where every replacement has one clear place. */
function fixOf(replacements: readonly ScriptReplacement[], places: Places, unit: ShellUnit): ShellFix | undefined {
  const edits: ShellEdit[] = [];
  for (const replacement of replacements) {
    const range = places.offsets(replacement);
    const { text, behind } = replacement;
    if (range === undefined || text.includes('\n') || unit.text.pieces(range.start, range.end).length > 1) return;
    edits.push({ ...range, text, behind });
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart = edits.every(({ end }, i) => end < (edits[i + 1]?.start ?? Infinity));
  if (edits.length === 0 || !apart) return undefined;
  return { title: 'Change as ShellCheck proposes, which may change what the step does', safety: 'unsafe', edits };
}
