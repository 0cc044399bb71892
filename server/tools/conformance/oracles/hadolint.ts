import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile, Theirs } from '../types.js';
import { hashOf, homeFolder, Memory, say } from './home.js';
import { pythonProgram } from './python.js';

interface Hadolint {
  readonly tool: 'hadolint';
  readonly version: string;
  readonly path: string;
  /** By the name of the file. Codes of ShellCheck, which hadolint embeds, are among the answers. */
  ask(files: readonly CaseFile[]): Promise<ReadonlyMap<string, readonly Theirs[]>>;
}

/** Everything on that is off by default; no registries and no labels, so that rules about them are silent. */
const config = 'override:\n  info: [DL1001, DL3057]\n';
const batch = 100;

/** A case may have a configuration of its own, which both sides read. */
export const hadolintFile = '.hadolint.yaml';

export async function hadolint(): Promise<Hadolint | { readonly missing: string }> {
  const program = await pythonProgram('hadolint');
  if ('missing' in program) return program;
  const { code, stdout, stderr } = await say(program.path, ['--version']);
  if (code !== 0) return { missing: `it does not start: ${stderr.trim()}` };
  const version = /[\d.]+\d/.exec(stdout)?.[0] ?? stdout.trim();
  return { tool: 'hadolint', version, path: program.path, ask: (files) => ask(program.path, version, files) };
}

/** The arguments of one call, without the files. */
export function hadolintArguments(own = config): readonly string[] {
  const file = join(homeFolder(), `hadolint-${hashOf(own)}.yaml`);
  writeFileSync(file, own);
  return ['--config', file, '--disable-ignore-pragma', '--no-fail', '--format', 'json'];
}

interface Line {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

async function ask(
  path: string,
  version: string,
  files: readonly CaseFile[],
): Promise<ReadonlyMap<string, readonly Theirs[]>> {
  const memory = new Memory<readonly Theirs[]>(`hadolint-${version}`);
  const configOf = ({ around }: CaseFile): string => around?.get(hadolintFile) ?? config;
  const keyOf = (file: CaseFile): string => hashOf(configOf(file), file.text);
  const left = files.filter((file) => memory.get(keyOf(file)) === undefined);
  for (const own of new Set(left.map(configOf))) {
    const alike = left.filter((file) => configOf(file) === own);
    for (let at = 0; at < alike.length; at += batch) {
      const some = alike.slice(at, at + batch);
      const { stdout, stderr } = await say(path, [...hadolintArguments(own), ...some.map((file) => file.path)]);
      const lines = parse(stdout);
      if (lines === undefined) throw new Error(`hadolint: ${stderr.trim()}`);
      for (const file of some) {
        const said = lines.filter((line) => line.file === file.path);
        memory.set(
          keyOf(file),
          said.map(({ code, line, message }) => ({ code, line, message })),
        );
      }
    }
  }
  if (left.length > 0) memory.save();
  return new Map(files.map((file) => [file.name, memory.get(keyOf(file)) ?? []]));
}

function parse(text: string): readonly Line[] | undefined {
  try {
    return JSON.parse(text) as readonly Line[];
  } catch {
    return undefined;
  }
}
