import type { ComposeDocument } from './compose/types.js';
import type { DockerfileDocument } from './dockerfile/model/types.js';
import type { DockerignoreDocument } from './dockerignore/types.js';
import type { FactQuery, Facts } from './facts.js';
import type { ScriptAnswers, ScriptQuery } from './scripts.js';
import type { GuideSection } from '../guide/sections.js';
import type { Edit, Span } from './text/span.js';
import type { SuppressionComment, SuppressionSource } from './suppress/types.js';

export type Language = 'dockerfile' | 'compose' | 'dockerignore';
export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type SeveritySetting = Severity | 'off';
export type Profile = 'recommended' | 'all';

/** Tools whose checks a rule can stand for, and numbered lists of advice: the cheat sheet of OWASP, the benchmark of CIS. */
export type ForeignTool =
  | 'hadolint'
  | 'buildkit'
  | 'shellcheck'
  | 'trivy'
  | 'checkov'
  | 'kics'
  | 'dockle'
  | 'dclint'
  | 'composeLint'
  | 'owasp'
  | 'cis';

/** Ids of the same check elsewhere. */
export type Equivalents = { readonly [tool in ForeignTool]?: readonly string[] };

/**
 * `safe`: same meaning, may join fix all. `unsafe`: changes behaviour or might; its title names the risk.
 * `suggestion`: needs a person's value; never applied by the command line.
 */
export type FixSafety = 'safe' | 'unsafe' | 'suggestion';

/** Edits of one file. */
export interface FileEdits {
  /** Relative to the folder of the document; absent for the document itself. */
  readonly path?: string;
  /** Creates the file, which must not exist, from the text of a single insertion at 0. */
  readonly create?: boolean;
  /** For `suggestion`, `text` is LSP snippet syntax if `snippet` is set. */
  readonly edits: readonly Edit[];
  readonly snippet?: boolean;
}

export interface Fix {
  /** Imperative, for a person: `Add --no-install-recommends`. */
  readonly title: string;
  readonly safety: FixSafety;
  /** Built when somebody asks; edits on the original text that never overlap. */
  edits(): readonly Edit[] | readonly FileEdits[];
}

/** A place that explains a finding, perhaps in another file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly at: Span;
  readonly message: string;
}

export interface Finding {
  readonly at: Span;
  /** One sentence: what is wrong and why it matters. */
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Preferred first; a function where finding out which there are costs something: asked at most once, if at all. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[] | Fix | undefined);
  /** Of this very finding, where some of a rule's are worse than others; what a configuration says counts before it. */
  readonly severity?: Severity;
  /** Ids of other tools for this very finding, where the rule covers several; else those of the rule count. */
  readonly equivalents?: Equivalents;
  /** The instruction, if `at` does not lie in it, whose ignore comments count. */
  readonly owner?: Span;
  /** The instruction whose ignore comments of one tool count instead: that tool reports the very thing there. */
  readonly owners?: { readonly [source in Exclude<SuppressionSource, 'docker-patterns'>]?: Span };
  /** A page about this very finding, https; else that of the rule counts. */
  readonly link?: string;
}

/** What a rule may know besides its document. */
export interface RuleContext {
  readonly facts: Facts;
  /** What a program of the person said of shell texts; undefined unless they set one. */
  readonly scripts: ScriptAnswers | undefined;
  /** Options of the rule from configuration, validated against its schema and merged over the defaults. */
  readonly options: RuleOptions;
  /** Today as far as the run is concerned, ISO `YYYY-MM-DD`; an input, never the clock. */
  readonly date: string;
  /** Every rule id and alias of all languages, and their equivalents, for rules about suppression comments. */
  readonly catalogue: Catalogue;
}

export type OptionValue = string | number | boolean | readonly string[];
export type RuleOptions = { readonly [name: string]: OptionValue };

/** Declaration of one option. */
export interface OptionDeclaration {
  readonly type: 'string' | 'number' | 'boolean' | 'strings';
  readonly default: OptionValue;
  readonly description: string;
}

/** What is known of rule names. */
export interface Catalogue {
  readonly ids: ReadonlySet<string>;
  /** Old id → id. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Ids of Docker Patterns rules for a foreign id, any case: `DL3008`, `JSONArgsRecommended`. */
  rulesFor(tool: ForeignTool, id: string): readonly string[];
  /** Every id of a tool that a rule names, as it is declared. */
  idsOf(tool: ForeignTool): readonly string[];
}

/** What the run knows once every other rule has spoken; for rules about suppression comments. */
export interface RunSummary {
  /** Our own comments, or single ids in them, that hid nothing although their rules ran. */
  readonly unused: readonly { readonly comment: SuppressionComment; readonly id: string; readonly span: Span }[];
}

export interface DocumentOf {
  dockerfile: DockerfileDocument;
  compose: ComposeDocument;
  dockerignore: DockerignoreDocument;
}

/** A document of any language. */
export type LintDocument = DocumentOf[Language];

export interface Rule<L extends Language = Language> {
  /** Kebab-case name of the thing found; never reused. */
  readonly id: string;
  /** Ids that this rule had before. */
  readonly aliases?: readonly string[];
  readonly language: L;
  /** Other languages that it is for just as well; its page is in the folder of `language`. */
  readonly also?: readonly L[];
  /** Short imperative or noun phrase for lists: `Install only the packages you name with apt-get`. */
  readonly title: string;
  readonly severity: Severity;
  /** `all`: off unless the profile `all` or a setting turns it on. */
  readonly profile: Profile;
  readonly guide: GuideSection;
  /** Official documentation page, https. */
  readonly link: string;
  readonly tags: readonly string[];
  readonly equivalents: Equivalents;
  /** A tool whose every id that no other rule names is this rule's; at most one rule for a tool. */
  readonly rest?: ForeignTool;
  /** Foreign id → one sentence: where this rule decides otherwise on purpose. Shown in the mapping tables. */
  readonly differs?: { readonly [foreignId: string]: string };
  /** Safeties of the fixes it may offer, for tables; empty for none. */
  readonly fixes: readonly FixSafety[];
  /** About something missing from the whole file: quiet while the file is being written. */
  readonly wholeFile?: boolean;
  /**
   * Advice that a day of the calendar decides. It is `info`, and counts for `--fail-on` only where a configuration
   * names a severity for it: a build must not break because time went by.
   */
  readonly calendar?: boolean;
  /** Passes on what the parser found and asks for nothing else: runs above the size limit too. */
  readonly parser?: boolean;
  readonly options?: { readonly [name: string]: OptionDeclaration };
  /**
   * Facts that `check` will read; asked before linting. Asked again with the answers so far, `factRounds` times at most,
   * for what only they make a question: the files of a folder that was listed. Never throws.
   */
  facts?(doc: DocumentOf[L], known: Facts): readonly FactQuery[];
  /** Shell texts whose check by a program of the person `check` will read. Never throws. */
  scripts?(doc: DocumentOf[L]): readonly ScriptQuery[];
  check(doc: DocumentOf[L], context: RuleContext): Iterable<Finding>;
  /** Called after all `check`s, for rules about the run itself. */
  review?(doc: DocumentOf[L], run: RunSummary, context: RuleContext): Iterable<Finding>;
}

/** Whether a rule looks at documents of a language. */
export function isFor({ language, also }: Pick<Rule, 'language' | 'also'>, wanted: Language): boolean {
  return language === wanted || also?.includes(wanted) === true;
}

/** A frozen rule, typed by its language. */
export function defineRule<const L extends Language>(rule: Rule<L>): Rule<L> {
  return Object.freeze(rule);
}
