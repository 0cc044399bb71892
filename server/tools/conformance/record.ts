import type { Declared } from './differences.js';
import type { Noise } from './noise.js';
import { parseAgreement } from './parsed.js';
import type { Run } from './run.js';
import { differencesSection, noiseLine, noiseSection, writeRecord } from './sections.js';
import { speedGoal, speedText, type Speed } from './speed.js';
import { afterDifferences, goal, percent, raw, total, type Tally } from './tally.js';
import type { Tool } from './types.js';

const names: Readonly<Record<Tool, string>> = { hadolint: 'hadolint', buildkit: 'BuildKit', shellcheck: 'ShellCheck' };

/** What a dated record is made of. */
export interface Recorded {
  readonly run: Run;
  readonly tallies: readonly Tally[];
  readonly differences: readonly Declared[];
  readonly noise: Noise;
  readonly speed: Speed | undefined;
  /** ISO date. */
  readonly date: string;
  readonly repositories: number | undefined;
}

/** Writes the summary into README.md and everything into docs/conformance.md. */
export function record(root: string, recorded: Recorded): void {
  writeRecord(root, { part: 'conformance', summary: summary(recorded), page: page(recorded) });
}

/** When and of what. */
function occasion({ run, date, repositories }: Recorded): string {
  const tools = (Object.keys(names) as Tool[]).map((tool) => {
    const state = run.oracles[tool];
    return 'missing' in state ? `${names[tool]} (not asked: ${state.missing})` : `${names[tool]} ${state.version}`;
  });
  const from = repositories === undefined ? '' : ` of ${repositories} public repositories`;
  return `Compared on ${date} with \`npm run conformance -- --corpus DIR --record\`: ${tools.join(', ')}; ${run.files.length} Dockerfiles${from}, every rule on, nothing known around the files.`;
}

function summary(recorded: Recorded): string {
  const { tallies, noise, speed } = recorded;
  const known = tallies.filter(({ rules }) => rules.length > 0);
  const rows = (Object.keys(names) as Tool[]).map((tool) => {
    const own = known.filter((tally) => tally.tool === tool);
    const spoken = own.filter((tally) => raw(tally) !== undefined);
    return `| ${[`${names[tool]}, ${spoken.length} checks that spoke`, ...figures(total(names[tool], own))].join(' | ')} |`;
  });
  const weak = known.filter((tally) => (afterDifferences(tally) ?? 1) < goal).map(({ code }) => code);
  return [
    occasion(recorded),
    '',
    `| Compared with | ${figureHeads.join(' | ')} |`,
    `|---|${figureHeads.map(() => '---:').join('|')}|`,
    ...rows,
    '',
    `- Agreement is what both say of all that either says, by file, instruction and check. *After* leaves out differences that are [declared one by one](docs/conformance.md), each with a reason and a reproducing case that is tested.`,
    `- Below 99 % after them: ${weak.length === 0 ? 'no check' : weak.join(', ')}.`,
    `- Instructions cut as BuildKit's own parser does (keyword, first and last line, error or not): ${parsing(recorded)}.`,
    noiseLine(noise),
    ...(speed === undefined ? [] : [`- Speed: ${speedText(speed)}; goal: below ${speedGoal}.`]),
  ].join('\n');
}

function parsing({ run }: Recorded): string {
  const { instructions, files, disagreements } = parseAgreement(run);
  const wrong = disagreements.length;
  return `${wrong === 0 ? '100 %' : `${wrong} files differ`} of ${instructions} instructions in ${files} files`;
}

const figureHeads = [
  'agree',
  'ours only',
  'theirs only',
  'raw',
  'accepted: upstream, deliberate, unknowable',
  'left',
  'after',
];

function figures(tally: Tally): readonly string[] {
  const { both, ours, theirs, accepted, oursLeft, theirsLeft } = tally;
  return [
    ...[both, ours, theirs].map(String),
    percent(raw(tally)),
    `${accepted.upstream}, ${accepted.deliberate}, ${accepted.unknowable}`,
    String(oursLeft + theirsLeft),
    percent(afterDifferences(tally)),
  ];
}

function page(recorded: Recorded): string {
  const { tallies, noise, run } = recorded;
  const known = tallies.filter(({ rules }) => rules.length > 0);
  const spoken = known.filter((tally) => raw(tally) !== undefined);
  const silent = known.filter((tally) => raw(tally) === undefined);
  const others = tallies.filter(({ rules, theirs }) => rules.length === 0 && theirs > 0);
  const refused = (tool: Tool): number => run.refused.filter((each) => each.tool === tool).length;
  return [
    '# Conformance with the real tools',
    '',
    `Written by the tool; CONTRIBUTING.md tells how. ${occasion(recorded)}`,
    '',
    `A finding counts once for each file, instruction and check. hadolint cannot read ${refused('hadolint')} of the files, where only that is compared; BuildKit refuses to build ${refused('buildkit')} as they are, where only its checks of the text are. Instructions cut as BuildKit's own parser does: ${parsing(recorded)}.`,
    '',
    '## By check',
    '',
    `| Check | Rule | ${figureHeads.join(' | ')} |`,
    `|---|---|${figureHeads.map(() => '---:').join('|')}|`,
    ...spoken.map(
      (tally) =>
        `| ${[`${names[tally.tool as Tool]} ${tally.code}`, tally.rules.join(', '), ...figures(tally)].join(' | ')} |`,
    ),
    `| ${['All', '', ...figures(total('all', spoken))].join(' | ')} |`,
    '',
    ...paragraph(
      'Nobody says these of the files',
      silent.map(({ code }) => code),
    ),
    ...paragraph(
      'No rule stands for these',
      others.map(({ code, theirs }) => `${code} (${theirs})`),
    ),
    ...differencesSection(
      { wrong: 'the other tool', folder: 'test/conformance/differences/' },
      recorded.differences,
      run.outcomes,
      ({ tool, code }) => ({ check: `${names[tool]} ${code}`, tool: names[tool] }),
    ),
    ...noiseSection(noise, 'dockerfile'),
  ].join('\n');
}

function paragraph(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${title}: ${items.join(', ')}.`, ''];
}
