import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type { ScriptOutcome, ScriptQuery } from '../engine/scripts.js';
import { readReport, shellCheckArguments } from '../engine/shell/shellcheck/report.js';

/** Time for one text. ShellCheck takes a tenth of a second for most. */
const patience = 5_000;
/** Far more than ShellCheck says of any text that is checked. */
const maxOutput = 16 * 1024 * 1024;

/** Runs the program that a person named as ShellCheck; never through a shell, never in a folder of theirs. */
export class ShellCheckRunner {
  readonly #milliseconds: number;

  constructor(milliseconds = patience) {
    this.#milliseconds = milliseconds;
  }

  /** Never rejects; a program that does not end in time is ended. */
  check(program: string, query: ScriptQuery): Promise<ScriptOutcome> {
    const path = findProgram(program);
    if (path === undefined) return Promise.resolve({ failure: whyNotFound(program), lasting: true });
    return new Promise((done) => this.#run(path, query, done));
  }

  #run(path: string, query: ScriptQuery, done: (outcome: ScriptOutcome) => void): void {
    let child: ChildProcess;
    try {
      child = spawn(path, shellCheckArguments(query), {
        cwd: homedir(),
        env: environment(),
        shell: false,
        stdio: 'pipe',
        windowsHide: true,
      });
    } catch (error) {
      done({ failure: `cannot be started: ${describe(error)}`, lasting: true });
      return;
    }
    const end = (outcome: ScriptOutcome): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      // What the program started may live on and hold these.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
      done(outcome);
    };
    const timer = setTimeout(() => {
      end({ failure: `did not answer within ${this.#milliseconds / 1000} seconds`, lasting: false });
    }, this.#milliseconds);
    const [output, complaint] = [new Collected(), new Collected()];
    child.on('error', (error) => end({ failure: `cannot be started: ${describe(error)}`, lasting: true }));
    child.on('close', (code) => end(outcomeOf(code, output.text, complaint.text)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!output.add(chunk)) end({ failure: 'says more than can be read', lasting: false });
    });
    child.stderr?.on('data', (chunk: Buffer) => void complaint.add(chunk));
    // A program that does not read its input ends with something to tell.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(query.text);
  }
}

class Collected {
  readonly #chunks: Buffer[] = [];
  #length = 0;

  /** False where it has become too much. */
  add(chunk: Buffer): boolean {
    this.#length += chunk.length;
    if (this.#length > maxOutput) return false;
    this.#chunks.push(chunk);
    return true;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}

function outcomeOf(code: number | null, output: string, complaint: string): ScriptOutcome {
  const remarks = code === 0 || code === 1 ? readReport(output) : undefined;
  if (remarks !== undefined) return { remarks };
  const [line = ''] = complaint.trim().split(/\r?\n/);
  const why = line === '' ? '' : `: ${line.slice(0, 200).replace(/[.\s]+$/, '')}`;
  const what = code === 0 || code === 1 ? 'gives no report as ShellCheck 0.7 or newer does' : 'failed';
  return { failure: what + why, lasting: false };
}

/** Settings of other uses of ShellCheck would change what comes out, and may let it read files. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, SHELLCHECK_OPTS: undefined };
}

/**
 * A program by its absolute path or by its name in a folder of `PATH`. Where the process works does not count: there,
 * a workspace could have put a program of that name. Never throws.
 */
function findProgram(program: string): string | undefined {
  if (isAbsolute(program)) return isProgram(program) ? program : undefined;
  if (/[/\\]/.test(program)) return undefined;
  const names = process.platform === 'win32' && !/\.exe$/i.test(program) ? [`${program}.exe`] : [program];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function whyNotFound(program: string): string {
  if (isAbsolute(program)) return 'is no program';
  return /[/\\]/.test(program) ? 'is neither an absolute path nor a name' : 'is in no folder of PATH';
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
