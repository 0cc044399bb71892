import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawn } from 'node:child_process';

/** The folder that keeps the programs and their answers between runs. */
export function homeFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'docker-patterns', 'conformance');
}

export function hashOf(...texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 20);
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Never throws: a program that does not start ends with 127. */
export function say(command: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const text = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');
    child.on('error', (error) => resolve({ code: 127, stdout: '', stderr: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr) }));
  });
}

/**
 * A folder below `homeFolder()` that `fill` fills once for each `key`; another run that dies in the middle leaves nothing
 * that counts. Answers the reason where filling fails.
 */
export async function filled(
  name: string,
  key: string,
  fill: (folder: string) => Promise<Said>,
): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const folder = join(homeFolder(), `${name}-${key}`);
  const mark = join(folder, 'done');
  if (existsSync(mark)) return { folder };
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const { code, stdout, stderr } = await fill(fresh);
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    return { missing: lastLine(stderr) || lastLine(stdout) || `status ${code}` };
  }
  writeFileSync(join(fresh, 'done'), '');
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
  return { folder };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}

/** Answers that were given before, kept in one JSON file for each tool, version and way of asking. */
export class Memory<T> {
  readonly #file: string;
  readonly #known: Map<string, T>;

  constructor(name: string) {
    this.#file = join(homeFolder(), 'answers', `${name}.json`);
    this.#known = readKnown(this.#file);
  }

  get(key: string): T | undefined {
    return this.#known.get(key);
  }

  set(key: string, answer: T): void {
    this.#known.set(key, answer);
  }

  /** Writes at once or not at all, so that several runs at a time do no harm. */
  save(): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    for (const [key, answer] of readKnown<T>(this.#file)) if (!this.#known.has(key)) this.#known.set(key, answer);
    const fresh = `${this.#file}.${process.pid}`;
    writeFileSync(fresh, JSON.stringify([...this.#known]));
    renameSync(fresh, this.#file);
  }
}

function readKnown<T>(file: string): Map<string, T> {
  try {
    return new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, T][]);
  } catch {
    return new Map();
  }
}
