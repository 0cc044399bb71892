import { toolNames } from '../catalogue.js';
import { nearest } from '../didYouMean.js';
import type { ForeignTool } from '../rule.js';
import { foreignChecks } from './checks.js';

/** Why an id in a comment for another tool cannot be right. */
export interface Doubt {
  /** The end of a sentence that starts with the name of the tool. */
  readonly message: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** Tools number their checks upwards: an id this far above the last one known may be new. */
const room = 100;

/** Known ids by tool: those that exist, and those that did. */
function knownIds(tool: ForeignTool): readonly string[] {
  const checks = foreignChecks[tool];
  return [...(checks?.ids ?? []), ...(checks?.retired ?? [])];
}

/**
 * What is wrong with an id, where it is certain that the tool has never had such a check; undefined for one that
 * exists, existed, or may have come since our lists were made, and for custom checks. Never throws.
 */
export function doubtAbout(tool: ForeignTool, written: string): Doubt | undefined {
  switch (tool) {
    case 'hadolint':
      return written.startsWith('SC') ? aboutShellCheck(written) : aboutHadolint(written);
    case 'shellcheck':
      return aboutShellCheck(written);
    case 'buildkit':
      return aboutBuildkit(written);
    case 'trivy':
      return aboutTrivy(written);
    case 'checkov':
      return aboutCheckov(written);
    case 'dclint':
      return aboutDclint(written);
    case 'kics':
    case 'dockle':
    case 'composeLint':
    case 'owasp':
    case 'cis':
      return undefined;
  }
}

function aboutHadolint(written: string): Doubt | undefined {
  const known = knownIds('hadolint');
  if (known.includes(written)) return undefined;
  const series = /^DL(\d)\d{3}$/.exec(written)?.[1];
  const mayBeNew = series !== undefined && isAbove(written, known, `DL${series}`);
  return mayBeNew ? undefined : { message: `has never had a check ${written}` };
}

function aboutShellCheck(written: string): Doubt | undefined {
  if (/^(?:all|(?:SC)?[1-4]\d{3}(?:-(?:SC)?\d+)?)$/.test(written)) return undefined;
  return { message: `has never had a check ${written}` };
}

function aboutBuildkit(written: string): Doubt | undefined {
  const known = knownIds('buildkit');
  if (written === '' || known.includes(written)) return undefined;
  const meant = nearest(written, known);
  if (meant === undefined) return undefined;
  const same = meant.toLowerCase() === written.toLowerCase();
  return { message: `has no check ${written}${same ? '; case counts' : ''}`, meant };
}

function aboutTrivy(written: string): Doubt | undefined {
  const known = knownIds('trivy');
  const digits = /^(?:AVD-)?DS-?0*(\d+)$/i.exec(written)?.[1];
  // A name, a pattern, or the id of a custom check.
  if (digits === undefined) return undefined;
  if (/^(?:(?:AVD-)?DS-\d{4}|DS\d{3})$/i.test(written)) {
    const id = `DS-${digits.padStart(4, '0')}`;
    return known.includes(id) || isAbove(id, known, 'DS-')
      ? undefined
      : { message: `has never had a check ${written}` };
  }
  const meant = `DS-${digits.padStart(4, '0')}`;
  return { message: `does not know the id ${written}`, ...(known.includes(meant) ? { meant } : {}) };
}

function aboutCheckov(written: string): Doubt | undefined {
  const known = knownIds('checkov');
  if (known.includes(written)) return undefined;
  const [, prefix = '', digits = ''] = /^(CKV2?_DOCKER_)(\d+)$/i.exec(written) ?? [];
  if (digits === '') return undefined;
  const meant = `${prefix.toUpperCase()}${Number(digits)}`;
  if (known.includes(meant)) return { message: `does not know the id ${written}`, meant };
  const mayBeNew = written === meant && isAbove(written, known, prefix);
  return mayBeNew ? undefined : { message: `has never had a check ${written}` };
}

/** Words behind the rules may be a reason, so that only what is nearly a rule is told. */
function aboutDclint(written: string): Doubt | undefined {
  const known = knownIds('dclint');
  if (known.includes(written)) return undefined;
  const bare = written.replace(/^[,;]+|[,;]+$/g, '');
  const meant = known.includes(bare) ? bare : nearest(bare, known);
  if (meant === undefined) return undefined;
  return { message: `has no rule ${written}${meant === bare ? '; blanks part its rules' : ''}`, meant };
}

/** Whether a number lies above those of the known ids with the same start, but not far. */
function isAbove(id: string, known: readonly string[], start: string): boolean {
  const numbers = known.filter((one) => one.startsWith(start)).map(numberOf);
  const highest = Math.max(...numbers);
  const number = numberOf(id);
  return numbers.length > 0 && number > highest && number <= highest + room;
}

function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}

/** The end of a finding about an id: what the tool lacks, and what was probably meant. */
export function doubtText(tool: ForeignTool, { message, meant }: Doubt): string {
  const hint = meant === undefined ? '.' : `; did you mean ${meant}?`;
  return `${toolNames[tool]} ${message}, so naming it hides nothing${hint}`;
}
