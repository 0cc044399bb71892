import type { ConfigLayer, FailOn } from '../engine/config/types.js';
import { nearest } from '../engine/didYouMean.js';
import { foreignTools } from '../engine/catalogue.js';
import type { Catalogue, Profile, SeveritySetting } from '../engine/rule.js';
import { UsageError } from './io.js';
import type { Options, OptionSpec } from './options.js';
import { lastValue, readOptions } from './options.js';

export type Format = 'text' | 'json' | 'sarif' | 'github';

/** Options that choose what counts, shared by `lint` and `config`. */
export interface ConfigArgs {
  /** Path given by `--config`, as written. */
  readonly config: string | undefined;
  readonly layer: ConfigLayer;
}

/** What a call of `lint` asks for. */
export interface LintArgs extends ConfigArgs {
  readonly paths: readonly string[];
  readonly format: Format;
  /** Which fixes to apply or to show; undefined for none. */
  readonly fix: 'safe' | 'unsafe' | undefined;
  /** Show what fixes would change and write nothing. */
  readonly diff: boolean;
  /** Name of the text on standard input; undefined to lint files. */
  readonly stdin: string | undefined;
  /** Undefined where configuration decides. */
  readonly failOn: FailOn | undefined;
  readonly quiet: boolean;
  readonly date: string | undefined;
  /** The program of `--shellcheck`: absolute, or a name on the PATH. */
  readonly shellCheck: string | undefined;
}

const severities: readonly SeveritySetting[] = ['off', 'hint', 'info', 'warning', 'error'];
const formats = ['text', 'json', 'sarif', 'github'] as const;
const failOns = ['error', 'warning', 'info', 'hint', 'never'] as const;
const profiles: readonly Profile[] = ['recommended', 'all'];

/** Options of every command. */
export const helpOption = { help: { type: 'boolean', short: 'h' } } as const satisfies Record<string, OptionSpec>;

/** Options that `readConfigArgs` reads. */
export const configOptions = {
  config: { type: 'string' },
  profile: { type: 'string', choices: profiles },
  rule: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

const lintOptions = {
  ...helpOption,
  ...configOptions,
  format: { type: 'string', choices: formats },
  fix: { type: 'boolean' },
  'unsafe-fixes': { type: 'boolean' },
  diff: { type: 'boolean' },
  stdin: { type: 'boolean' },
  filename: { type: 'string' },
  'fail-on': { type: 'string', choices: failOns },
  quiet: { type: 'boolean', short: 'q' },
  date: { type: 'string' },
  shellcheck: { type: 'string' },
} as const satisfies Record<string, OptionSpec>;

/** Reads the arguments of `lint`; undefined when help is asked for. Throws a UsageError. */
export function readLintArgs(argv: readonly string[], catalogue: Catalogue): LintArgs | undefined {
  const options = readOptions('lint', argv, lintOptions);
  if (options.flags.has('help')) return undefined;
  const fail = (message: string): never => {
    throw new UsageError(message, 'lint');
  };
  const format = lastValue(options, 'format') as Format | undefined;
  const filename = lastValue(options, 'filename');
  const diff = options.flags.has('diff');
  const stdin = options.flags.has('stdin');
  const unsafe = options.flags.has('unsafe-fixes');
  const date = lastValue(options, 'date');
  if (stdin && filename === undefined) fail('--stdin needs --filename: the name says what kind of file the text is.');
  if (!stdin && filename !== undefined) fail('--filename names the text of --stdin; give a file as a plain argument.');
  if (stdin && options.positionals.length > 0) fail('--stdin lints one text; it does not go with paths.');
  if (diff && format !== undefined && format !== 'text') fail('--diff prints a diff; it does not go with --format.');
  if (stdin && !diff && (options.flags.has('fix') || unsafe) && format !== undefined && format !== 'text') {
    fail('--stdin with fixes prints the fixed text; it does not go with --format.');
  }
  if (options.positionals.includes('')) fail('An empty path names no file.');
  const shellCheck = lastValue(options, 'shellcheck');
  if (shellCheck?.trim() === '') fail('--shellcheck wants the path of the program ShellCheck, or its name.');
  if (date !== undefined && !isDate(date)) fail(`--date wants a day as YYYY-MM-DD, not "${date}".`);
  return {
    ...readConfigArgs('lint', options, catalogue),
    paths: options.positionals,
    format: format ?? 'text',
    fix: unsafe ? 'unsafe' : options.flags.has('fix') || diff ? 'safe' : undefined,
    diff,
    stdin: stdin ? filename : undefined,
    failOn: lastValue(options, 'fail-on') as FailOn | undefined,
    quiet: options.flags.has('quiet'),
    date,
    shellCheck,
  };
}

/** The options that choose what counts. Throws a UsageError for a rule or severity that does not exist. */
export function readConfigArgs(command: string, options: Options, catalogue: Catalogue): ConfigArgs {
  const profile = lastValue(options, 'profile') as Profile | undefined;
  const rules = new Map((options.values.get('rule') ?? []).map((text) => readRule(command, text, catalogue)));
  return {
    config: lastValue(options, 'config'),
    layer: {
      origin: { kind: 'command-line' },
      ...(profile === undefined ? {} : { profile }),
      rules,
      exclude: [],
      overrides: [],
    },
  };
}

/** The id of a rule from its id or an old name. Throws a UsageError that says what was probably meant. */
export function readRuleId(command: string, text: string, catalogue: Catalogue): string {
  if (catalogue.ids.has(text)) return text;
  const renamed = catalogue.aliases.get(text);
  if (renamed !== undefined) return renamed;
  const same = foreignTools.flatMap((tool) => catalogue.rulesFor(tool, text));
  const known = same[0] ?? nearest(text, [...catalogue.ids]);
  throw new UsageError(
    `There is no rule "${text}"${known === undefined ? '; "docker-patterns rules" lists them.' : `; did you mean ${known}?`}`,
    command,
  );
}

function readRule(
  command: string,
  text: string,
  catalogue: Catalogue,
): readonly [string, { severity: SeveritySetting }] {
  const at = text.indexOf('=');
  if (at < 0) throw new UsageError(`--rule wants id=severity, not "${text}".`, command);
  const severity = severities.find((name) => name === text.slice(at + 1));
  const id = readRuleId(command, text.slice(0, at), catalogue);
  if (severity === undefined) {
    throw new UsageError(
      `There is no severity "${text.slice(at + 1)}"; it is one of ${severities.join(', ')}.`,
      command,
    );
  }
  return [id, { severity }];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
