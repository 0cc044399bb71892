import { conformance } from './test/conformance.js';
import { check, vitest, type Level, type LevelResult } from './test/levels.js';
import { vscodeLevels } from './test/vscode.js';

// test [LEVEL...]: runs every level in order, or those whose name starts with one of the words. The last line counts the tests.
const levels: readonly Level[] = [
  check('format', 'npx', 'prettier', '--check', '.'),
  check('lint', 'npx', 'eslint', '.'),
  check('types', 'npx', 'tsc', '-b'),
  check('generated files', 'node', 'server/tools/run.mjs', 'generate', '--check'),
  check('build', 'node', 'server/tools/run.mjs', 'build', '--check'),
  vitest('unit and protocol tests', ['--exclude=test/package/**']),
  conformance,
  vitest('packages', ['test/package']),
  ...vscodeLevels,
];
const maxErrorLines = 60;
const words = process.argv.slice(2);
const count = { passed: 0, failed: 0 };

for (const level of levels) {
  if (words.length > 0 && !words.some((word) => level.name.startsWith(word))) continue;
  const start = performance.now();
  const result = await level.run().catch((error: unknown): LevelResult => ({ tests: [broken(error)] }));
  report(level.name, result, Math.round((performance.now() - start) / 100) / 10);
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);

function broken(error: unknown): { title: string; passed: false; error: string } {
  return {
    title: 'the level runs to its end',
    passed: false,
    error: error instanceof Error ? (error.stack ?? '') : String(error),
  };
}

function report(name: string, result: LevelResult, seconds: number): void {
  if ('notRun' in result) {
    const fails = process.env['CI'] === 'true';
    if (fails) count.failed++;
    console.log(`${fails ? 'FAILED ' : 'NOT RUN'} ${name}: ${result.notRun}`);
    return;
  }
  const failed = result.tests.filter((test) => !test.passed);
  const passed = result.tests.length - failed.length;
  count.passed += passed;
  count.failed += failed.length;
  console.log(
    `${failed.length > 0 ? 'FAILED ' : 'ok     '} ${name}: ${passed} passed, ${failed.length} failed (${seconds} s)`,
  );
  for (const note of result.notes ?? []) console.log(`  NOT RUN ${note}`);
  for (const { title, error } of failed) {
    const lines = (error ?? '').trimEnd().split('\n');
    console.log([`  ✗ ${title}`, ...lines.slice(0, maxErrorLines).map((line) => `      ${line}`)].join('\n'));
  }
}
