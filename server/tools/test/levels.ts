import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteResult } from '../vscode-host/suite.js';
import { run } from './process.js';

/** What a level came to: its tests, or why it did not run. A note tells of a part that could not run and is not missed. */
export type LevelResult =
  { readonly tests: SuiteResult; readonly notes?: readonly string[] } | { readonly notRun: string };

export interface Level {
  readonly name: string;
  run(): Promise<LevelResult>;
}

/** A level of one check: a program that must end with 0. */
export function check(name: string, command: string, ...args: readonly string[]): Level {
  return {
    name,
    run: async () => {
      const { code, output } = await run(command, args);
      return { tests: [{ title: [command, ...args].join(' '), passed: code === 0, error: output }] };
    },
  };
}

/** A level of vitest with the tests below some folders. */
export function vitest(name: string, args: readonly string[]): Level {
  return {
    name,
    run: async () => {
      const file = join(process.cwd(), 'out', `vitest-${name.replaceAll(' ', '-')}.json`);
      rmSync(file, { force: true });
      const { code, output } = await run('npx', ['vitest', 'run', '--reporter=json', `--outputFile=${file}`, ...args]);
      return { tests: vitestResults(file, code, output) };
    },
  };
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A test that vitest skipped counts as failed; so does an error outside the tests. */
function vitestResults(file: string, code: number, output: string): SuiteResult {
  const report = readReport(file);
  const tests = (report?.testResults ?? []).flatMap((of): SuiteResult => {
    const own = of.assertionResults.map(({ fullName, status, failureMessages }) => ({
      title: fullName,
      passed: status === 'passed',
      error: failureMessages.join('\n') || status,
    }));
    const broken = of.status === 'failed' && own.every((test) => test.passed);
    return broken ? [...own, { title: of.name, passed: false, error: of.message }] : own;
  });
  const silent = code !== 0 && tests.every((test) => test.passed);
  return silent || tests.length === 0 ? [...tests, { title: 'vitest', passed: false, error: output }] : tests;
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
