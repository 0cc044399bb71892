import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number;
  /** Both streams, in the order of arrival. */
  readonly output: string;
}

/** Runs a program to its end and keeps what it says. Never throws: a program that does not start ends with 127. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    const parts: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: parts.join('') }));
  });
}
