import type { Rule } from '../../../src/engine/rule.js';
import type { Arguments } from '../arguments.js';
import { table } from '../output.js';
import { afterDifferences, composeTallies, raw } from '../tally.js';
import type { Opinion } from './opinion.js';
import { kindTable, kindTallies, missedFiles } from './tables.js';
import type { ComposeWhole } from './whole.js';

/** Prints what the comparison of Compose files came to. */
export function showCompose(whole: ComposeWhole, rules: readonly Rule[], { only, all, json }: Arguments): void {
  const { run, opinions, notes } = whole;
  const tallies = composeTallies(opinions, rules).filter(
    ({ code, rules: own }) => only === undefined || code === only || own.includes(only),
  );
  const left = opinions.outcomes.filter(
    ({ code, side, difference }) =>
      side !== 'both' && difference === undefined && tallies.some((each) => each.code === code),
  );
  if (json) {
    const compose = {
      composeGo: run.composeGo,
      dclint: opinions.version,
      files: run.compared.map(({ file, answer, wrong }) => ({ file: file.name, ...answer, wrong })),
      mistakes: kindTallies(run),
      codes: tallies.map((tally) => ({ ...tally, raw: raw(tally), after: afterDifferences(tally) })),
      unexplained: left.map(({ file, line, code, side, said }) => ({ file, line, code, side, said })),
    };
    console.log(JSON.stringify(compose, null, 2));
    return;
  }
  for (const note of notes) console.log(`NOT ASKED ${note}`);
  const count = (wanted: (each: (typeof run.compared)[number]) => boolean): number =>
    run.compared.filter(wanted).length;
  console.log(
    `${run.compared.length} Compose files: compose-go accepts ${count(({ answer }) => answer.accepted === true)}, refuses ${count(({ answer }) => answer.refused !== undefined)} (${count(({ part }) => part)} of them are parts of something else); ${count(({ wrong }) => wrong.length > 0)} are judged otherwise here`,
  );
  for (const { file, wrong } of run.compared) for (const what of wrong) console.log(`${file.name}: ${what}`);
  console.log(kindTable(run));
  if (only === undefined || all) console.log(missedFiles(run, all ? Infinity : 1));
  console.log(table(tallies));
  if (only !== undefined) console.log((all ? left : left.slice(0, 30)).map(describe).join('\n'));
}

function describe({ file, line, code, side, said }: Opinion): string {
  return `${file}:${line} dclint ${code} ${side} only: ${said.ours ?? said.theirs ?? ''}`;
}
