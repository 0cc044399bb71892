import { nearest } from '../engine/didYouMean.js';
import type { Rule } from '../engine/rule.js';
import type { Command } from './help.js';
import { commands, helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { printable } from './messages.js';

/** Loads the rules when a command needs them. */
export type LoadRules = () => Promise<readonly Rule[]>;

const allRules: LoadRules = async () => (await import('../rules/index.js')).rules;

/**
 * Runs the command line with its arguments (without program and script) and answers the exit code.
 * Never rejects: what fails is told on standard error.
 */
export async function run(argv: readonly string[], io: Io, load: LoadRules = allRules): Promise<number> {
  try {
    return await dispatch(argv, io, load);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = ['docker-patterns', ...(error.command === undefined ? [] : [error.command]), '--help'].join(' ');
      io.stderr.write(`${printable(error.message)}\nSee "${help}".\n`);
    } else {
      io.stderr.write(
        `Docker Patterns failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
    return exitCode.failure;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io, load: LoadRules): Promise<number> {
  if (first === '--version' || first === '-v') {
    io.stdout.write(`${io.version}\n`);
    return exitCode.clean;
  }
  if (first === undefined) {
    io.stderr.write(helpFor());
    return exitCode.failure;
  }
  if (first === '--help' || first === '-h' || first === 'help') {
    const command = commands.find((name) => name === rest[0]);
    if (rest[0] !== undefined && command === undefined) throw unknownCommand(rest[0]);
    io.stdout.write(helpFor(command));
    return exitCode.clean;
  }
  const command = commands.find((name) => name === first);
  if (command === undefined) throw unknownCommand(first);
  return start(command, rest, io, load);
}

async function start(command: Command, argv: readonly string[], io: Io, load: LoadRules): Promise<number> {
  switch (command) {
    case 'lint':
      return (await import('./lint.js')).lintCommand(argv, io, await load());
    case 'rules':
      return (await import('./rules.js')).rulesCommand(argv, io, await load());
    case 'explain':
      return (await import('./explain.js')).explainCommand(argv, io, await load());
    case 'config':
      return (await import('./config.js')).configCommand(argv, io, await load());
    case 'init':
      return (await import('./init.js')).initCommand(argv, io, await load());
    case 'compare':
      return (await import('./compare.js')).compareCommand(argv, io, await load());
    case 'lsp':
      return (await import('./lsp.js')).lspCommand(argv, io);
  }
}

function unknownCommand(word: string): UsageError {
  if (word.startsWith('-'))
    return new UsageError(`The option ${word} stands behind a command, as in: docker-patterns lint ${word}`);
  const known = nearest(word, commands);
  if (known !== undefined) return new UsageError(`There is no command "${word}"; did you mean ${known}?`);
  return new UsageError(`There is no command "${word}"; to check a file: docker-patterns lint ${word}`);
}
