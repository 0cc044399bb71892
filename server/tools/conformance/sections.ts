import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { between } from '../generate/tables.js';
import type { Noise } from './noise.js';

/** The two places of a dated record. */
export interface Places {
  /** Name of the part of README.md. */
  readonly part: 'conformance' | 'conformance-compose';
  readonly summary: string;
  /** Text of docs/<part>.md. */
  readonly page: string;
}

/** Writes the summary into README.md and everything into the page of its own. */
export function writeRecord(root: string, { part, summary, page }: Places): void {
  const readme = join(root, 'README.md');
  const start = `<!-- ${part}:start -->`;
  const text = between(readFileSync(readme, 'utf8'), start, `<!-- ${part}:end -->`, `${summary}\n`);
  if (text === undefined) throw new Error(`README.md has no ${start}`);
  writeFileSync(readme, text);
  writeFileSync(join(root, 'docs', `${part}.md`), page);
}

/** The line of the summary about noise. */
export function noiseLine({ median, p90, max, goal }: Noise): string {
  return `- Noise: with \`recommended\` the median file has ${median} findings, one in ten ${p90} or more, the worst ${max} (goal: median at most ${goal}).`;
}

/** What the recommended rules say, each with a link to its page. */
export function noiseSection(
  { median, p90, max, rules }: Noise,
  language: 'dockerfile' | 'compose',
): readonly string[] {
  return [
    '## What the recommended rules say',
    '',
    `Median ${median}, one in ten ${p90} or more, at most ${max} findings in a file.`,
    '',
    '| Rule | Severity | Findings |',
    '|---|---|---:|',
    ...rules.map(
      ({ rule, severity, findings }) => `| [${rule}](rules/${language}/${rule}.md) | ${severity} | ${findings} |`,
    ),
    '',
  ];
}

/** A difference, as far as its row in the table shows it. */
interface Shown {
  readonly id: string;
  readonly rule: string;
  readonly side: 'ours' | 'theirs';
  readonly class: string;
  readonly reason: string;
  readonly source?: string | undefined;
}

/** `wrong` says who is wrong upstream, `folder` where the cases are; each difference comes with the check and the tool that it is about. */
export function differencesSection<T extends Shown>(
  { wrong, folder }: { readonly wrong: string; readonly folder: string },
  differences: readonly T[],
  outcomes: readonly { readonly difference?: { readonly id: string } | undefined }[],
  about: (difference: T) => { readonly check: string; readonly tool: string },
): readonly string[] {
  return [
    '## Accepted differences',
    '',
    `*Upstream*: ${wrong} is wrong, as its source shows. *Deliberate*: we decide otherwise on purpose. *Unknowable*: what decides is not in the text. Each has a reproducing case in \`${folder}\`.`,
    '',
    '| Check | Rule | Who speaks alone | Class | Why | Source | In these files |',
    '|---|---|---|---|---|---|---:|',
    ...differences.map((difference) => {
      const { id, rule, side, class: kind, reason, source } = difference;
      const { check, tool } = about(difference);
      const count = outcomes.filter((outcome) => outcome.difference?.id === id).length;
      const link = source === undefined ? '' : `<${source}>`;
      const cells = [
        check,
        rule,
        side === 'ours' ? 'we' : tool,
        kind,
        reason.replaceAll('|', '\\|'),
        link,
        String(count),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ];
}
