import type { Span } from '../../text/span.js';
import type { InstructionNode } from './instruction.js';
import type { Finding } from './problems.js';
import { hasStrayQuote } from './options.js';
import { flagFacts, mountOptions, mountTypes, type FlagFacts } from './tables.js';
import type { Flag, FlagOption } from './types.js';
import { wordError } from './word.js';

/**
 * What BuildKit would refuse in the flags of an instruction (frontend/dockerfile/instructions/bflag.go, parse.go and
 * commands_run*.go). It never looks at those of ARG, STOPSIGNAL and HEALTHCHECK NONE.
 */
export function* checkFlags(instruction: InstructionNode): Generator<Finding> {
  const { flags, keyword } = instruction;
  if (flags.length === 0 || keyword === 'ARG' || keyword === 'STOPSIGNAL') return;
  if (keyword === 'HEALTHCHECK' && instruction.words[0]?.text.toUpperCase() === 'NONE') return;
  const known = new Map(flagFacts(keyword).map((facts) => [facts.name, facts]));
  const used = new Set<string>();
  for (const flag of flags) {
    const facts = known.get(flag.name);
    if (facts === undefined) {
      const message = `${keyword} has no flag --${flag.name}, so the build stops here.`;
      yield { code: 'unknown-flag', span: flag.nameSpan, word: flag.name, message };
      continue;
    }
    if (facts.kind !== 'list' && used.has(flag.name)) {
      const message = `--${flag.name} stands here a second time, but ${keyword} takes it only once.`;
      yield { code: 'duplicate-flag', span: flag.nameSpan, word: flag.name, message };
    }
    used.add(flag.name);
    yield* checkValue(flag, facts, keyword);
  }
}

function* checkValue(flag: Flag, facts: FlagFacts, keyword: string): Generator<Finding> {
  const { value, name } = flag;
  if (value === undefined || (facts.kind === 'switch' && value.content === '')) {
    if (value === undefined && facts.kind === 'switch') return;
    const message = `--${name} needs a value behind an equals sign.`;
    yield { code: 'missing-flag-value', span: flag.nameSpan, word: name, message };
    return;
  }
  const error = wordError(value);
  const content = facts.kind === 'switch' ? value.content.toLowerCase() : value.content;
  if (facts.values !== undefined && !facts.values.includes(content)) {
    yield wrong(value.span, value.content, `--${name} takes ${list(facts.values)}, not “${value.content}”.`);
  } else if (error !== undefined) {
    yield wrong(value.span, value.content, `Docker cannot read the value of --${name}, because ${error}.`);
  } else if ((name === 'mount' || name === 'device') && hasStrayQuote(value.content)) {
    yield wrong(value.span, value.content, `A double quote in --${name} must enclose a whole option.`);
  } else if (name === 'mount') yield* checkMount(flag);
  else if (name === 'device') yield* checkDevice(flag);
  else if (keyword === 'HEALTHCHECK') yield* checkHealth(flag, value.content, value.span);
}

const bareMountOptions: ReadonlySet<string> = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

function* checkMount(flag: Flag): Generator<Finding> {
  for (const { name, span, nameSpan, value, valueSpan } of flag.options) {
    if (!mountOptions.includes(name)) {
      const message = `--mount has no option “${name}”, so the build stops here; it knows ${list(mountOptions)}.`;
      yield wrong(nameSpan, name, message);
    } else if (value === undefined) {
      if (bareMountOptions.has(name)) continue;
      yield wrong(span, name, `The mount option “${name}” needs a value behind an equals sign.`);
    } else if (name === 'from' && /\$./s.test(value)) {
      const message = 'A mount cannot take its source from a variable; name a stage that is built FROM that variable.';
      yield wrong(valueSpan ?? span, value, message);
    } else if (name === 'type' && !value.includes('$') && !mountTypes.includes(value.toLowerCase())) {
      yield wrong(valueSpan ?? span, value, `A mount has one of the types ${list(mountTypes)}, not “${value}”.`);
    }
  }
}

function* checkDevice(flag: Flag): Generator<Finding> {
  let named = false;
  for (const option of flag.options) {
    if (option.name === 'required') continue;
    if (named) yield wrong(option.span, option.name, deviceMessage(option));
    named = true;
  }
}

function deviceMessage({ name }: FlagOption): string {
  return `--device names one device, followed by “required” at most, so “${name}” cannot stand here.`;
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

function* checkHealth(flag: Flag, value: string, span: Span): Generator<Finding> {
  if (value === '') return;
  if (flag.name === 'retries') {
    if (/^\+?\d+$/.test(value) && Number(value) <= 0x7fffffff) return;
    if (/^-0+$/.test(value)) return;
    yield wrong(span, value, `--retries takes a whole number from 0, not “${value}”.`);
    return;
  }
  const duration = milliseconds(value);
  if (duration === undefined || (duration !== 0 && duration < 1)) {
    yield wrong(span, value, `--${flag.name} takes a duration of 1ms or more such as 30s or 1m30s, not “${value}”.`);
  }
}

/** A duration as Go's time.ParseDuration reads it, in milliseconds. */
function milliseconds(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (digits === '0') return 0;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(digits)) return undefined;
  let sum = 0;
  for (const [, count = '', unit = ''] of digits.matchAll(/([\d.]+)([a-zµμ]+)/g)) {
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
