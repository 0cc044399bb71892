import type { Diagnosed } from './report.js';
import type { Equivalents, Finding, Fix, Rule, Severity } from './rule.js';

/** Every property of `Finding`, in one shape for nearly all: several times faster than spreading it. */
export function diagnosed({ finding, rule, severity, equivalents, fail }: Heard): Diagnosed {
  const { at, message, fixes = none, related, owner, owners, link } = finding;
  const whole: Diagnosed =
    typeof fixes === 'function'
      ? lazily({ at, message, rule, severity, equivalents }, fixes, fail)
      : { at, message, fixes, rule, severity, equivalents };
  if (related === undefined && owner === undefined && owners === undefined && link === undefined) return whole;
  // Assigned and not spread: spreading would ask for the fixes.
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

/** Builds the fixes at the first question; none where that throws. */
function lazily(
  { at, message, rule, severity, equivalents }: Omit<Diagnosed, 'fixes'>,
  build: () => readonly Fix[] | Fix | undefined,
  fail: (error: unknown) => void,
): Diagnosed {
  let known: readonly Fix[] | undefined;
  const all = (): readonly Fix[] => {
    try {
      const built = build() ?? none;
      return 'title' in built ? [built] : built;
    } catch (error) {
      fail(error);
      return none;
    }
  };
  return {
    at,
    message,
    get fixes() {
      return (known ??= all());
    },
    rule,
    severity,
    equivalents,
  };
}

const none: readonly never[] = [];
