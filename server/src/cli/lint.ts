import { join } from 'node:path';
import { Linter } from '../engine/lint.js';
import type { Rule } from '../engine/rule.js';
import type { LintArgs } from './args.js';
import { Configs } from './configs.js';
import { readLintArgs } from './args.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode } from './io.js';
import { lintFiles } from './lintFiles.js';
import { lintStdin } from './lintStdin.js';
import type { Reporter } from './report.js';
import { Session } from './session.js';

/** `docker-patterns lint`. Answers the exit code; throws a UsageError. */
export async function lintCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): Promise<number> {
  const linter = new Linter(rules);
  const args = readLintArgs(argv, linter.catalogue);
  if (args === undefined) {
    io.stdout.write(helpFor('lint'));
    return exitCode.clean;
  }
  const configs = new Configs(linter, io, args);
  // hadolint's `no-color` is read where a person works, and only where there would be colour.
  const plain = io.stdout.terminal && configs.for(join(io.cwd, 'Dockerfile')).noColor === true;
  const reporter = await reporterFor(args, plain ? { ...io, noColor: true } : io);
  const { shellCheck } = args;
  const scripts = shellCheck === undefined ? undefined : new (await import('./scripts.js')).Scripts(shellCheck, io.cwd);
  const session = new Session(linter, args, io, { configs, reporter, scripts });
  if (args.stdin === undefined) await lintFiles(session);
  else await lintStdin(session, args.stdin);
  return session.end();
}

/** A diff, and the fixed text of `--stdin`, have standard output for themselves. */
async function reporterFor(args: LintArgs, io: Io): Promise<Reporter> {
  if (args.format === 'json') return (await import('./format/json.js')).jsonReporter(io.stdout);
  if (args.format === 'sarif') return (await import('./format/sarif.js')).sarifReporter(io);
  if (args.format === 'github') return (await import('./format/github.js')).githubReporter(io.stdout);
  const text = await import('./format/text.js');
  if (args.diff) return text.summaryReporter(io.stderr, args.quiet);
  if (args.stdin !== undefined && args.fix !== undefined) {
    return text.textReporter({ stdout: io.stderr, noColor: io.noColor }, args.quiet);
  }
  return text.textReporter(io, args.quiet);
}
