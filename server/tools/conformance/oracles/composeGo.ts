import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { ComposeAnswer, ComposeCase } from '../compose/types.js';
import { filled, hashOf, Memory, say } from './home.js';

export interface ComposeGo {
  readonly version: string;
  /** In the order of the files. */
  ask(files: readonly ComposeCase[]): Promise<readonly ComposeAnswer[]>;
}

export async function composeGo(): Promise<ComposeGo | { readonly missing: string }> {
  const sources = join(process.cwd(), 'test', 'conformance', 'compose-go');
  const { code } = await say('go', ['version']);
  if (code !== 0) return { missing: 'there is no Go' };
  const names = readdirSync(sources).filter((name) => /^go\.|\.go$/.test(name));
  const key = hashOf(...names.sort().map((name) => readFileSync(join(sources, name), 'utf8')));
  const place = await filled('compose-go', key, (folder) => {
    console.error(`Building ${sources} for the comparison (once)`);
    return say('go', ['build', '-C', sources, '-trimpath', '-buildvcs=false', '-o', join(folder, 'compose-go'), '.']);
  });
  if ('missing' in place) return { missing: `go could not build it: ${place.missing}` };
  const version = /compose-go\/v2 v(\S+)/.exec(readFileSync(join(sources, 'go.mod'), 'utf8'))?.[1] ?? '?';
  return { version, ask: (files) => ask(join(place.folder, 'compose-go'), key, files) };
}

/** At most so many questions for one process, so that no answer is waited for too long. */
const batch = 500;

async function ask(path: string, key: string, files: readonly ComposeCase[]): Promise<readonly ComposeAnswer[]> {
  const memory = new Memory<ComposeAnswer>(`compose-go-${key}`);
  const questions = files.map(questionOf);
  const keys = questions.map((question) => hashOf(question));
  let left = [...new Map(questions.map((question, index) => [keys[index] ?? '', question]))].filter(
    ([each]) => memory.get(each) === undefined,
  );
  const news = left.length > 0;
  while (left.length > 0) {
    const now = left.slice(0, batch);
    const { code, stdout, stderr } = await say(path, [], now.map(([, question]) => question).join('\n'));
    const lines = stdout.split('\n').filter((line) => line !== '');
    for (const [index, line] of lines.entries()) {
      const [each] = now[index] ?? [];
      if (each !== undefined) memory.set(each, JSON.parse(line) as ComposeAnswer);
    }
    const [died] = (code === 0 ? undefined : now[lines.length]) ?? [];
    // It died over a file: a fault of the loader that belongs to that file alone.
    if (died !== undefined) memory.set(died, { unknown: stderr.trim().split('\n')[0] ?? '' });
    left = left.slice(lines.length + (died === undefined ? 0 : 1));
    if (lines.length === 0 && died === undefined) break;
  }
  if (news) memory.save();
  return keys.map((each) => memory.get(each) ?? { unknown: 'no answer' });
}

function questionOf({ text, path, around }: ComposeCase): string {
  const files = Object.fromEntries([...(around ?? []), [path, text]]);
  const guesses = text.includes('$') ? namesIn(text) : [];
  return JSON.stringify({ files, load: loaded(path, around), alone: around === undefined, guesses });
}

/** Words that could be the names of something in a file; a few, since every one is tried. */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/^ {2}([\w.-]+):/gm)].map(([, name]) => name ?? '');
  return ['default', ...new Set(names)].slice(0, 12);
}

const baseName = /^(?:docker-)?compose\.ya?ml$/;
const overrideName = /^(?:docker-)?compose\.override\.ya?ml$/;

/** The files that Compose reads if it is started in the folder: a base and its override, or the one that is named. */
function loaded(path: string, around: ComposeCase['around']): readonly string[] {
  const folder = posix.dirname(path);
  const name = posix.basename(path);
  const beside = [...(around?.keys() ?? [])].filter((other) => posix.dirname(other) === folder);
  const other = (wanted: RegExp): readonly string[] =>
    beside.filter((each) => wanted.test(posix.basename(each))).slice(0, 1);
  if (baseName.test(name)) return [path, ...other(overrideName)];
  return overrideName.test(name) ? [...other(baseName), path] : [path];
}

/** Whether Compose reads a file of this name by itself, and all of it is known; others are parts of something else. */
export function isWhole({ text, path, around }: ComposeCase): boolean {
  if (around === undefined && /^include:/m.test(text)) return false;
  const named = [...(around ?? [])].some(([other, content]) => /\.ya?ml$/.test(other) && content.includes(path));
  if (goesTogether(path, text, around)) return false;
  return !named && (baseName.test(posix.basename(path)) || loaded(path, around).length > 1);
}

/** A template of the override file. */
const overrideTemplate = /^(?:docker-)?compose\.override\.ya?ml\.example$/;

/** Whether somebody's command line may name another file together with this one, which has services of the same names. */
function goesTogether(path: string, text: string, around: ComposeCase['around']): boolean {
  const folder = posix.dirname(path);
  const services = new Set(servicesIn(text));
  return [...(around ?? [])].some(([other, content]) => {
    const name = posix.basename(other);
    if (posix.dirname(other) === folder && overrideTemplate.test(name)) return true;
    const beside = posix.dirname(other) === folder && !baseName.test(name) && !overrideName.test(name);
    const above =
      folder.startsWith(posix.join(posix.dirname(other), '/')) || (posix.dirname(other) === '.' && folder !== '.');
    const isOther = /\.ya?ml$/.test(name) && (beside || (above && baseName.test(name)));
    return isOther && servicesIn(content).some((service) => services.has(service));
  });
}

/** Names that are indented as those of services are. */
function servicesIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {2}([\w.-]+):[ \t]*$/gm)].map((match) => match[1] ?? '');
}
