import { catalogueOf } from './catalogue.js';
import { inlineDockerfiles, type InlineDockerfile } from './compose/inline/documents.js';
import { holds, outerFinding } from './compose/inline/findings.js';
import { diagnosed } from './diagnosed.js';
import { heldWhileWriting } from './draft.js';
import { memoised } from './memo.js';
import { factKey, unknownFacts, withProject, type FactQuery, type Facts } from './facts.js';
import { openDocument } from './open.js';
import { scriptKey, type ScriptQuery } from './scripts.js';
import type { Diagnosed, LintOptions, Report } from './report.js';
import { isFor } from './rule.js';
import type {
  Catalogue,
  Equivalents,
  Finding,
  Language,
  LintDocument,
  Rule,
  RuleContext,
  RuleOptions,
  SeveritySetting,
} from './rule.js';
import { serviceAt } from './compose/serviceAt.js';
import { codeSetting, isSilentAbout } from './config/codes.js';
import type { EffectiveConfig, RuleSetting } from './config/types.js';
import { buildChecks, type BuildChecks } from './suppress/checks.js';
import { Suppressions } from './suppress/suppressions.js';

/** Runs a fixed set of rules over documents. Holds nothing of a document; never throws. */
export class Linter {
  readonly rules: readonly Rule[];
  readonly catalogue: Catalogue;
  /** What a configuration has run on documents that ask for nothing themselves. */
  readonly #usual = new WeakMap<EffectiveConfig, Map<Language, Active>>();
  readonly #inProjects = new WeakMap<Facts, WeakMap<EffectiveConfig, Facts>>();
  /** What was said of a document inside another one, for as long as nothing it depends on changes. */
  readonly #within = memoised((): { last?: Within } => ({}));

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.catalogue = catalogueOf(rules);
  }

  /**
   * Parses a text. Linear in its length; the model behind it is computed as rules ask. `path` leads from the root of the
   * workspace or repository to the file, with `/`.
   * `earlier` is the document of an earlier version of the text, of which what has not changed is taken over.
   */
  open(language: Language, text: string, path?: string, earlier?: LintDocument): LintDocument {
    return openDocument(language, text, path, earlier);
  }

  /** The facts that the rules in force would read about a document after those that are known, each question once. */
  needs(doc: LintDocument, options: Pick<LintOptions, 'config'> & { readonly facts?: Facts }): readonly FactQuery[] {
    const known = this.#knownFacts(options.facts ?? unknownFacts, options.config);
    const queries = new Map<string, FactQuery>();
    for (const rule of this.#active(doc, options).asking) {
      try {
        for (const query of rule.facts?.(doc, known) ?? []) queries.set(factKey(query), query);
      } catch {
        // A rule that cannot say what it needs gets no facts; its check will report the failure.
      }
    }
    return [...queries.values()];
  }

  /** The shell texts that the rules in force would have checked by a program outside, each once. */
  scripts(doc: LintDocument, options: Pick<LintOptions, 'config'>): readonly ScriptQuery[] {
    const queries = new Map<string, ScriptQuery>();
    for (const { rule } of this.#active(doc, options).rules) {
      try {
        for (const query of rule.scripts?.(doc) ?? []) queries.set(scriptKey(query), query);
      } catch {
        // As with facts.
      }
    }
    for (const { doc: inner } of inlineDockerfiles(doc)) {
      for (const query of this.scripts(inner, options)) queries.set(scriptKey(query), query);
    }
    return [...queries.values()];
  }

  /** Every finding about a document, sorted; a rule that throws becomes a failure and the others still run. */
  lint(doc: LintDocument, options: LintOptions): Report {
    if (options.config.excluded) return { findings: [], suppressed: [] };
    const { found, suppressed } = this.#judge(doc, options);
    const { draft } = options;
    const heard = found.filter(
      (finding) => !suppressed.has(finding) && (draft === undefined || !heldWhileWriting(doc, finding, draft)),
    );
    return { findings: heard.sort(byPlace), suppressed: [...suppressed].sort(byPlace) };
  }

  #judge(doc: LintDocument, options: LintOptions): Judged {
    const found: Diagnosed[] = [];
    const hidden: Diagnosed[] = [];
    const active = this.#active(doc, options);
    const checks = buildChecks(doc);
    const facts = this.#knownFacts(options.facts, options.config);
    const context = (own: RuleOptions): RuleContext => ({
      facts,
      scripts: options.scripts,
      options: own,
      date: options.date,
      catalogue: this.catalogue,
    });
    const collect = (rule: Rule, run: () => Iterable<Finding>): void => {
      const setting = options.config.rules.get(rule.id);
      const fail = (error: unknown): void => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        options.onFailure?.({ rule: rule.id, error: text });
      };
      try {
        for (const finding of run()) {
          const equivalents = finding.equivalents ?? rule.equivalents;
          const severity = severityOf({ finding, equivalents, setting, rule, checks });
          const service = (): string | undefined => serviceAt(doc, (finding.owner ?? finding.at).start);
          if (setting !== undefined && isSilentAbout(setting, equivalents, service)) continue;
          if (severity !== 'off') found.push(diagnosed({ finding, rule, severity, equivalents, fail }));
        }
      } catch (error) {
        fail(error);
      }
    };

    for (const { rule, options: own } of active.rules) collect(rule, () => rule.check(doc, context(own)));
    const inlines = inlineDockerfiles(doc);
    for (const inline of inlines) {
      const inner = this.#judgeWithin(inline, options);
      for (const finding of inner.found) {
        if (!holds(inline, finding)) continue;
        (inner.suppressed.has(finding) ? hidden : found).push(outerFinding(doc.source, inline, finding));
      }
    }

    const suppressions = new Suppressions(doc, this.catalogue, {
      date: options.date,
      ...(options.config.withoutPragmas === true ? { withoutHadolint: true } : {}),
    });
    const suppressed = new Set(found.filter((finding) => suppressions.hides(finding)));
    const ran = new Set(
      [active, ...inlines.map((inline) => this.#active(inline.doc, options))].flatMap(({ ids }) => [...ids]),
    );
    for (const { rule, options: own } of active.rules) {
      if (rule.review === undefined) continue;
      collect(rule, () => rule.review?.(doc, { unused: suppressions.unused(ran) }, context(own)) ?? []);
    }
    for (const finding of found) {
      if (finding.rule.review !== undefined && suppressions.hides(finding)) suppressed.add(finding);
    }

    for (const finding of hidden) suppressed.add(finding);
    return { found, suppressed };
  }

  /** Which files are around a text that is built inside another one is not asked. */
  #judgeWithin({ doc }: InlineDockerfile, options: LintOptions): Judged {
    const { config, date, scripts } = options;
    const remembered = this.#within(doc);
    const known = remembered.last;
    if (known?.config === config && known.date === date && known.scripts === scripts) return known.judged;
    const judged = this.#judge(doc, { ...options, facts: unknownFacts });
    remembered.last = { config, date, scripts, judged };
    return judged;
  }

  /** Facts with what the configuration adds, the same object for the same facts and configuration. */
  #knownFacts(facts: Facts, config: EffectiveConfig): Facts {
    if (config.composeProject === undefined && config.composeProjects === undefined) return facts;
    const known = this.#inProjects.get(facts) ?? new WeakMap<EffectiveConfig, Facts>();
    this.#inProjects.set(facts, known);
    const found = known.get(config) ?? withProject(facts, config);
    known.set(config, found);
    return found;
  }

  #active(doc: LintDocument, { config }: Pick<LintOptions, 'config'>): Active {
    if (config.excluded) return nothing;
    const checks = buildChecks(doc);
    if (isLimited(doc)) {
      return activeOf(this.#inForce(doc.language, config, checks).filter(({ rule }) => rule.parser === true));
    }
    if (checks !== undefined) return activeOf(this.#inForce(doc.language, config, checks));
    const known = this.#usual.get(config) ?? new Map<Language, Active>();
    this.#usual.set(config, known);
    const before = known.get(doc.language);
    if (before !== undefined) return before;
    const active = activeOf(this.#inForce(doc.language, config, undefined));
    known.set(doc.language, active);
    return active;
  }

  #inForce(language: Language, config: EffectiveConfig, checks: BuildChecks | undefined): readonly InForce[] {
    return this.rules.flatMap((rule) => {
      const setting = config.rules.get(rule.id);
      if (!isFor(rule, language) || setting === undefined) return [];
      if (isOff(setting) && !(isUntouched(setting) && checks?.mayAskFor(rule) === true)) return [];
      return [{ rule, options: setting.options }];
    });
  }
}

/** All findings of a run, and those that a comment hides. */
interface Judged {
  readonly found: readonly Diagnosed[];
  readonly suppressed: ReadonlySet<Diagnosed>;
}

/** What was said of a document inside another one, and under which conditions. */
interface Within extends Pick<LintOptions, 'config' | 'date'> {
  readonly scripts: LintOptions['scripts'] | undefined;
  readonly judged: Judged;
}

function isLimited(doc: LintDocument): boolean {
  return doc.language === 'dockerfile' ? doc.syntax.limited : doc.language === 'compose' && doc.limited;
}

/** A rule that runs, and its options. */
interface InForce {
  readonly rule: Rule;
  readonly options: RuleOptions;
}

/** The rules that run on a document. */
interface Active {
  readonly rules: readonly InForce[];
  /** Those of them that ask for facts; of several that ask in the very same way, one. */
  readonly asking: readonly Rule[];
  readonly ids: ReadonlySet<string>;
}

function activeOf(rules: readonly InForce[]): Active {
  const asking = rules.flatMap(({ rule }) => (rule.facts === undefined ? [] : [rule]));
  return {
    rules,
    asking: asking.filter((rule, index) => asking.findIndex((other) => other.facts === rule.facts) === index),
    ids: new Set(rules.map(({ rule }) => rule.id)),
  };
}

const nothing = activeOf([]);

function isOff({ severity, codes }: RuleSetting): boolean {
  return severity === 'off' && [...(codes?.values() ?? [])].every((code) => code.severity === 'off');
}

/** Nobody said anything of the rule: what the file itself asks BuildKit for counts. */
function isUntouched({ origin }: RuleSetting): boolean {
  return origin.kind === 'profile' || origin.kind === 'default';
}

interface Graded {
  readonly finding: Finding;
  readonly equivalents: Equivalents;
  readonly setting: RuleSetting | undefined;
  readonly rule: Rule;
  readonly checks: BuildChecks | undefined;
}

/**
 * What configurations of other tools say of the very checks of a finding counts before the severity of its rule, and a
 * `check` comment of the file before that of the profile.
 */
function severityOf({ finding, equivalents, setting, rule, checks }: Graded): SeveritySetting {
  const code = codeSetting(setting, equivalents, rule);
  if (code !== undefined && code.severity !== 'on') return code.severity;
  const { severity = rule.severity } = finding;
  // What turns a check on says nothing of its severity.
  const isOn = code !== undefined || setting?.severity !== 'off';
  if (setting !== undefined && !isUntouched(setting) && (code === undefined || setting.severity !== 'off')) {
    return setting.severity;
  }
  if (!isOn && checks?.asksFor(equivalents, finding.owner ?? finding.at) !== true) return 'off';
  return checks?.failBuild === true && (equivalents.buildkit ?? []).length > 0 ? 'error' : severity;
}

/** The order of a report: by place, then by rule, whatever the order of the rules. */
export function byPlace(a: Diagnosed, b: Diagnosed): number {
  return (
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
