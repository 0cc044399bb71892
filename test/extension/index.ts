import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

interface TestResult {
  readonly title: string;
  readonly passed: boolean;
  readonly error?: string;
}

/**
 * Runs the suite in the extension host; every launcher of VS Code calls it. Adds a line of JSON for each test to the
 * file that TEST_RESULTS names. Rejects if a test failed, was skipped, or none ran.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, color: false, forbidPending: true });
  // What Mocha does for each file that it loads: it hands out `suite` and `test`.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./suite.js');
  await import('./node.js');
  await import('./pages.js');
  let count = 0;
  const tell = (result: TestResult): void => {
    count++;
    const file = process.env['TEST_RESULTS'];
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(result)}\n`);
  };
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tell({ title: test.fullTitle(), passed: true }))
      .on('fail', (test, error) => tell({ title: test.fullTitle(), passed: false, error: describe(error) }));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
  if (count === 0) throw new Error('no test ran');
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
