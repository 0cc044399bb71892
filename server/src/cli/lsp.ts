import { helpOption } from './args.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { readOptions } from './options.js';

/**
 * `docker-patterns lsp --stdio`. Answers once the server listens; the process lives as long as the connection.
 * Throws a UsageError.
 */
export async function lspCommand(argv: readonly string[], io: Io): Promise<number> {
  const { flags } = readOptions('lsp', argv, {
    ...helpOption,
    stdio: { type: 'boolean' },
    // Editors name their own process, so that the server ends with it.
    clientProcessId: { type: 'string' },
  });
  if (flags.has('help')) {
    io.stdout.write(helpFor('lsp'));
    return exitCode.clean;
  }
  if (!flags.has('stdio')) throw new UsageError('lsp wants --stdio, the way an editor talks to it.', 'lsp');
  await import('../node/main.js');
  return exitCode.clean;
}
