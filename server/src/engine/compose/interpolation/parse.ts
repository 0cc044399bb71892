import type { InterpolationProblem, Operand, Operator, Part, Template, VariablePart } from './types.js';

/** Operands within operands that are read; what lies deeper is taken literally. */
const deepest = 50;

/**
 * Cuts a text at its variables as compose-go does (template/template.go, `DefaultPattern` and
 * `DefaultReplacementAppliedFunc`). Takes time that grows with the text. Never throws.
 */
export function parseTemplate(text: string): Template {
  if (!text.includes('$')) {
    const parts: readonly Part[] = text === '' ? [] : [{ kind: 'literal', start: 0, end: text.length }];
    return { text, parts, variables: [], problems: [] };
  }
  const reader = new Reader(text);
  const parts = reader.parts(0, text.length, undefined, 0);
  return { text, parts, variables: reader.variables, problems: reader.problems };
}

/** Whether a variable stands in the text. */
export function hasVariable(text: string): boolean {
  return text.includes('$') && parseTemplate(text).variables.length > 0;
}

class Reader {
  readonly variables: VariablePart[] = [];
  readonly problems: InterpolationProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  parts(start: number, end: number, within: VariablePart | undefined, depth: number): readonly Part[] {
    const text = this.#text;
    const found: Part[] = [];
    const braces = new LastBrace(text, end);
    let literal = start;
    let at = start;
    const add = (part: Part): void => {
      if (literal < part.start) found.push({ kind: 'literal', start: literal, end: part.start });
      found.push(part);
      literal = at = part.end;
    };
    while (depth <= deepest) {
      const dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar + 1 >= end) break;
      const next = text.charAt(dollar + 1);
      if (next === '$') add({ kind: 'escape', start: dollar, end: dollar + 2 });
      else if (next === '{') add(this.#braced(dollar, end, braces, within, depth));
      else {
        const nameEnd = endOfName(text, dollar + 1, end);
        if (nameEnd === dollar + 1) at = dollar + 1;
        else add(this.#variable(dollar, nameEnd));
      }
    }
    if (literal < end) found.push({ kind: 'literal', start: literal, end });
    return found;
  }

  #variable(start: number, end: number): VariablePart {
    const nameAt = { start: start + 1, end };
    const name = this.#text.slice(start + 1, end);
    const part: VariablePart = {
      kind: 'variable',
      start,
      end,
      name,
      nameAt,
      braced: false,
      operator: undefined,
      operand: undefined,
    };
    this.variables.push(part);
    return part;
  }

  #braced(start: number, end: number, braces: LastBrace, within: VariablePart | undefined, depth: number): Part {
    const text = this.#text;
    const nameAt = { start: start + 2, end: endOfName(text, start + 2, end) };
    const operator = nameAt.end > nameAt.start ? operatorAt(text, nameAt.end, end) : undefined;
    const plainEnd = nameAt.end > nameAt.start && nameAt.end < end && text[nameAt.end] === '}';
    const last = operator === undefined ? -1 : braces.on(nameAt.end + operator.length);
    if (!plainEnd && last < 0) {
      this.problems.push({ start, end: endOfInvalid(text, start + 2, end), within });
      return { kind: 'invalid', start, end: start + 2 };
    }
    const close = plainEnd ? nameAt.end : closingBrace(text, start, last);
    const operand: { start: number; end: number; parts: readonly Part[] } | undefined =
      operator === undefined || plainEnd ? undefined : { start: nameAt.end + operator.length, end: close, parts: [] };
    const part: VariablePart = {
      kind: 'variable',
      start,
      end: close + 1,
      name: text.slice(nameAt.start, nameAt.end),
      nameAt,
      braced: true,
      operator: plainEnd ? undefined : operator,
      operand: operand satisfies Operand | undefined,
    };
    this.variables.push(part);
    if (operand !== undefined) operand.parts = this.parts(operand.start, operand.end, within ?? part, depth + 1);
    return part;
  }
}

/** The last closing brace of a line, which is where the greedy pattern of compose-go ends; each line is searched once. */
class LastBrace {
  readonly #text: string;
  readonly #end: number;
  #lineEnd = -1;
  #last = -1;

  constructor(text: string, end: number) {
    this.#text = text;
    this.#end = end;
  }

  /** The last one on the line of `at`, no earlier than that; -1 for none. */
  on(at: number): number {
    if (at > this.#lineEnd) {
      const feed = this.#text.slice(0, this.#end).indexOf('\n', at);
      this.#lineEnd = feed < 0 ? this.#end : feed;
      this.#last = this.#text.lastIndexOf('}', this.#lineEnd - 1);
    }
    return this.#last < at ? -1 : this.#last;
  }
}

/** Where the brace after `start` is closed, counted as compose-go's `getFirstBraceClosingIndex` counts; else `last`. */
function closingBrace(text: string, start: number, last: number): number {
  let open = 0;
  for (let i = start; i <= last; i++) {
    if (text[i] === '}' && --open === 0) return i;
    if (text[i] === '{') {
      open++;
      i++;
    }
  }
  return last;
}

/** Letters without regard to case take the long s and the Kelvin sign with them, in Go as in Unicode. */
function endOfName(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (at === start ? /[_a-zA-Z\u017F\u212A]/ : /[_a-zA-Z0-9\u017F\u212A]/).test(text.charAt(at))) at++;
  return at;
}

function operatorAt(text: string, at: number, end: number): Operator | undefined {
  const colon = text[at] === ':' ? ':' : '';
  const sign = at + colon.length < end ? text[at + colon.length] : undefined;
  return sign === '-' || sign === '?' || sign === '+' ? `${colon}${sign}` : undefined;
}

/** What a person takes for the malformed expression: up to its brace, or to the end of the word. */
function endOfInvalid(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + 200);
  for (let at = start; at < limit; at++) {
    if (text[at] === '}') return at + 1;
    if (/[\s$"']/.test(text.charAt(at))) {
      const close = /^[ \t]*[^\s${}"']*[ \t]*\}/.exec(text.slice(start, limit));
      return close === null ? at : start + close[0].length;
    }
  }
  return limit;
}
