import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile, Theirs } from '../types.js';
import { filled, hashOf, Memory, say } from './home.js';

/** What BuildKit says of one file. */
export interface BuildKitAnswer {
  /** As its parser cuts them; empty if the parser refuses the file. */
  readonly instructions: readonly { readonly keyword: string; readonly start: number; readonly end: number }[];
  readonly warnings: readonly Theirs[];
  /** The warnings are all there are although the build fails: it works if it is given arguments. */
  readonly complete: boolean;
  /** Who refuses the file: its parser, the reader of instructions, or the build itself. */
  readonly failure?: {
    readonly stage: 'parse' | 'instructions' | 'build' | 'panic' | 'question';
    readonly message: string;
    /** 0 if unknown. */
    readonly line: number;
  };
}

export interface BuildKitCase extends CaseFile {
  readonly platform: string;
}

interface BuildKit {
  readonly tool: 'buildkit';
  readonly version: string;
  /** By the name of the file. */
  ask(files: readonly BuildKitCase[]): Promise<ReadonlyMap<string, BuildKitAnswer>>;
}

export async function buildkit(): Promise<BuildKit | { readonly missing: string }> {
  const sources = join(process.cwd(), 'test', 'conformance', 'buildkit');
  const { code } = await say('go', ['version']);
  if (code !== 0) return { missing: 'there is no Go' };
  const names = readdirSync(sources).filter((name) => /^go\.|\.go$/.test(name));
  const key = hashOf(...names.sort().map((name) => readFileSync(join(sources, name), 'utf8')));
  const place = await filled('buildkit', key, (folder) => {
    console.error(`Building ${sources} for the comparison (once)`);
    return say('go', ['build', '-C', sources, '-trimpath', '-buildvcs=false', '-o', join(folder, 'buildkit'), '.']);
  });
  if ('missing' in place) return { missing: `go could not build it: ${place.missing}` };
  const version = /moby\/buildkit v(\S+)/.exec(readFileSync(join(sources, 'go.mod'), 'utf8'))?.[1] ?? '?';
  return { tool: 'buildkit', version, ask: (files) => ask(join(place.folder, 'buildkit'), key, files) };
}

interface Line {
  readonly instructions: BuildKitAnswer['instructions'];
  readonly warnings: readonly { readonly rule: string; readonly start: number; readonly message: string }[];
  readonly failure?: NonNullable<BuildKitAnswer['failure']>;
  readonly complete?: boolean;
}

async function ask(
  path: string,
  key: string,
  files: readonly BuildKitCase[],
): Promise<ReadonlyMap<string, BuildKitAnswer>> {
  const memory = new Memory<BuildKitAnswer>(`buildkit-${key}`);
  // That of the Dockerfile itself comes first.
  const ignoreOf = ({ around, place = 'Dockerfile' }: CaseFile): string =>
    around?.get(`${place}.dockerignore`) ?? around?.get('.dockerignore') ?? '';
  const keyOf = (file: BuildKitCase): string => hashOf(file.platform, ignoreOf(file), file.text);
  const asked = files.filter((file) => memory.get(keyOf(file)) === undefined);
  for (let left = asked; left.length > 0;) {
    const questions = left.map((file) =>
      JSON.stringify({ file: file.path, platform: file.platform, ignore: ignoreOf(file) }),
    );
    const { code, stdout, stderr } = await say(path, [], questions.join('\n'));
    const lines = stdout.split('\n').filter((line) => line !== '');
    for (const [index, line] of lines.entries()) {
      const file = left[index];
      if (file !== undefined) memory.set(keyOf(file), answerOf(JSON.parse(line) as Line));
    }
    const died = code === 0 ? undefined : left[lines.length];
    // It died over a file: a fault of BuildKit that belongs to that file alone.
    if (died !== undefined) memory.set(keyOf(died), panic(stderr));
    left = left.slice(lines.length + 1);
  }
  if (asked.length > 0) memory.save();
  return new Map(files.map((file) => [file.name, memory.get(keyOf(file)) ?? panic('no answer')]));
}

function answerOf({ instructions, warnings, failure, complete = false }: Line): BuildKitAnswer {
  const said = warnings.map(({ rule, start, message }) => ({ code: rule, line: start, message }));
  return { instructions, warnings: said, complete, ...(failure && { failure }) };
}

function panic(said: string): BuildKitAnswer {
  const message = said.trim().split('\n')[0] ?? '';
  return { instructions: [], warnings: [], complete: false, failure: { stage: 'panic', message, line: 0 } };
}
