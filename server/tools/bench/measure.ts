/** Times in milliseconds of one thing that was measured several times. */
export interface Timing {
  readonly median: number;
  readonly min: number;
  readonly runs: number;
}

/**
 * Median and minimum of `run` in milliseconds, after so many (an even number) to warm up; between 5 runs and about
 * `budget` milliseconds.
 */
export async function measure(run: (round: number) => unknown, budget = 1500, warmUp = 4): Promise<Timing> {
  for (let i = 0; i < warmUp; i++) await run(i);
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
  return { median: sorted[sorted.length >> 1] ?? 0, min: sorted[0] ?? 0, runs: sorted.length };
}
