import { helpOption } from './args.js';
import type { Rule } from '../engine/rule.js';
import { jsonRules } from './format/json.js';
import { styleFor } from './format/style.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { count } from './messages.js';
import { lastValue, readOptions } from './options.js';

/** `docker-patterns rules`. Throws a UsageError. */
export function rulesCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): number {
  const options = readOptions('rules', argv, { ...helpOption, format: { type: 'string', choices: ['text', 'json'] } });
  if (options.flags.has('help')) {
    io.stdout.write(helpFor('rules'));
    return exitCode.clean;
  }
  const [extra] = options.positionals;
  if (extra !== undefined)
    throw new UsageError(`rules takes no argument; for one rule: docker-patterns explain ${extra}`, 'rules');
  const sorted = [...rules].sort((a, b) => compare(a.language, b.language) || compare(a.id, b.id));
  if (lastValue(options, 'format') === 'json') {
    io.stdout.write(jsonRules(sorted));
    return exitCode.clean;
  }
  const style = styleFor(io.stdout.terminal && !io.noColor);
  const width = Math.max(...sorted.map(({ id }) => id.length));
  for (const { id, severity, profile, title } of sorted) {
    const level = profile === 'all' ? `(${severity})` : severity;
    io.stdout.write(`${style.bold(id.padEnd(width))}  ${style.severity(severity, level.padEnd(9))}  ${title}\n`);
  }
  io.stdout.write(
    `\n${count(sorted.length, 'rule')}; those with the severity in brackets are in the profile all only.\n`,
  );
  return exitCode.clean;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
