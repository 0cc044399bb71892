import 'mocha/mocha.js';

/** What the build of Mocha for browsers adds to the ordinary one. */
declare const mocha: BrowserMocha & { run(done: (failures: number) => void): Mocha.Runner };

type Result = Readonly<{ title: string; passed: boolean; error?: string }>;

/**
 * Runs the suite in the web extension host. Results leave as one line of the console, `RESULTS [...]`. Rejects if a
 * test failed.
 */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 60_000 });
  await import('../extension/suite.js');
  const results: Result[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => results.push({ title: test.fullTitle(), passed: true }))
      .on('fail', (test, error) => results.push({ title: test.fullTitle(), passed: false, error: String(error) }))
      .on('pending', (test) => results.push({ title: test.fullTitle(), passed: false, error: 'skipped' }));
  });
  console.log(`RESULTS ${JSON.stringify(results)}`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
