import type { Diagnosed } from './report.js';
import type { Equivalents, Finding, Fix, Rule, Severity } from './rule.js';
import type { Span } from './text/span.js';

type Build = Extract<Finding['fixes'], (...args: never) => unknown>;

/** Every property of `Finding`, in one shape for nearly all: several times faster than spreading it. */
export function diagnosed({ finding, rule, severity, equivalents, fail }: Heard): Diagnosed {
  const { at, message, fixes = none, related, owner, owners, link } = finding;
  const whole: Diagnosed =
    typeof fixes === 'function'
      ? new LazyFinding({ at, message, rule, severity, equivalents }, () => built(fixes, fail))
      : { at, message, fixes, rule, severity, equivalents };
  if (related === undefined && owner === undefined && owners === undefined && link === undefined) return whole;
  // Assigned and not spread: spreading would leave the fixes out.
  return Object.assign<Diagnosed, Partial<Diagnosed>>(whole, {
    ...(related && { related }),
    ...(owner && { owner }),
    ...(owners && { owners }),
    ...(link && { link }),
  });
}

interface Heard {
  readonly finding: Finding;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly equivalents: Equivalents;
  readonly fail: (error: unknown) => void;
}

/**
 * A finding that builds its fixes at the first question. A class, because V8 gives each object literal with a getter a
 * shape of its own, which is slow to make and keeps what the getter sees, the document, longer than it is needed.
 */
export class LazyFinding implements Diagnosed {
  readonly at: Span;
  readonly message: string;
  readonly rule: Rule;
  readonly severity: Severity;
  readonly equivalents: Equivalents;
  readonly #build: () => readonly Fix[];
  #fixes: readonly Fix[] | undefined;

  constructor({ at, message, rule, severity, equivalents }: Omit<Diagnosed, 'fixes'>, build: () => readonly Fix[]) {
    this.at = at;
    this.message = message;
    this.rule = rule;
    this.severity = severity;
    this.equivalents = equivalents;
    this.#build = build;
  }

  get fixes(): readonly Fix[] {
    return (this.#fixes ??= this.#build());
  }
}

/** What a rule builds; none where that throws. */
function built(build: Build, fail: (error: unknown) => void): readonly Fix[] {
  try {
    const fixes = build() ?? none;
    return 'title' in fixes ? [fixes] : fixes;
  } catch (error) {
    fail(error);
    return none;
  }
}

const none: readonly never[] = [];
