import { mistakes } from './mistakes/make.js';
import type { Stage } from './mistakes/types.js';
import type { ComposeRun, Tried } from './run.js';

/** What became of the broken files of one kind. */
export interface KindTally {
  readonly id: string;
  readonly stage: Stage;
  readonly there: number;
  readonly elsewhere: number;
  readonly nowhere: number;
  readonly all: number;
}

/** Of the broken files so many must have an error at the place of the mistake. */
export const foundGoal = 0.98;
/** So many broken files, of so many kinds, are a comparison. */
export const brokenGoal = { files: 2000, kinds: 40 };

export function tallyOf(id: string, stage: Stage, broken: readonly Tried[]): KindTally {
  const count = (found: Tried['found']): number => broken.filter((each) => each.found === found).length;
  return {
    id,
    stage,
    there: count('there'),
    elsewhere: count('elsewhere'),
    nowhere: count('nowhere'),
    all: broken.length,
  };
}

export function kindTallies({ broken }: ComposeRun): readonly KindTally[] {
  return mistakes
    .map(({ id, stage }) =>
      tallyOf(
        id,
        stage,
        broken.filter(({ mistake }) => mistake.id === id),
      ),
    )
    .filter(({ all }) => all > 0);
}

export function share({ there, all }: KindTally): number {
  return all === 0 ? 1 : there / all;
}

/** The kinds as text for a terminal, those that are not all found first. */
export function kindTable(run: ComposeRun): string {
  const all = [...kindTallies(run)].sort((a, b) => share(a) - share(b));
  const total = tallyOf('all', 'YAML', run.broken);
  const line = ({ id, stage, there, elsewhere, nowhere, all: of }: KindTally): string =>
    `${id.padEnd(44)} ${(id === 'all' ? '' : stage).padEnd(14)} ${String(there).padStart(5)} ${String(elsewhere).padStart(10)} ${String(nowhere).padStart(8)} ${String(of).padStart(6)}`;
  const head = `${'mistake'.padEnd(44)} ${'stage'.padEnd(14)} ${'found'.padStart(5)} ${'elsewhere'.padStart(10)} ${'nowhere'.padStart(8)} ${'files'.padStart(6)}`;
  return [head, ...all.map(line), line(total)].join('\n');
}

/** Some broken files that are not found, with what Compose says. */
export function missedFiles({ broken }: ComposeRun, few: number): string {
  const counts = new Map<string, number>();
  const left = broken.filter(({ found, mistake }) => {
    const count = (counts.get(mistake.id) ?? 0) + (found === 'there' ? 0 : 1);
    counts.set(mistake.id, count);
    return found !== 'there' && count <= few;
  });
  return left
    .map(({ mistake, base, found, refused, text, places }) => {
      const [place] = places;
      const lines = text.slice(place?.start, place?.end).split('\n').slice(0, 8);
      return [`${mistake.id} (${found}) in ${base}: ${refused}`, ...lines.map((line) => `    | ${line}`)].join('\n');
    })
    .join('\n');
}
