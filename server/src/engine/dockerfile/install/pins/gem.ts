import { hasFlag, operands } from '../../../shell/options.js';
import type { ShellWord } from '../../../shell/types.js';
import type { RunCommand } from '../../model/types.js';
import type { Loose } from './loose.js';
import { pinBehind } from './loose.js';

/** `gem help install`: options that take the next word. */
const values = [
  ...['-v', '--version', '-i', '--install-dir', '-n', '--bindir', '--document', '--build-root', '-P', '--trust-policy'],
  ...['-g', '--file', '--without', '--platform', '-B', '--bulk-threshold', '-s', '--source', '-p', '--http-proxy'],
  ...['--config-file', '--target-rbconfig'],
];

/** The gems of `gem install` if neither an option nor a file gives their version. Never throws. */
export function gemPackages({ args }: Pick<RunCommand, 'args'>): readonly ShellWord[] {
  // What follows `--` is for the compiler of the gem.
  const end = args.findIndex(({ value }) => value === '--');
  const own = { args: end < 0 ? args : args.slice(0, end) };
  const [verb, ...gems] = operands(own, values);
  const installs = verb !== undefined && /^i(?:n(?:s(?:t(?:a(?:ll?)?)?)?)?)?$/.test(verb.value);
  const held = hasFlag(own, { short: 'vg', long: ['version', 'file'] }, values);
  return installs && !held ? gems : [];
}

/** A gem without `:version`. Never throws. */
export function looseGem(value: string): Loose | undefined {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(value) || value.endsWith('.gem')) return undefined;
  return { name: value, pin: pinBehind(value.length, ':') };
}
