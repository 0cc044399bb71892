import type { DockerfileDocument } from '../dockerfile/model/types.js';
import { memoised } from '../memo.js';
import type { Equivalents, LintDocument, Rule } from '../rule.js';
import type { Span } from '../text/span.js';
import { isCheck, parseCheck, readCheckComment, readValue, type CheckOptions } from './forms/buildkit.js';
import { instructionAt } from './suppressions.js';

/** Checks of BuildKit that run only where `experimental` names them (frontend/dockerfile/linter/ruleset.go). */
const experimentalChecks: readonly string[] = ['InvalidDefinitionDescription'];

/** What `check` directives and comments ask for beside hiding: failing builds, and checks that are off by themselves. */
export class BuildChecks {
  /** A build fails for every check that speaks (`# check=error=true` at the top). */
  readonly failBuild: boolean;
  /** Names of checks that are asked for anywhere. */
  readonly wanted: ReadonlySet<string>;
  readonly #doc: DockerfileDocument;
  readonly #file: ReadonlySet<string>;
  /** By the start of the instruction below. */
  readonly #next: ReadonlyMap<number, ReadonlySet<string>>;

  constructor(doc: DockerfileDocument) {
    const directive = doc.syntax.directives.find(({ name }) => name === 'check');
    const file = directive && parseCheck(readValue(directive.value), directive.valueSpan.start);
    const next = new Map<number, ReadonlySet<string>>();
    for (const instruction of doc.syntax.instructions) {
      const options = firstCheck(
        doc,
        instruction.leadingComments.map(({ span }) => span),
      );
      if (options !== undefined) next.set(instruction.span.start, wantedBy(options));
    }
    this.#doc = doc;
    this.failBuild = file !== undefined && typeof file !== 'string' && file.error;
    this.#file = wantedBy(file);
    this.#next = next;
    this.wanted = new Set([...this.#file, ...[...next.values()].flatMap((names) => [...names])]);
  }

  /** Whether a finding that nobody else asked for is asked for here. */
  asksFor({ buildkit = [] }: Equivalents, at: Span): boolean {
    if (this.wanted.size === 0) return false;
    const start = instructionAt(this.#doc.syntax.instructions, at.start)?.span.start ?? -1;
    return buildkit.some((name) => this.#file.has(name) || this.#next.get(start)?.has(name) === true);
  }

  /** Whether a rule that is off by itself may have findings that are asked for. */
  mayAskFor({ equivalents }: Rule): boolean {
    return this.wanted.size > 0 && equivalents.buildkit?.some((name) => this.wanted.has(name)) === true;
  }
}

/** The build checks of a document; undefined for other languages, and where nobody asks for any. */
export const buildChecks = memoised((doc: LintDocument): BuildChecks | undefined =>
  doc.language === 'dockerfile' && /\bcheck\s*=/i.test(doc.source.text) ? new BuildChecks(doc) : undefined,
);

function firstCheck({ source }: DockerfileDocument, comments: readonly Span[]): CheckOptions | undefined {
  for (const span of comments) {
    const options = readCheckComment(source.slice(span));
    if (options !== undefined) return typeof options === 'string' ? undefined : options;
    if (isCheck(source.slice(span))) return undefined;
  }
  return undefined;
}

function wantedBy(options: CheckOptions | string | undefined): ReadonlySet<string> {
  if (options === undefined || typeof options === 'string') return new Set();
  return new Set(options.experimentalAll ? experimentalChecks : options.experimental);
}
