import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summary } from '../bench/measure.js';
import { hadolint, hadolintArguments } from './oracles/hadolint.js';

/** Median milliseconds of both over the same files, in processes of their own. */
export interface Speed {
  readonly ours: number;
  readonly hadolint: number;
  readonly hadolintVersion: string;
  readonly files: number;
  readonly rounds: number;
}

export const speedGoal = 0.5;

/** Times the built command line with all rules on against hadolint, in turn; or why that cannot be done. */
export async function speedOf(
  root: string,
  texts: readonly string[],
  rounds = 3,
): Promise<Speed | { readonly missing: string }> {
  const cli = join(root, 'dist', 'cli.js');
  if (!existsSync(cli)) return { missing: 'build first: npm run build' };
  const theirs = await hadolint();
  if ('missing' in theirs) return theirs;
  const ours = ['lint', '--profile', 'all', '--fail-on', 'never', '--format', 'json'];
  const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-speed-'));
  const paths = texts.map((_, index) => join(folder, `app${index}.dockerfile`));
  texts.forEach((text, index) => writeFileSync(paths[index] ?? '', text));
  const runs = { ours: [] as number[], hadolint: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const mine = time(process.execPath, [cli, ...ours, ...paths]);
    const other = time(theirs.path, [...hadolintArguments(), ...paths]);
    // The first round warms the disk.
    if (round === 0) continue;
    runs.ours.push(mine);
    runs.hadolint.push(other);
  }
  rmSync(folder, { recursive: true });
  return {
    ours: summary(runs.ours).median,
    hadolint: summary(runs.hadolint).median,
    hadolintVersion: theirs.version,
    files: paths.length,
    rounds,
  };
}

function time(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, error } = spawnSync(command, [...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ended with ${status ?? String(error)}`);
  return performance.now() - start;
}

/** One sentence. */
export function speedText({ ours, hadolint: other, hadolintVersion, files, rounds }: Speed): string {
  const seconds = (ms: number): string => (ms / 1000).toFixed(2);
  return `${files} files, all rules on: ${seconds(ours)} s against ${seconds(other)} s for hadolint ${hadolintVersion}: ${(ours / other).toFixed(2)} × (medians of ${rounds} rounds in turn)`;
}
