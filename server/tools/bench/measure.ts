/** Times in milliseconds of one thing that was measured several times. */
export interface Timing {
  readonly median: number;
  /** What a run cost on average, the collection of garbage included, which a median hides where few runs pay for it. */
  readonly mean: number;
  readonly min: number;
  readonly runs: number;
}

/** How much is run before the first measured run: at least so many, for at least so many milliseconds. */
export interface WarmUp {
  readonly runs: number;
  readonly milliseconds: number;
}

/** Median, mean and minimum of `run` in milliseconds, after a warm-up; between 5 runs and about `budget` milliseconds. */
export async function measure(
  run: (round: number) => unknown,
  budget = 1500,
  { runs, milliseconds }: WarmUp = { runs: 4, milliseconds: 0 },
): Promise<Timing> {
  const warm = performance.now() + milliseconds;
  let warmUp = 0;
  // An even number, for runs that undo what the one before did.
  for (; warmUp < runs || warmUp % 2 === 1 || performance.now() < warm; warmUp++) await run(warmUp);
  const times: number[] = [];
  const end = performance.now() + budget;
  while (times.length < 5 || (performance.now() < end && times.length < 300)) {
    const start = performance.now();
    await run(warmUp + times.length);
    times.push(performance.now() - start);
  }
  return summary(times);
}

export function summary(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(times.length, 1);
  return { median: sorted[sorted.length >> 1] ?? 0, mean, min: sorted[0] ?? 0, runs: sorted.length };
}
