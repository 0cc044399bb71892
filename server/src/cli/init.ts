import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDclintConfig } from '../engine/config/dclint.js';
import { ownDclintRules } from '../engine/config/dclintOwn.js';
import { besideFiles, hadolintFile } from '../engine/config/foreignFiles.js';
import { configNames } from '../engine/config/names.js';
import type { ForeignFile, KnownRules } from '../engine/config/foreignFiles.js';
import { readHadolintConfig } from '../engine/config/hadolint.js';
import { ownRules, type OwnRule, type OwnRules } from '../engine/config/hadolintOwn.js';
import type { ConfigProblem } from '../engine/config/types.js';
import { Linter } from '../engine/lint.js';
import type { Rule } from '../engine/rule.js';
import { SourceText } from '../engine/text/source.js';
import { helpOption } from './args.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { count } from './messages.js';
import { readOptions } from './options.js';
import { absolute, displayPath, slashes } from './paths.js';
import { readText } from './read.js';
import { Roots } from './roots.js';
import { createFile, replaceFile } from './write.js';

const options = {
  ...helpOption,
  'from-hadolint': { type: 'boolean', inline: true },
  'from-dclint': { type: 'boolean', inline: true },
  force: { type: 'boolean' },
} as const;

/** `docker-patterns init [--from-hadolint [FILE] | --from-dclint [FILE]]`. Throws a UsageError. */
export function initCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): number {
  const { flags, values, positionals } = readOptions('init', argv, options);
  if (flags.has('help')) {
    io.stdout.write(helpFor('init'));
    return exitCode.clean;
  }
  const [source, ...more] = (['from-hadolint', 'from-dclint'] as const).filter((name) => flags.has(name));
  if (more.length > 0) throw new UsageError('Take either --from-hadolint or --from-dclint.', 'init');
  const [file, ...others] = [...(source === undefined ? [] : (values.get(source) ?? [])), ...positionals];
  if (others.length > 0 || (file !== undefined && source === undefined)) {
    throw new UsageError(
      'init writes into the working directory; a file goes with --from-hadolint or --from-dclint.',
      'init',
    );
  }
  const target = join(io.cwd, configNames[0] ?? '');
  if (existsSync(target) && !flags.has('force')) {
    throw new UsageError(`${displayPath(target, io.cwd)} exists already; --force replaces it.`, 'init');
  }
  if (source === undefined) {
    write(target, skeleton, io);
    io.stdout.write(`Wrote ${displayPath(target, io.cwd)}.\n`);
    return exitCode.clean;
  }
  const kind = source === 'from-dclint' ? dclint : hadolint;
  translate(target, file === undefined ? nearest(kind, io) : absolute(file, io.cwd), kind, { io, rules });
  return exitCode.clean;
}

/** A tool whose configuration can be taken over. */
interface Source {
  readonly names: readonly string[];
  readonly counts?: ForeignFile['counts'];
  /** What there is not, where none is found. */
  readonly file: string;
  readonly read: (
    text: string,
    path: string,
    known: KnownRules,
  ) => OwnRules & { readonly problems: readonly ConfigProblem[]; readonly replaced: string };
}

const hadolint: Source = {
  names: hadolintFile.names,
  file: '.hadolint.yaml',
  read: (text, path, known) => {
    const { settings, problems } = readHadolintConfig(text, path);
    return { ...ownRules(settings, known), problems, replaced: 'it counts instead of that file' };
  },
};

const dclintFile = besideFiles.find(({ kind }) => kind === 'dclint');

const dclint: Source = {
  names: dclintFile?.names ?? [],
  counts: dclintFile?.counts,
  file: '.dclintrc',
  read: (text, path, known) => {
    const { layer, problems } = parseDclintConfig(text, path, known);
    return { ...ownDclintRules(layer, known), problems, replaced: 'it counts before that file' };
  },
};

interface Setup {
  readonly io: Io;
  readonly rules: readonly Rule[];
}

function translate(target: string, path: string, source: Source, { io, rules }: Setup): void {
  const name = displayPath(path, io.cwd);
  const read = readText(path);
  if ('failure' in read) throw new UsageError(`${name} ${read.failure}.`, 'init');
  const own = source.read(read.text, slashes(path), new Linter(rules));
  const lines = new SourceText(read.text);
  for (const { span, message } of own.problems) {
    const { line, character } = lines.positionAt(span.start);
    io.stderr.write(`${name}:${line + 1}:${character + 1}: ${message}\n`);
  }
  write(target, ownText(own.rules, name), io);
  const amount = count(own.rules.length, 'rule');
  io.stdout.write(`Wrote ${displayPath(target, io.cwd)} with ${amount} from ${name}; ${own.replaced}.\n`);
  for (const sentence of own.without) io.stdout.write(`- ${sentence}\n`);
}

/** The file of a tool that counts in the working directory. */
function nearest({ names, counts, file }: Source, { cwd }: Io): string {
  const root = new Roots(cwd).of(cwd);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path) && isOne(path, counts));
    if (found !== undefined) return found;
    if (folder === root || folder === dirname(folder)) break;
  }
  throw new UsageError(`There is no ${file} here or above, up to the root; name the file.`, 'init');
}

function isOne(path: string, counts: Source['counts']): boolean {
  if (counts === undefined) return true;
  const read = readText(path);
  return 'failure' in read || counts(slashes(path), read.text);
}

function write(target: string, text: string, { cwd }: Io): void {
  const bytes = Buffer.from(text, 'utf8');
  const root = new Roots(cwd).of(cwd);
  const before = existsSync(target) ? readText(target) : undefined;
  if (before !== undefined && 'failure' in before) {
    throw new UsageError(`${displayPath(target, cwd)} ${before.failure}.`, 'init');
  }
  const failure =
    before === undefined ? createFile(target, bytes, root) : replaceFile(target, before.bytes, bytes, root);
  if (failure !== undefined) throw new UsageError(`${displayPath(target, cwd)} ${failure}.`, 'init');
}

function ownText(rules: readonly OwnRule[], name: string): string {
  const lines = rules.flatMap(({ id, severity, options: own, from }) => [
    ...(from.length === 0 ? [] : [`  # ${from.join(', ')}`]),
    `  ${id}: ${Object.keys(own).length === 0 ? severity : `[${severity}, ${JSON.stringify(own)}]`}`,
  ]);
  return [
    `# Settings of Docker Patterns, made from ${name}.`,
    rules.length === 0 ? 'rules: {}' : 'rules:',
    ...lines,
    '',
  ].join('\n');
}

const skeleton = `# Settings of Docker Patterns. "docker-patterns config FILE" shows what counts for a file, and where it comes from.

# The rules that are on by themselves: recommended, or all.
profile: recommended

# Files that are left out.
# exclude:
#   - vendor/**

# Severities of single rules: off, hint, info, warning or error. "docker-patterns rules" lists the rules.
# rules:
#   missing-user: off
#   apt-recommended-packages: warning

# Other severities for some files.
# overrides:
#   - files: ['**/*.dev.dockerfile']
#     rules:
#       unpinned-base-image: hint

# More Compose files, and those that run together, in the order of docker compose -f.
# compose:
#   files: ['deploy/*.yaml']
#   projects:
#     - [compose.yaml, compose.prod.yaml]
`;
