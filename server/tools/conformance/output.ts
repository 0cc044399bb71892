import { parseAgreement } from './parsed.js';
import type { Judged, Run } from './run.js';
import { afterDifferences, percent, raw, total, type Tally } from './tally.js';

const head = [
  'code',
  'rules',
  'agree',
  'ours only',
  'theirs only',
  'raw',
  'accepted',
  'ours left',
  'theirs left',
  'after',
];

/** The figures as text for a terminal. */
export function table(all: readonly Tally[]): string {
  const known = all.filter(({ rules }) => rules.length > 0);
  const rows = [...known, total('all', known)].map(cells);
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  const others = all.filter(({ rules, theirs }) => rules.length === 0 && theirs > 0);
  const rest = others.map(({ code, theirs }) => `${code} ${theirs}`).join(', ');
  return [line(head), ...rows.map(line), ...(rest === '' ? [] : [`No rule of ours: ${rest}`])].join('\n');
}

function cells(tally: Tally): readonly string[] {
  const { code, rules, both, ours, theirs, accepted, oursLeft, theirsLeft } = tally;
  const { upstream, deliberate, unknowable } = accepted;
  const kinds = upstream + deliberate + unknowable === 0 ? '' : `${upstream} u ${deliberate} d ${unknowable} k`;
  return [
    code,
    rules.length > 2 ? `${rules.length} rules` : rules.join(' '),
    ...[both, ours, theirs].map(String),
    percent(raw(tally)),
    kinds,
    ...[oursLeft, theirsLeft].map(String),
    percent(afterDifferences(tally)),
  ];
}

/** The disagreements that no difference explains, with the text of their instructions; a few for each code and side. */
export function listing(run: Run, all: readonly Tally[], few: number): string {
  const files = new Map(run.files.map((file) => [file.name, file]));
  const left = run.outcomes.filter(
    ({ tool, code, side, difference }) =>
      side !== 'both' && difference === undefined && all.some((each) => each.tool === tool && each.code === code),
  );
  const counts = new Map<string, number>();
  const shown = left.filter(({ code, side }) => {
    const count = (counts.get(`${code} ${side}`) ?? 0) + 1;
    counts.set(`${code} ${side}`, count);
    return count <= few;
  });
  const more = left.length - shown.length;
  const rest = more > 0 ? [`… and ${more} more (--all lists them)`] : [];
  return [...shown.map((outcome) => describe(outcome, files.get(outcome.file)?.text ?? '')), ...rest].join('\n');
}

const maxLines = 12;

function describe({ tool, code, side, file, line, said }: Judged, text: string): string {
  const quoted = text
    .split('\n')
    .slice(Math.max(0, line - 1), Math.max(0, line - 1) + maxLines)
    .map((each) => `    | ${each}`);
  const speaker = side === 'ours' ? 'ours only' : 'theirs only';
  return [`${file}:${line} ${tool} ${code} ${speaker}: ${said.ours ?? said.theirs ?? ''}`, ...quoted].join('\n');
}

/** Figures, what is not explained, and what was not compared. */
export function asJson(run: Run, all: readonly Tally[]): string {
  const { instructions, files, disagreements } = parseAgreement(run);
  const unexplained = run.outcomes
    .filter(({ side, difference }) => side !== 'both' && difference === undefined)
    .map(({ tool, code, side, file, line, said, rule }) => ({
      tool,
      code,
      side,
      file,
      line,
      rule,
      said: said[side as 'ours'],
    }));
  return JSON.stringify(
    {
      oracles: run.oracles,
      files: run.files.length,
      codes: all.map((tally) => ({ ...tally, raw: raw(tally), after: afterDifferences(tally) })),
      parse: { files, instructions, disagreements },
      refused: run.refused,
      unexplained,
    },
    null,
    2,
  );
}
