import { statSync } from 'node:fs';
import { isFor, type Rule } from '../engine/rule.js';
import type { EffectiveConfig, Origin, RuleSetting } from '../engine/config/types.js';
import { detectLanguage } from '../engine/language.js';
import { Linter } from '../engine/lint.js';
import { configOptions, helpOption, readConfigArgs } from './args.js';
import { Configs } from './configs.js';
import type { Style } from './format/style.js';
import { styleFor } from './format/style.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { absolute, displayPath, slashes } from './paths.js';
import { readOptions } from './options.js';
import { readText } from './read.js';

/** `docker-patterns config <file>`. Throws a UsageError. */
export function configCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): number {
  const options = readOptions('config', argv, { ...helpOption, ...configOptions });
  if (options.flags.has('help')) {
    io.stdout.write(helpFor('config'));
    return exitCode.clean;
  }
  const [name, ...others] = options.positionals;
  if (name === undefined || others.length > 0) throw new UsageError('config wants the path of one file.', 'config');
  const linter = new Linter(rules);
  const path = absolute(name, io.cwd);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new UsageError(`${name} is a folder; config wants the path of one file.`, 'config');
  }
  const configs = new Configs(linter, io, readConfigArgs('config', options, linter.catalogue));
  const read = readText(path);
  const language = detectLanguage({
    name: slashes(path),
    isCompose: configs.isCompose(path),
    ...('failure' in read ? {} : { text: read.text }),
  });
  if (language === undefined)
    throw new UsageError(`${name} is no Dockerfile, Compose file or .dockerignore.`, 'config');
  const config = configs.for(path);
  const known = linter.rules.filter((rule) => isFor(rule, language));
  io.stdout.write(
    describe(config, known.map(({ id }) => id).sort(), styleFor(io.stdout.terminal && !io.noColor), io.cwd),
  );
  for (const { path: file, line, column, message } of configs.problems) {
    io.stderr.write(
      `${[file, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(':')}: ${message}\n`,
    );
  }
  return exitCode.clean;
}

function describe(config: EffectiveConfig, ids: readonly string[], style: Style, cwd: string): string {
  const width = Math.max('profile'.length, ...ids.map((id) => id.length));
  const row = (name: string, value: string, from: string): string =>
    `${name.padEnd(width)}  ${value.padEnd(11)}  ${style.dim(from)}\n`;
  const rows = ids.flatMap((id) => {
    const setting = config.rules.get(id);
    if (setting === undefined) return [];
    return [
      row(id, setting.severity, originText(setting.origin, cwd)),
      ...options(setting, width),
      ...[...(setting.codes?.values() ?? [])].map((code) =>
        row(`  ${code.id}`, code.severity, originText(code.origin, cwd)),
      ),
    ];
  });
  return [
    row('profile', config.profile, originText(config.profileOrigin, cwd)),
    ...(config.excluded ? ['This file is left out by "exclude": nothing is reported.\n'] : []),
    ...(config.failOn === undefined ? [] : [row('fail on', config.failOn, 'configuration')]),
    ...(config.withoutPragmas === true
      ? ['Ignore comments of hadolint hide nothing ("disable-ignore-pragma").\n']
      : []),
    '\n',
    ...rows,
  ].join('');
}

/** Options below their rule. */
function options({ options: values }: RuleSetting, width: number): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${' '.repeat(width)}  ${name} = ${JSON.stringify(value)}\n`);
}

/** Where a value comes from, for people. */
export function originText({ kind, path, line }: Origin, cwd: string): string {
  if (kind === 'environment') return path === undefined ? 'the environment' : `the variable ${path}`;
  if (path !== undefined) return `${displayPath(path, cwd)}${line === undefined ? '' : `:${line + 1}`}`;
  if (kind === 'profile') return 'the profile';
  return kind === 'command-line' ? 'the command line' : kind === 'editor' ? 'the editor' : 'default';
}
