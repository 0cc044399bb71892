import type { EffectiveConfig } from '../engine/config/types.js';
import type { Facts } from '../engine/facts.js';
import { tableDate } from '../engine/images/date.js';
import { detectLanguage } from '../engine/language.js';
import type { Linter } from '../engine/lint.js';
import type { LintOptions, Report } from '../engine/report.js';
import type { Language, LintDocument } from '../engine/rule.js';
import type { ConfigStore } from './config.js';
import type { Documents, OpenDocument } from './documents.js';
import type { FactStore } from './facts.js';
import type { LinterSource } from './linter.js';
import type { ScriptStore } from './scripts.js';
import type { Log } from './safely.js';
import { pathOf, pathWithin, rootOf } from './uris.js';

/** A document that was linted, with everything its answers are made from. */
export interface Analysis {
  readonly open: OpenDocument;
  readonly language: Language;
  readonly document: LintDocument;
  readonly config: EffectiveConfig;
  readonly facts: Facts;
  readonly options: LintOptions;
  readonly report: Report;
  readonly linter: Linter;
  /** Why the program of a setting brought nothing. */
  readonly problem: string | undefined;
  /** Equal for two analyses of a document exactly if they come from the same text, configuration and facts. */
  readonly id: string;
}

interface Parsed {
  readonly version: number;
  readonly text: string;
  readonly language: Language | undefined;
  /** A configuration makes a Compose file of it. */
  readonly isCompose: boolean;
  readonly path: string | undefined;
  document: LintDocument | undefined;
  /** The document of the version before, until this one is parsed. */
  earlier: LintDocument | undefined;
}

/** A document with its text as the client has it. */
interface ParsedDocument {
  readonly open: OpenDocument;
  readonly document: LintDocument;
}

/** Lints open documents; the last result of each is kept while nothing it depends on changes. */
export class Analyser {
  readonly #linter: LinterSource;
  readonly #documents: Documents;
  readonly #config: ConfigStore;
  readonly #facts: FactStore;
  readonly #scripts: ScriptStore;
  readonly #roots: () => readonly string[];
  readonly #log: Log;
  readonly #parsed = new Map<string, Parsed>();
  readonly #done = new Map<string, Analysis>();
  readonly #failures = new Set<string>();

  constructor(parts: {
    readonly linter: LinterSource;
    readonly documents: Documents;
    readonly config: ConfigStore;
    readonly facts: FactStore;
    readonly scripts: ScriptStore;
    readonly roots: () => readonly string[];
    readonly log: Log;
  }) {
    this.#linter = parts.linter;
    this.#documents = parts.documents;
    this.#config = parts.config;
    this.#facts = parts.facts;
    this.#scripts = parts.scripts;
    this.#roots = parts.roots;
    this.#log = parts.log;
  }

  /** The parsed text of a document as it is when the promise resolves; undefined when it is not open or none of ours. */
  async parsed(uri: string): Promise<ParsedDocument | undefined> {
    const { openDocument } = await import('../engine/open.js');
    return this.#read(uri, openDocument);
  }

  #read(uri: string, read: Linter['open']): ParsedDocument | undefined {
    const open = this.#documents.get(uri);
    const parsed = open && this.#parse(open);
    if (open === undefined || parsed?.language === undefined) return undefined;
    parsed.document ??= read(parsed.language, parsed.text, parsed.path, parsed.earlier);
    parsed.earlier = undefined;
    return { open, document: parsed.document };
  }

  /**
   * The findings about a document as it is when the promise resolves; undefined when it is not open or none of ours.
   * While it changes faster than its facts are answered, the newest text counts.
   */
  async analyse(uri: string): Promise<Analysis | undefined> {
    const linter = await this.#linter();
    const read = (at: string): ParsedDocument | undefined => this.#read(at, linter.open.bind(linter));
    for (;;) {
      const open = this.#documents.get(uri);
      // Of other files than YAML no configuration makes one of ours.
      if (open === undefined || (read(uri) === undefined && !isYaml(uri))) return undefined;
      const known = this.#done.get(uri);
      const before = this.#idOf(open);
      if (known !== undefined && known.id === before) return known;
      const config = await this.#config.for(uri);
      const now = this.#documents.get(uri);
      if (now !== undefined && this.#idOf(now) !== before) continue;
      const current = read(uri);
      if (current === undefined) return undefined;
      const facts = await this.#facts.answer(uri, rootOf(this.#roots(), uri), (known) =>
        linter.needs(current.document, { config, facts: known }),
      );
      const program = await this.#scripts.program(uri);
      const after = this.#documents.get(uri);
      if (after === undefined) return undefined;
      if (this.#idOf(after) !== before) continue;
      return this.#lint({ ...current, linter, config, facts, id: before }, program);
    }
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
    this.#done.delete(uri);
    this.#scripts.forget(uri);
  }

  #lint(
    input: Pick<Analysis, 'open' | 'document' | 'linter' | 'config' | 'facts' | 'id'>,
    program: string | undefined,
  ): Analysis {
    const { open, document, linter, config, facts } = input;
    if (program === undefined) this.#scripts.forget(open.uri);
    // What is not known yet brings another run.
    const scripts =
      program === undefined
        ? undefined
        : this.#scripts.answers(open.uri, program, linter.scripts(document, { config }));
    const options: LintOptions = {
      config,
      facts,
      date: tableDate,
      ...(scripts === undefined ? {} : { scripts }),
      ...(open.draft === undefined ? {} : { draft: open.draft }),
      onFailure: ({ rule, error }) => {
        if (this.#failures.has(rule)) return;
        this.#failures.add(rule);
        this.#log(`The rule ${rule} failed on ${open.uri}: ${error}`);
      },
    };
    const report = linter.lint(document, options);
    const analysis: Analysis = {
      ...input,
      language: document.language,
      options,
      report,
      problem: this.#scripts.problem(program),
    };
    this.#done.set(open.uri, analysis);
    return analysis;
  }

  #idOf({ stamp }: OpenDocument): string {
    return `${stamp}.${this.#config.generation}.${this.#facts.generation}.${this.#scripts.generation}`;
  }

  #parse(open: OpenDocument): Parsed {
    const known = this.#parsed.get(open.uri);
    const root = rootOf(this.#roots(), open.uri);
    const path = root === undefined ? undefined : pathWithin(root, open.uri);
    const isCompose = this.#config.isCompose(open.uri);
    const isSame = known?.version === open.version && known.text === open.text && known.path === path;
    if (isSame && known.isCompose === isCompose) return known;
    const { languageId, text, version } = open;
    const language = detectLanguage({ name: pathOf(open.uri), languageId, text, isCompose });
    const earlier = known?.document ?? known?.earlier;
    // What was said of the version before is of no more use, and would keep all that was found out about it.
    this.#done.delete(open.uri);
    const parsed: Parsed = { version, text, language, isCompose, path, document: undefined, earlier };
    this.#parsed.set(open.uri, parsed);
    return parsed;
  }
}

function isYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(pathOf(uri));
}
