import { toolNames } from '../../engine/catalogue.js';
import type { Diagnosed } from '../../engine/report.js';
import type { ForeignTool } from '../../engine/rule.js';
import type { SourceText } from '../../engine/text/source.js';
import { foreign } from '../../engine/suppress/suppressions.js';
import type { Style } from '../format/style.js';
import { printable, printableMessage } from '../messages.js';
import type { Comparison } from './judge.js';

/** A compared file. */
export interface ComparedFile extends Comparison {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly source: SourceText;
}

interface Totals {
  readonly same: number;
  readonly onlyTheirs: number;
  readonly unexplained: number;
  readonly onlyOurs: number;
}

/** Sums up compared files. */
export function totals(files: readonly Comparison[]): Totals {
  const sum = (amount: (file: Comparison) => number): number => files.reduce((all, file) => all + amount(file), 0);
  return {
    same: sum(({ same }) => same.length),
    onlyTheirs: sum(({ onlyTheirs }) => onlyTheirs.length),
    unexplained: sum(({ onlyTheirs }) => onlyTheirs.filter(({ reason }) => reason.kind === 'unexplained').length),
    onlyOurs: sum(({ onlyOurs }) => onlyOurs.length),
  };
}

/** The comparison for people. */
export function comparisonText(files: readonly ComparedFile[], tool: ForeignTool, style: Style): string {
  const name = toolNames[tool];
  const parts = files.map((file) => fileText(file, tool, style));
  const { same, onlyTheirs, unexplained, onlyOurs } = totals(files);
  const without = unexplained === 0 ? '' : ` (${unexplained} without a reason)`;
  return `${parts.join('')}${same} the same, ${onlyTheirs} only reported by ${name}${without}, ${onlyOurs} only found here.\n`;
}

function fileText({ path, source, same, onlyTheirs, onlyOurs }: ComparedFile, tool: ForeignTool, style: Style): string {
  const name = toolNames[tool];
  const lines = [style.bold(printable(path)), `  the same: ${same.length}`];
  if (onlyTheirs.length > 0) lines.push(`  only ${name}:`);
  for (const { theirs, reason } of onlyTheirs) {
    const text = printableMessage(reason.kind === 'unexplained' ? `${reason.text}; ${theirs.message}` : reason.text);
    lines.push(
      `    ${theirs.line ?? '-'} ${printable(theirs.id)}: ${reason.kind === 'unexplained' ? style.bold(text) : text}`,
    );
  }
  if (onlyOurs.length > 0) lines.push('  only here:');
  for (const finding of onlyOurs) {
    const { line, character } = source.positionAt(finding.at.start);
    const theirs = idsOf(finding, tool);
    const note = theirs.length === 0 ? `${name} has no such check` : `${theirs.join(', ')} in ${name}`;
    const level = style.severity(finding.severity, finding.severity);
    lines.push(`    ${line + 1}:${character + 1} ${level} ${finding.rule.id} ${style.dim(`(${note})`)}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** The comparison of docs/schema/compare.schema.json. */
export function comparisonJson(files: readonly ComparedFile[], tool: ForeignTool): string {
  const list = files.map(({ path, source, same, onlyTheirs, onlyOurs }) => ({
    path,
    same: same.map(({ theirs: { id, line }, ours }) => ({ id, ...placed(line), rule: ours.rule.id })),
    onlyTheirs: onlyTheirs.map(({ theirs: { id, line, message }, reason }) => ({
      id,
      ...placed(line),
      message,
      reason,
    })),
    onlyOurs: onlyOurs.map((finding) => ({
      rule: finding.rule.id,
      severity: finding.severity,
      message: finding.message,
      line: source.positionAt(finding.at.start).line + 1,
      ids: idsOf(finding, tool),
    })),
  }));
  return `${JSON.stringify({ version: 1, tool, files: list, summary: totals(files) })}\n`;
}

function placed(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}

/** hadolint reports checks of ShellCheck, too. */
function idsOf(finding: Diagnosed, tool: ForeignTool): readonly string[] {
  const own = foreign(finding, tool);
  return tool === 'hadolint' ? [...own, ...foreign(finding, 'shellcheck')] : own;
}
