import type { Diagnosed } from '../../engine/report.js';
import type { Fix, FixSafety } from '../../engine/rule.js';
import type { Io, Output } from '../io.js';
import { count, printable, printableMessage } from '../messages.js';
import type { LintedFile, Reporter, Summary } from '../report.js';
import { besides } from '../report.js';
import { frame } from './frame.js';
import type { Style } from './style.js';
import { styleFor } from './style.js';

const indent = '    ';
/** Width of the source lines where no terminal tells its own, and at most. */
const widest = 120;

const ways: Readonly<Record<FixSafety, string>> = {
  safe: '--fix',
  unsafe: '--unsafe-fixes',
  suggestion: 'by hand',
};

/** A report for people: grouped by file, each finding with its source line, and a summary at the end. */
export function textReporter({ stdout, noColor }: Pick<Io, 'stdout' | 'noColor'>, quiet: boolean): Reporter {
  const style = styleFor(stdout.terminal && !noColor);
  const columns = Math.max(20, Math.min(stdout.columns ?? widest, widest) - indent.length);
  return {
    file: (file) => {
      if (file.findings.length === 0 && file.applied.length === 0) return;
      const applied = file.applied.map(
        ({ rule, title }) => `  ${style.added('fixed')} ${printableMessage(title)} ${style.dim(rule)}\n`,
      );
      const findings = file.findings.map((finding) => findingText(finding, file, style, columns));
      stdout.write(`${style.bold(printable(file.path))}\n${[...applied, ...findings].join('')}\n`);
    },
    end: (summary) => {
      if (!quiet || summary.findings > 0) stdout.write(summaryText(summary));
    },
  };
}

/** The summary alone, where the findings themselves are not wanted. */
export function summaryReporter(out: Output, quiet: boolean): Reporter {
  return {
    file: () => undefined,
    end: (summary) => {
      if (!quiet) out.write(summaryText(summary));
    },
  };
}

function findingText(finding: Diagnosed, file: LintedFile, style: Style, columns: number): string {
  const { at, rule, severity, message, related = [], fixes } = finding;
  const { line, character } = file.source.positionAt(at.start);
  const { line: text, marks } = frame(file.source, at, columns);
  const lines = [
    `  ${line + 1}:${character + 1} ${style.severity(severity, severity)} ${printableMessage(message)} ${style.dim(rule.id)}`,
    `${indent}${text}`,
    `${indent}${style.severity(severity, marks)}`,
    ...related.map(
      (place) =>
        `${indent}${style.dim(`${whereText(place.path, place.at.start, file)}:`)} ${printableMessage(place.message)}`,
    ),
    ...fixes.map((fix) => `${indent}${fixText(fix, style)}`),
  ];
  return `${lines.map((row) => row.trimEnd()).join('\n')}\n`;
}

function whereText(path: string | undefined, offset: number, file: LintedFile): string {
  const source = path === undefined ? file.source : file.other(path);
  const name = path === undefined ? '' : printable(besides(file.path, path));
  if (source === undefined) return name;
  const { line, character } = source.positionAt(offset);
  return `${name === '' ? '' : `${name}:`}${line + 1}:${character + 1}`;
}

function fixText({ title, safety }: Fix, style: Style): string {
  return `${style.dim('fix:')} ${printableMessage(title)} ${style.dim(`(${ways[safety]})`)}`;
}

/** What it comes to, in one or two lines. */
export function summaryText(summary: Summary): string {
  const { files, filesWithFindings, findings, errors, warnings, infos, hints, safeFixes, unsafeFixes, fixed } = summary;
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'info'],
    [hints, 'hint'],
  ] as const;
  const kinds = parts.filter(([amount]) => amount > 0).map(([amount, name]) => count(amount, name));
  const applied = fixed > 0 ? `${count(fixed, 'fix', 'fixes')} applied. ` : '';
  if (findings === 0) return `${applied}No findings in ${count(files, 'file')}.\n`;
  const total = `${count(findings, 'finding')} (${kinds.join(', ')}) in ${filesWithFindings} of ${count(files, 'file')}.`;
  const fixable = [
    ...(safeFixes > 0 ? [`${safeFixes} can be fixed with --fix`] : []),
    ...(unsafeFixes > 0 ? [`${unsafeFixes} with --unsafe-fixes, after a look at each`] : []),
  ];
  return `${applied}${total}\n${fixable.length > 0 ? `${fixable.join(', ')}.\n` : ''}`;
}
