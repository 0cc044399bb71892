import type { Span } from '../../text/span.js';
import type { InstructionNode } from './instruction.js';
import type { Finding, Report } from './report.js';
import { hasStrayQuote } from './options.js';
import { flagFacts, mountOptions, mountTypes, type FlagFacts } from './tables.js';
import type { Flag, FlagOption } from './types.js';
import { wordError } from './word.js';

/**
 * What BuildKit would refuse in the flags of an instruction (frontend/dockerfile/instructions/bflag.go, parse.go and
 * commands_run*.go). It never looks at those of ARG, STOPSIGNAL and HEALTHCHECK NONE.
 */
export function checkFlags(instruction: InstructionNode, report: Report): void {
  const { flags, keyword } = instruction;
  if (flags.length === 0 || keyword === 'ARG' || keyword === 'STOPSIGNAL') return;
  if (keyword === 'HEALTHCHECK' && instruction.words[0]?.text.toUpperCase() === 'NONE') return;
  const known = flagFacts(keyword);
  const used = new Set<string>();
  for (const flag of flags) {
    const facts = known.find(({ name }) => name === flag.name);
    if (facts === undefined) {
      const message = `${keyword} has no flag --${flag.name}, so the build stops here.`;
      report({ code: 'unknown-flag', span: flag.nameSpan, word: flag.name, message });
      continue;
    }
    if (facts.kind !== 'list' && used.has(flag.name)) {
      const message = `--${flag.name} stands here a second time, but ${keyword} takes it only once.`;
      report({ code: 'duplicate-flag', span: flag.nameSpan, word: flag.name, message });
    }
    used.add(flag.name);
    checkValue(flag, facts, keyword, report);
  }
}

function checkValue(flag: Flag, facts: FlagFacts, keyword: string, report: Report): void {
  const { value, name } = flag;
  if (value === undefined || (facts.kind === 'switch' && value.content === '')) {
    if (value === undefined && facts.kind === 'switch') return;
    const message = `--${name} needs a value behind an equals sign.`;
    report({ code: 'missing-flag-value', span: flag.nameSpan, word: name, message });
    return;
  }
  const error = wordError(value);
  const content = facts.kind === 'switch' ? value.content.toLowerCase() : value.content;
  if (facts.values !== undefined && !facts.values.includes(content)) {
    report(wrong(value.span, value.content, `--${name} takes ${list(facts.values)}, not “${value.content}”.`));
  } else if (error !== undefined) {
    report(wrong(value.span, value.content, `Docker cannot read the value of --${name}, because ${error}.`));
  } else if ((name === 'mount' || name === 'device') && hasStrayQuote(value.content)) {
    report(wrong(value.span, value.content, `A double quote in --${name} must enclose a whole option.`));
  } else if (name === 'mount') checkMount(flag, report);
  else if (name === 'device') checkDevice(flag, report);
  else if (keyword === 'HEALTHCHECK') checkHealth(flag, value.content, value.span, report);
}

const bareMountOptions: ReadonlySet<string> = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

/** Reports the first option at fault, where BuildKit stops. */
function checkMount(flag: Flag, report: Report): void {
  for (const option of flag.options) {
    const finding = mountFinding(option);
    if (finding === undefined) continue;
    report(finding);
    return;
  }
}

function mountFinding({ name, span, nameSpan, value, valueSpan = span }: FlagOption): Finding | undefined {
  if (!mountOptions.includes(name)) {
    return wrong(nameSpan, name, `--mount has no option “${name}”, so the build stops here.`);
  }
  if (value === undefined) {
    const message = `The mount option “${name}” needs a value behind an equals sign.`;
    return bareMountOptions.has(name) ? undefined : wrong(span, name, message);
  }
  if (name === 'from' && /\$./s.test(value)) {
    const message = 'A mount cannot take its source from a variable; name a stage that is built FROM that variable.';
    return wrong(valueSpan, value, message);
  }
  if (name === 'type' && !value.includes('$') && !mountTypes.includes(value.toLowerCase())) {
    return wrong(valueSpan, value, `A mount has one of the types ${list(mountTypes)}, not “${value}”.`);
  }
  return undefined;
}

function checkDevice(flag: Flag, report: Report): void {
  const [, second] = flag.options.filter(({ name }) => name !== 'required');
  if (second === undefined) return;
  const message = `--device names one device, followed by “required” at most, so “${second.name}” cannot stand here.`;
  report(wrong(second.span, second.name, message));
}

const durationUnits: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
};

function checkHealth(flag: Flag, value: string, span: Span, report: Report): void {
  if (value === '') return;
  if (flag.name === 'retries') {
    if (/^\+?\d+$/.test(value) && Number(value) <= 0x7fffffff) return;
    if (/^-0+$/.test(value)) return;
    report(wrong(span, value, `--retries takes a whole number from 0, not “${value}”.`));
    return;
  }
  const duration = milliseconds(value);
  if (duration === undefined || (duration !== 0 && duration < 1)) {
    report(wrong(span, value, `--${flag.name} takes a duration of 1ms or more such as 30s or 1m30s, not “${value}”.`));
  }
}

/** A duration as Go's time.ParseDuration reads it, in milliseconds. */
function milliseconds(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (digits === '0') return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/.test(digits)) return undefined;
  let sum = 0;
  for (const [, count = '', unit = ''] of digits.matchAll(/([\d.]+)([a-z\u00b5\u03bc]+)/g)) {
    sum += Number(count) * (durationUnits[unit] ?? 0);
  }
  return sign === '-' ? -sum : sum;
}

function wrong(span: Span, word: string, message: string): Finding {
  return { code: 'invalid-arguments', span, word, message };
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`;
}
