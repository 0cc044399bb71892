import 'mocha/mocha.js';

type Result = Readonly<{ title: string; passed: boolean; error?: string }>;

/**
 * Runs the suite in the web extension host. Each result leaves as a line of the console, `RESULT {...}`. Rejects if
 * a test failed.
 */
export async function run(): Promise<void> {
  // Without a name Mocha takes the reporter for pages, and a worker has no page.
  const options: Mocha.MochaOptions = { ui: 'tdd', timeout: 60_000 };
  mocha.setup(Object.assign(options, { reporter: undefined }));
  await import('../extension/suite.js');
  const tell = (result: Result): void => console.log(`RESULT ${JSON.stringify(result)}`);
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tell({ title: test.fullTitle(), passed: true }))
      .on('fail', (test, error) => tell({ title: test.fullTitle(), passed: false, error: String(error) }))
      .on('pending', (test) => tell({ title: test.fullTitle(), passed: false, error: 'skipped' }));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
