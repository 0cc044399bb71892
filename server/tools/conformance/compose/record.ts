import type { Rule } from '../../../src/engine/rule.js';
import type { Noise } from '../noise.js';
import { differencesSection, noiseLine, noiseSection, writeRecord } from '../sections.js';
import { afterDifferences, composeTallies, goal, percent, raw, total, type Tally } from '../tally.js';
import { kindTallies, share, tallyOf, type KindTally } from './tables.js';
import type { ComposeWhole } from './whole.js';

export interface RecordedCompose extends ComposeWhole {
  readonly rules: readonly Rule[];
  readonly noise: Noise;
  /** ISO date. */
  readonly date: string;
}

/** Writes the summary into README.md and everything into docs/conformance-compose.md. */
export function recordCompose(root: string, recorded: RecordedCompose): void {
  writeRecord(root, { part: 'conformance-compose', summary: summary(recorded), page: page(recorded) });
}

function occasion({ run, opinions, date }: RecordedCompose): string {
  const go = 'missing' in run.composeGo ? `not asked: ${run.composeGo.missing}` : run.composeGo.version;
  return `Compared on ${date} with \`npm run conformance -- --corpus DIR --record\`: compose-go ${go}, dclint ${opinions.version}; ${run.compared.length} Compose files of public repositories, each as if it were alone.`;
}

function verdicts({ run }: RecordedCompose): string {
  const count = (wanted: (each: (typeof run.compared)[number]) => boolean): number =>
    run.compared.filter(wanted).length;
  const accepted = count(({ answer }) => answer.accepted === true);
  const blamed = count(({ answer, wrong }) => answer.accepted === true && wrong.length > 0);
  const refused = count(({ answer, part }) => answer.stage === 'always' && !part);
  const silent = count(({ answer, wrong }) => answer.accepted !== true && wrong.length > 0);
  return `Compose accepts ${accepted} of the files whatever is set on the machine: ${blamed} of them have an error of ours. It refuses ${refused}: ${silent} of them have none.`;
}

function broken({ run }: RecordedCompose): string {
  const all = tallyOf('all', 'YAML', run.broken);
  return `${all.all} broken files, made of accepted ones with one known mistake each, of ${kindTallies(run).length} kinds, all refused by Compose: ${all.there} (${percent(share(all))}) have an error at the place of the mistake, ${all.elsewhere} elsewhere, ${all.nowhere} none (goal: 98 %).`;
}

function summary(recorded: RecordedCompose): string {
  const { opinions, rules, noise } = recorded;
  const known = composeTallies(opinions, rules).filter(({ rules: own }) => own.length > 0);
  const weak = known.filter((tally) => (afterDifferences(tally) ?? 1) < goal).map(({ code }) => code);
  return [
    occasion(recorded),
    '',
    `- ${verdicts(recorded)}`,
    `- ${broken(recorded)}`,
    `- dclint, ${known.filter((tally) => raw(tally) !== undefined).length} checks that spoke, by file, service and check: ${figures(total('all', known)).join(', ')} (${heads.join(', ')}); below 99 % after [declared differences](docs/conformance-compose.md): ${weak.length === 0 ? 'no check' : weak.join(', ')}.`,
    noiseLine(noise),
  ].join('\n');
}

const heads = ['agree', 'ours only', 'theirs only', 'raw', 'accepted', 'left', 'after'];

function figures(tally: Tally): readonly string[] {
  const { both, ours, theirs, accepted, oursLeft, theirsLeft } = tally;
  const { upstream, deliberate, unknowable } = accepted;
  return [
    ...[both, ours, theirs].map(String),
    percent(raw(tally)),
    String(upstream + deliberate + unknowable),
    String(oursLeft + theirsLeft),
    percent(afterDifferences(tally)),
  ];
}

function page(recorded: RecordedCompose): string {
  const { run, opinions, rules, differences, noise } = recorded;
  const tallies = composeTallies(opinions, rules);
  const known = tallies.filter(({ rules: own }) => own.length > 0);
  const others = tallies.filter(({ rules: own, theirs }) => own.length === 0 && theirs > 0);
  return [
    '# Conformance of the Compose rules',
    '',
    `Written by the tool; CONTRIBUTING.md tells how. ${occasion(recorded)}`,
    '',
    verdicts(recorded),
    '',
    '## Mistakes',
    '',
    broken(recorded),
    '',
    '| Mistake | Stage | Files | At its place | Elsewhere | Nowhere |',
    '|---|---|---:|---:|---:|---:|',
    ...kindTallies(run).map(kindRow),
    '',
    '## dclint, by check',
    '',
    `A finding counts once for each file, service and check. dclint cannot read ${opinions.refused.length} of the files, where only that is compared.`,
    '',
    `| Check | Rule | ${heads.join(' | ')} |`,
    `|---|---|${heads.map(() => '---:').join('|')}|`,
    ...known.map((tally) => `| ${[tally.code, tally.rules.join(', '), ...figures(tally)].join(' | ')} |`),
    `| ${['All', '', ...figures(total('all', known))].join(' | ')} |`,
    '',
    ...(others.length === 0
      ? []
      : [`No rule stands for these: ${others.map(({ code, theirs }) => `${code} (${theirs})`).join(', ')}.`, '']),
    ...differencesSection(
      { wrong: 'dclint', folder: 'test/conformance/composeDifferences/' },
      differences,
      opinions.outcomes,
      ({ code }) => ({ check: code, tool: 'dclint' }),
    ),
    ...noiseSection(noise, 'compose'),
  ].join('\n');
}

function kindRow({ id, stage, all, there, elsewhere, nowhere }: KindTally): string {
  return `| ${[id, stage, ...[all, there, elsewhere, nowhere].map(String)].join(' | ')} |`;
}
