import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, Memory, say } from './home.js';
import { pythonProgram } from './python.js';

/** One thing that ShellCheck says of a script. */
export interface ShellRemark {
  readonly code: string;
  /** Both from 1; a tab is one column. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ShellCheck {
  readonly version: string;
  /** One list for each script, in their order. */
  readonly ask: (scripts: readonly string[]) => Promise<readonly (readonly ShellRemark[])[]>;
}

/** As hadolint: files to source are not there, and ash, which it does not know, is taken for what it is. */
const options = [
  '--norc',
  '--enable=deprecate-which,avoid-nullary-conditions',
  '--exclude=SC1090,SC1091,SC2187',
  '--format=json1',
];
const batch = 200;

export async function shellcheck(): Promise<ShellCheck | { readonly missing: string }> {
  const program = await pythonProgram('shellcheck');
  if ('missing' in program) return program;
  const { code, stdout, stderr } = await say(program.path, ['--version']);
  if (code !== 0) return { missing: `it does not start: ${stderr.trim()}` };
  const version = /version: (\S+)/.exec(stdout)?.[1] ?? '?';
  return { version, ask: (scripts) => ask(program.path, version, scripts) };
}

async function ask(
  path: string,
  version: string,
  scripts: readonly string[],
): Promise<readonly (readonly ShellRemark[])[]> {
  const memory = new Memory<readonly ShellRemark[]>(`shellcheck-${version}-${hashOf(...options)}`);
  const left = [...new Set(scripts)].filter((script) => memory.get(hashOf(script)) === undefined);
  const folder = mkdtempSync(join(tmpdir(), 'docker-patterns-shellcheck-'));
  mkdirSync(folder, { recursive: true });
  try {
    for (let at = 0; at < left.length; at += batch) {
      const some = left.slice(at, at + batch).map((script, index) => ({ script, file: join(folder, `${at + index}`) }));
      for (const { script, file } of some) writeFileSync(file, script);
      const { stdout, stderr } = await say(path, [...options, ...some.map(({ file }) => file)]);
      const remarks = read(stdout);
      if (remarks === undefined) throw new Error(`shellcheck: ${stderr.trim()}`);
      for (const { script, file } of some) {
        const own = remarks.filter((remark) => remark.file === file);
        memory.set(
          hashOf(script),
          own.map(({ code, line, column, message }) => ({ code: `SC${code}`, line, column, message })),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (left.length > 0) memory.save();
  return scripts.map((script) => memory.get(hashOf(script)) ?? []);
}

interface Remark {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
}

function read(text: string): readonly Remark[] | undefined {
  try {
    return (JSON.parse(text) as { readonly comments: readonly Remark[] }).comments;
  } catch {
    return undefined;
  }
}
