import { dirname, relative, resolve } from 'node:path';
import type { EffectiveConfig } from '../engine/config/types.js';
import type { FactAnswer, Facts } from '../engine/facts.js';
import { factKey, factRounds, factsFrom, unknownFacts } from '../engine/facts.js';
import { tableDate } from '../engine/images/date.js';
import type { Linter } from '../engine/lint.js';
import type { LintOptions, Report, RuleFailure } from '../engine/report.js';
import type { Language, LintDocument } from '../engine/rule.js';
import { SourceText } from '../engine/text/source.js';
import { DiskFacts } from '../node/facts.js';
import type { Scripts } from './scripts.js';
import type { LintArgs } from './args.js';
import type { Configs } from './configs.js';
import type { Io } from './io.js';
import { exitCode } from './io.js';
import { displayPath } from './paths.js';
import { readText } from './read.js';
import type { LintedFile, Notice, Reporter } from './report.js';
import { counts, isAdvice, Tally, withRealFixes } from './report.js';
import { pathFrom, reallyInside, Roots } from './roots.js';

/** One text that is linted. */
export interface Subject {
  /** Absolute. */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** It lies on the disk: what is around it can be known. */
  readonly onDisk: boolean;
}

/** A text that was linted. */
export interface Checked {
  readonly config: EffectiveConfig;
  readonly options: LintOptions;
  readonly report: Report;
}

/** What a run works with. */
interface SessionParts {
  readonly configs: Configs;
  readonly reporter: Reporter;
  /** The program that a person named for shell texts. */
  readonly scripts?: Scripts | undefined;
}

/** What one run of `lint` knows and counts. */
export class Session {
  readonly linter: Linter;
  readonly args: LintArgs;
  readonly io: Io;
  readonly #roots: Roots;
  readonly #configs: Configs;
  readonly #reporter: Reporter;
  readonly #facts = new Map<string, DiskFacts>();
  readonly #scripts: Scripts | undefined;
  readonly #tally = new Tally();
  readonly #notices: Notice[] = [];
  readonly #ruleFailures = new Set<string>();
  #failed = false;

  constructor(linter: Linter, args: LintArgs, io: Io, { configs, reporter, scripts }: SessionParts) {
    this.linter = linter;
    this.args = args;
    this.io = io;
    this.#roots = new Roots(io.cwd);
    this.#configs = configs;
    this.#reporter = reporter;
    this.#scripts = scripts;
  }

  /** The findings of a text, with what they depend on; by its own configuration unless another is given. Never rejects. */
  async check(subject: Subject, config = this.#configs.for(subject.path)): Promise<Checked> {
    const doc = this.linter.open(subject.language, subject.text, pathFrom(this.root(subject.path), subject.path));
    const facts = this.#factsFor(subject, config, doc);
    const scripts = await this.#scripts?.answers(this.linter.scripts(doc, { config }));
    const date = this.args.date ?? tableDate;
    const onFailure = (failure: RuleFailure): void => this.#ruleFailed(subject.path, failure);
    const options: LintOptions = { config, facts, date, ...(scripts === undefined ? {} : { scripts }), onFailure };
    return { config, options, report: this.linter.lint(doc, options) };
  }

  /** Whether a configuration makes a Compose file of a file. */
  isCompose(path: string): boolean {
    return this.#configs.isCompose(path);
  }

  /** The folder that is looked at and written in for a file, as `Roots` tells. */
  root(path: string): string {
    return this.#roots.of(dirname(path));
  }

  /** Files were written: what was known about them is forgotten. */
  filesChanged(): void {
    for (const facts of this.#facts.values()) facts.clear();
  }

  notice(kind: Notice['kind'], path: string, message: string, fatal: boolean): void {
    this.#notices.push({ kind, path: displayPath(path, this.io.cwd), message, fatal });
  }

  /** Reports what a text was found to have, after fixes that were applied to it. */
  report(subject: Subject, { config, report }: Checked, applied: LintedFile['applied'] = []): void {
    const failOn = this.args.failOn ?? config.failOn ?? 'warning';
    const heard = failOn === 'never' ? 'warning' : failOn;
    if (report.findings.some((finding) => !isAdvice(finding, config) && counts(finding.severity, failOn))) {
      this.#failed = true;
    }
    const heardOf = this.args.quiet
      ? report.findings.filter(({ severity }) => counts(severity, heard))
      : report.findings;
    const file: LintedFile = {
      path: displayPath(subject.path, this.io.cwd),
      language: subject.language,
      source: new SourceText(subject.text),
      other: (path) => (subject.onDisk ? this.#other(subject.path, path) : undefined),
      findings: heardOf.map(withRealFixes),
      applied,
    };
    this.#tally.add(file);
    this.#reporter.file(file);
  }

  /** Ends the report, tells what went wrong, and answers the exit code. */
  end(): number {
    const notices: readonly Notice[] = [
      ...this.#configs.problems.map((problem) => ({ ...problem, kind: 'configuration' as const, fatal: false })),
      ...this.#notices,
      ...(this.#scripts?.failures ?? []).map((message) => {
        return { kind: 'file', path: this.args.shellCheck ?? '', message, fatal: true } as const;
      }),
    ];
    this.#reporter.end(this.#tally.summary, notices);
    for (const { kind, path, line, column, message, fatal } of notices) {
      if (this.args.quiet && kind === 'file' && !fatal) continue;
      const place = [path, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])];
      this.io.stderr.write(kind === 'file' ? `${path} ${message}.\n` : `${place.join(':')}: ${message}\n`);
    }
    if (notices.some(({ fatal }) => fatal)) return exitCode.failure;
    return this.#failed ? exitCode.findings : exitCode.clean;
  }

  /** A text is linted again after each round of fixes; one notice is enough. */
  #ruleFailed(path: string, { rule, error }: RuleFailure): void {
    const key = JSON.stringify([path, rule]);
    if (this.#ruleFailures.has(key)) return;
    this.#ruleFailures.add(key);
    this.notice('rule', path, `the rule ${rule} failed: ${error.split('\n', 1)[0] ?? ''}`, true);
  }

  #factsFor({ path, onDisk }: Subject, config: EffectiveConfig, doc: LintDocument): Facts {
    let facts = unknownFacts;
    let answers: ReadonlyMap<string, FactAnswer> = new Map();
    for (let round = 0; onDisk && round < factRounds; round++) {
      const known = answers;
      const queries = this.linter.needs(doc, { config, facts }).filter((query) => !known.has(factKey(query)));
      if (queries.length === 0) break;
      answers = new Map([...known, ...this.#disk(this.root(path)).answer(dirname(path), queries)]);
      facts = factsFrom(answers);
    }
    return facts;
  }

  #disk(root: string): DiskFacts {
    let disk = this.#facts.get(root);
    if (disk === undefined) {
      disk = new DiskFacts(root);
      this.#facts.set(root, disk);
    }
    return disk;
  }

  #other(document: string, path: string): SourceText | undefined {
    const absolute = resolve(dirname(document), path);
    if (relative(document, absolute) === '' || !reallyInside([this.root(document)], absolute)) return undefined;
    const read = readText(absolute);
    return 'failure' in read ? undefined : new SourceText(read.text);
  }
}
