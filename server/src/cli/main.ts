import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Io, Output } from './io.js';
import { exitCode } from './io.js';
import { describeError } from './messages.js';
import { withCapitalDrive } from './paths.js';
import { run } from './run.js';

/** The version in the package.json that lies above the folder of the bundle. */
function version(): string {
  const { version: text } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return text;
}

function output(stream: NodeJS.WriteStream): Output {
  // A reader that went away (`| head`) wants no more.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 2);
  });
  return {
    write: (text) => void stream.write(text),
    // Undefined where the stream is no terminal.
    terminal: (stream.isTTY as boolean | undefined) === true,
    ...((stream.columns as number | undefined) === undefined ? {} : { columns: stream.columns }),
  };
}

function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function main(): Promise<number> {
  try {
    const io: Io = {
      cwd: withCapitalDrive(process.cwd()),
      stdout: output(process.stdout),
      stderr: output(process.stderr),
      stdin,
      noColor: (process.env['NO_COLOR'] ?? '') !== '',
      env: process.env,
      home: homeFolder(),
      version: version(),
    };
    return await run(process.argv.slice(2), io);
  } catch (error) {
    // The working directory may be gone, or the package incomplete.
    process.stderr.write(`Docker Patterns cannot start: ${describeError(error)}\n`);
    return exitCode.failure;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
