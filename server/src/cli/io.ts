import type { Environment } from '../engine/config/hadolintEnvironment.js';

/** Where text goes. `write` may be called with any amount of text. */
export interface Output {
  write(text: string): void;
  /** Whether a person looks at it: colour and progress are for terminals only. */
  readonly terminal: boolean;
  /** Width of the terminal in columns, if known. */
  readonly columns?: number;
}

/** All that the command line gets from its process. */
export interface Io {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The whole standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** The person asked for no colour (the variable NO_COLOR is set and not empty). */
  readonly noColor: boolean;
  /** Variables of the environment that configure: those of hadolint, and where personal configuration lies. */
  readonly env: Environment;
  /** Absolute path of the person's home folder, if there is one. */
  readonly home: string | undefined;
  /** Version of Docker Patterns. */
  readonly version: string;
}

/** Exit codes: nothing to complain about, findings that count, wrong usage or something that failed. */
export const exitCode = { clean: 0, findings: 1, failure: 2 } as const;

/** A mistake in how the command was called; its message is for the person and ends the run with exit code 2. */
export class UsageError extends Error {
  /** The command whose help tells more. */
  readonly command: string | undefined;

  constructor(message: string, command?: string) {
    super(message);
    this.command = command;
  }
}
