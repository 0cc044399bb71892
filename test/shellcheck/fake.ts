import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A program that answers as ShellCheck does; every call is noted. */
export interface FakeProgram {
  readonly path: string;
  /** The arguments and the input of each call so far. */
  calls(): readonly { readonly args: readonly string[]; readonly input: string }[];
}

/** What it does with its input: remark on each `MARK`, print something else, end badly, or never end. */
export type Behaviour = 'remarks' | 'garbage' | 'fails' | 'hangs';

/** A report that remarks on each word `MARK` of a text, as ShellCheck counts. It stands in the program, too. */
export function reportOn(text: string): string {
  const comments = text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/MARK/g)].map((match) => {
      const column = Array.from(line.slice(0, match.index)).length + 1;
      const place = { line: index + 1, column, endLine: index + 1, endColumn: column + 4 };
      const change = { ...place, replacement: 'DONE', insertionPoint: 'beforeStart', precedence: 1 };
      return { file: '-', ...place, level: 'info', code: 2010, message: 'Marked.', fix: { replacements: [change] } };
    }),
  );
  return JSON.stringify({ comments });
}

/** A new program, taken away after the test. */
export function fakeProgram(behaviour: Behaviour = 'remarks'): FakeProgram {
  const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-fake-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'shellcheck');
  const notes = join(folder, 'calls');
  writeFileSync(notes, '');
  writeFileSync(
    path,
    `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const input = readFileSync(0, 'utf8');
const report = ${reportOn.toString()};
appendFileSync(${JSON.stringify(notes)}, JSON.stringify({ args: process.argv.slice(2), input }) + '\\n');
const behaviour = ${JSON.stringify(behaviour)};
if (behaviour === 'hangs') setInterval(() => {}, 1000);
else if (behaviour === 'fails') {
  process.stderr.write('Unknown shell\\nmore\\n');
  process.exitCode = 4;
} else {
  process.stdout.write(behaviour === 'garbage' ? 'hello' : report(input));
  process.exitCode = 1;
}
`,
  );
  chmodSync(path, 0o755);
  const calls: FakeProgram['calls'] = () =>
    readFileSync(notes, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { args: string[]; input: string });
  return { path, calls };
}
