import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../server/src/cli/io.js';
import { run } from '../../server/src/cli/run.js';
import type { Rule } from '../../server/src/engine/rule.js';
import { soundRules } from './testRules.js';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A new folder with files, taken away after the test. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'docker-patterns-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

export interface Calling {
  readonly stdin?: string | Uint8Array;
  readonly terminal?: boolean;
  readonly noColor?: boolean;
  readonly columns?: number;
  readonly rules?: readonly Rule[];
  readonly env?: Io['env'];
  readonly home?: string;
}

/** Runs the command line in this process with the rules of `soundRules`. */
export async function cli(cwd: string, argv: readonly string[], calling: Calling = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const { terminal = false, columns } = calling;
  const io: Io = {
    cwd,
    stdout: { write: (text) => out.push(text), terminal, ...(columns === undefined ? {} : { columns }) },
    stderr: { write: (text) => err.push(text), terminal },
    stdin: () => Promise.resolve(Buffer.from(calling.stdin ?? '')),
    noColor: calling.noColor ?? false,
    env: calling.env ?? {},
    home: calling.home,
    version: '1.2.3',
  };
  const code = await run(argv, io, () => Promise.resolve(calling.rules ?? soundRules));
  return { code, stdout: out.join(''), stderr: err.join('') };
}
