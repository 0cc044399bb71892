import type { EffectiveConfig, Origin } from '../engine/config/types.js';
import { detectLanguage, languageOfName } from '../engine/language.js';
import { Linter } from '../engine/lint.js';
import type { Language, Rule } from '../engine/rule.js';
import { configOptions, helpOption, readConfigArgs } from './args.js';
import { compareFile } from './compare/judge.js';
import { comparisonJson, comparisonText, totals, type ComparedFile } from './compare/print.js';
import { readReport, type ForeignFinding, type ForeignReport } from './compare/reports.js';
import { wantedFiles } from './compare/files.js';
import { originText } from './config.js';
import { Configs } from './configs.js';
import { styleFor } from './format/style.js';
import { helpFor } from './help.js';
import type { Io } from './io.js';
import { exitCode, UsageError } from './io.js';
import { lastValue, readOptions } from './options.js';
import { absolute, displayPath, slashes } from './paths.js';
import { readText } from './read.js';
import type { Reporter } from './report.js';
import { Session, type Subject } from './session.js';

const silent: Reporter = { file: () => undefined, end: () => undefined };

/** `docker-patterns compare <report> [files]`. Throws a UsageError. */
export async function compareCommand(argv: readonly string[], io: Io, rules: readonly Rule[]): Promise<number> {
  const options = readOptions('compare', argv, {
    ...helpOption,
    ...configOptions,
    format: { type: 'string', choices: ['text', 'json'] },
  });
  if (options.flags.has('help')) {
    io.stdout.write(helpFor('compare'));
    return exitCode.clean;
  }
  const [name, ...paths] = options.positionals;
  if (name === undefined) throw new UsageError('compare wants the report of another tool.', 'compare');
  const report = await readForeign(name, io);
  const linter = new Linter(rules);
  const configArgs = readConfigArgs('compare', options, linter.catalogue);
  const args = { ...configArgs, ...nothingElse };
  const configs = new Configs(linter, io, configArgs);
  const session = new Session(linter, args, io, { configs, reporter: silent });
  const files = await wantedFiles(report, paths, session);
  const compared: ComparedFile[] = [];
  for (const [path, theirs] of files) {
    const file = await compareOne(path, theirs, session, linter);
    if (file !== undefined) compared.push(file);
  }
  const json = lastValue(options, 'format') === 'json';
  const style = styleFor(io.stdout.terminal && !io.noColor);
  io.stdout.write(json ? comparisonJson(compared, report.tool) : comparisonText(compared, report.tool, style));
  const ended = session.end();
  if (ended === exitCode.failure) return ended;
  return totals(compared).unexplained > 0 ? exitCode.findings : exitCode.clean;
}

/** The options of `lint` that have no meaning here. */
const nothingElse = {
  paths: [],
  format: 'text',
  fix: undefined,
  diff: false,
  stdin: undefined,
  failOn: undefined,
  quiet: false,
  date: undefined,
  shellCheck: undefined,
} as const;

async function readForeign(name: string, io: Io): Promise<ForeignReport> {
  const read = name === '-' ? { text: new TextDecoder().decode(await io.stdin()) } : readText(absolute(name, io.cwd));
  if ('failure' in read) throw new UsageError(`${name} ${read.failure}.`, 'compare');
  const report = readReport(read.text);
  if (report !== undefined) return report;
  throw new UsageError(`${name} is no JSON or SARIF report of hadolint, Trivy, Checkov or KICS.`, 'compare');
}

async function compareOne(
  path: string,
  theirs: readonly ForeignFinding[],
  session: Session,
  linter: Linter,
): Promise<ComparedFile | undefined> {
  const read = readText(path);
  const { cwd } = session.io;
  const language = 'failure' in read ? undefined : languageOf(path, read.text, theirs);
  if ('failure' in read || language === undefined) {
    const why = 'failure' in read ? read.failure : 'is no Dockerfile, Compose file or .dockerignore';
    session.notice('file', path, why, 'failure' in read);
    return undefined;
  }
  const subject: Subject = { path, language, text: read.text, onDisk: true };
  const { config, report } = await session.check(subject);
  const everything = await session.check(subject, everythingOn(config, linter.rules));
  const doc = linter.open(language, read.text);
  const comparison = compareFile(theirs, {
    linter,
    doc,
    config,
    report,
    everything: everything.report,
    originText: (origin: Origin) => originText(origin, cwd),
  });
  return { ...comparison, path: displayPath(path, cwd), source: doc.source };
}

/** What the other tool reports something of is a Dockerfile, whatever it is called, unless it is a template for one. */
function languageOf(path: string, text: string, theirs: readonly ForeignFinding[]): Language | undefined {
  const name = slashes(path);
  const language = detectLanguage({ name, text });
  return language ?? (theirs.length > 0 && languageOfName(name) === undefined ? 'dockerfile' : undefined);
}

/** The options of a configuration with every rule on. */
function everythingOn(config: EffectiveConfig, rules: readonly Rule[]): EffectiveConfig {
  const settings = rules.map((rule) => {
    const options = config.rules.get(rule.id)?.options ?? {};
    return [rule.id, { severity: rule.severity, options, origin: { kind: 'default' } }] as const;
  });
  return { ...config, rules: new Map(settings), excluded: false };
}
