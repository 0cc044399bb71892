import type { Span } from '../../text/span.js';
import type { ComposeNode, ListNode, MapNode, ScalarNode } from '../tree/types.js';
import { castText } from './casts.js';
import { kindOfScalar, kinds, type Kinds } from './kinds.js';
import type { Path, SchemaProblem, WrongType } from './problems.js';
import { composeShape, type Shape } from './shape.js';
import { identityOf } from './identity.js';

export interface SchemaCheck {
  /** In the order of the text. */
  readonly problems: readonly SchemaProblem[];
  /** False where there was too much to look at all of it. */
  readonly complete: boolean;
}

export interface CheckLimits {
  /** Values to look at. */
  readonly steps: number;
  readonly problems: number;
}

const usual: CheckLimits = { steps: 400_000, problems: 1000 };

/**
 * What in a Compose file is not as the schema has it, all of it at once. A variable is text of which nothing is known,
 * or whatever Compose casts it to; what `!reset` takes away is not looked at. What is written once and used in many
 * places (anchors, merge keys) is told of once. The file is taken for whole: what a base file may add is missing.
 * Never throws.
 */
export function checkSchema(
  root: ComposeNode | undefined,
  shape: Shape = composeShape(),
  limits: CheckLimits = usual,
): SchemaCheck {
  const walk = new Walk(limits);
  if (root !== undefined) walk.visit(root, shape, undefined);
  return { problems: onceEach(walk.problems), complete: walk.complete };
}

/** Without what is told of the same words already, in the order of the text. */
function onceEach(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const known = new Set<string>();
  const different = problems.filter(({ kind, span }) => {
    const place = `${kind}:${span.start}:${span.end}`;
    return !known.has(place) && known.add(place);
  });
  return different.sort((a, b) => a.span.start - b.span.start);
}

class Walk {
  problems: SchemaProblem[] = [];
  complete = true;
  #steps: number;
  readonly #most: number;
  readonly #path: (string | number)[] = [];
  /** What is shared and was looked at: number of the shape and place. */
  readonly #seen = new Set<string>();

  constructor({ steps, problems }: CheckLimits) {
    this.#steps = steps;
    this.#most = problems;
  }

  /** `holder` is the key that the value belongs to. */
  visit(node: ComposeNode, shape: Shape, holder: Span | undefined): void {
    if (shape.anything || node.tag === 'reset' || !this.complete) return;
    if (--this.#steps < 0) {
      this.complete = false;
      return;
    }
    if (node.sharedBy !== undefined) {
      const place = `${shape.id}:${node.span.start}:${node.span.end}`;
      if (this.#seen.has(place)) return;
      this.#seen.add(place);
    }
    this.#value(node, shape, holder);
  }

  #value(node: ComposeNode, shape: Shape, holder: Span | undefined): void {
    const cast = node.kind === 'scalar' ? effective(node, shape) : undefined;
    if (cast?.fits === 'anything') return;
    const kind = node.kind === 'map' ? kinds.map : node.kind === 'list' ? kinds.list : (cast?.kind ?? 0);
    if ((shape.kinds & kind) === 0) {
      this.#wrongKind(node, shape, kind, holder);
      return;
    }
    if (shape.choices.length > 0) this.#choose(node, shape, kind, holder);
    else if (node.kind === 'map') this.#map(node, shape, holder);
    else if (node.kind === 'list') this.#list(node, shape);
    else this.#scalar(node, shape, cast?.value);
  }

  /** The forms of the right kind; of several, that with the fewest problems speaks. */
  #choose(node: ComposeNode, shape: Shape, kind: Kinds, holder: Span | undefined): void {
    const fitting = shape.choices.filter((choice) => (choice.kinds & kind) !== 0);
    const [only] = fitting;
    if (only === undefined) return;
    if (fitting.length === 1) {
      this.#value(node, only, holder);
      return;
    }
    const before = this.problems;
    let best: SchemaProblem[] | undefined;
    for (const choice of fitting) {
      this.problems = [];
      this.#value(node, choice, holder);
      if (best === undefined || this.problems.length < best.length) best = this.problems;
      if (best.length === 0) break;
    }
    this.problems = before;
    for (const problem of best ?? []) this.#add(problem);
  }

  #map(node: MapNode, shape: Shape, holder: Span | undefined): void {
    const shared = node.sharedBy !== undefined;
    for (const { key, keySpan, value } of node.entries) {
      if (value?.tag === 'reset') continue;
      const child = shape.child(key);
      if (child === undefined) this.#strangeKey(key, keySpan, shape, node);
      else if (child.anything) continue;
      else {
        this.#path.push(key);
        if (value === undefined) this.#nothing(keySpan, child, shared);
        else this.visit(value, child, keySpan);
        this.#path.pop();
      }
      if (!this.complete) return;
    }
    const { required, requiredAny } = shape;
    if (required.length === 0 && requiredAny.length === 0) return;
    const lacking = required.filter((key) => node.entry(key) === undefined).map((key) => [key]);
    if (requiredAny.length > 0 && requiredAny.every((key) => node.entry(key) === undefined))
      lacking.push([...requiredAny]);
    const span = holder ?? node.entries[0]?.keySpan ?? node.span;
    for (const keys of lacking) this.#add({ kind: 'missing-key', span, path: this.#here(), shared, keys });
  }

  #strangeKey(key: string, span: Span, shape: Shape, node: MapNode): void {
    const path = this.#here();
    const shared = node.sharedBy !== undefined;
    const known = shape.names;
    if (known.length === 0 && shape.named) {
      this.#add({ kind: 'bad-name', span, path, shared, key });
      return;
    }
    const free = known.filter((name) => node.entry(name) === undefined);
    this.#add({ kind: 'unknown-key', span, path, shared, key, known, free });
  }

  #list(node: ListNode, shape: Shape): void {
    const { item } = shape;
    if (item !== undefined) {
      for (const [index, each] of node.items.entries()) {
        this.#path.push(index);
        this.visit(each, item, undefined);
        this.#path.pop();
        if (!this.complete) return;
      }
    }
    if (shape.unique && node.items.length > 1) this.#twins(node);
  }

  #twins(node: ListNode): void {
    const firsts = new Map<string, ComposeNode>();
    for (const [index, each] of node.items.entries()) {
      if (each.tag === 'reset') continue;
      const identity = identityOf(each, () => --this.#steps >= 0);
      if (identity === undefined) continue;
      const first = firsts.get(identity);
      if (first === undefined) firsts.set(identity, each);
      else {
        const text = each.kind === 'scalar' ? each.text.text : undefined;
        const path = [...this.#path, index];
        const shared = each.sharedBy !== undefined;
        this.#add({ kind: 'duplicate-item', span: each.span, path, shared, text, first: first.span });
      }
    }
  }

  #scalar(node: ScalarNode, shape: Shape, value: string | number | boolean | null | undefined): void {
    const { span } = node;
    const shared = node.sharedBy !== undefined;
    if (typeof value === 'number') {
      const { minimum, maximum } = shape;
      if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum)) {
        this.#add({ kind: 'range', span, path: this.#here(), shared, minimum, maximum });
      }
    }
    if (typeof value !== 'string' || node.interpolated) return;
    if (shape.values?.has(value) === false) {
      this.#add({ kind: 'enum', span, path: this.#here(), shared, text: value, values: [...shape.values] });
    }
    if (shape.pattern?.test(value) === false)
      this.#add({ kind: 'pattern', span, path: this.#here(), shared, text: value });
  }

  #wrongKind(node: ComposeNode, shape: Shape, kind: Kinds, holder: Span | undefined): void {
    const { span } = node;
    const shared = node.sharedBy !== undefined;
    if (kind === kinds.nothing) {
      this.#nothing(span.start === span.end && holder !== undefined ? holder : span, shape, shared);
      return;
    }
    const path = this.#here();
    const expected = shape.words;
    if (node.kind === 'scalar')
      this.#add({ kind: 'type', span, path, shared, expected, ...ofScalar(node, shape, path.at(-1)) });
    else {
      const actual = node.kind;
      this.#add({
        kind: 'type',
        span: node.flow ? span : (holder ?? firstOf(node)),
        path,
        shared,
        expected,
        actual,
        ...noScalar,
      });
    }
  }

  #nothing(span: Span, shape: Shape, shared: boolean): void {
    if ((shape.kinds & kinds.nothing) !== 0) return;
    this.#add({ kind: 'empty', span, path: this.#here(), shared, expected: shape.words });
  }

  #here(): Path {
    return [...this.#path];
  }

  #add(problem: SchemaProblem): void {
    if (this.problems.length >= this.#most) this.complete = false;
    else this.problems.push(problem);
  }
}

const noScalar = { text: undefined, interpolated: false, mend: undefined } as const;

function ofScalar(
  node: ScalarNode,
  shape: Shape,
  key: string | number | undefined,
): Pick<WrongType, 'actual' | 'text' | 'interpolated' | 'mend'> {
  const { value, interpolated } = node;
  const { text } = node.text;
  if (typeof value === 'string') {
    const other = kindOfPlain(text);
    const unquotes = shape.cast === undefined && !interpolated && node.style !== 'plain';
    const mend = unquotes && (shape.kinds & other) !== 0 ? 'unquote' : undefined;
    return { actual: 'text', text, interpolated, mend };
  }
  const actual = typeof value === 'number' ? 'number' : 'boolean';
  if ((shape.kinds & kinds.text) === 0 || shape.cast !== undefined) {
    return { actual, text, interpolated, mend: undefined };
  }
  // Quotes would not help: a time wants its unit, and nothing restarts "false".
  const time = actual === 'number' && durations.has(String(key));
  return { actual, text, interpolated, mend: time ? 'unit' : key === 'restart' ? undefined : 'quote' };
}

/** Keys whose text Compose reads as a span of time (compose-go, types/duration.go). */
const durations: ReadonlySet<string> = new Set([
  ...['interval', 'timeout', 'start_period', 'start_interval', 'stop_grace_period', 'delay', 'monitor', 'window'],
]);

/** What YAML would make of the text without quotes; no kind where that is text. */
function kindOfPlain(text: string): Kinds {
  if (/^(?:true|false)$/.test(text)) return kinds.boolean;
  if (/^-?(?:0|[1-9][0-9]{0,14})$/.test(text)) return kinds.whole;
  return /^-?(?:0|[1-9][0-9]*)\.[0-9]+$/.test(text) ? kinds.fraction : 0;
}

/** The words to show of something long that no key holds: its first entry's key or its first item. */
function firstOf(node: MapNode | ListNode): Span {
  const first = node.kind === 'map' ? node.entries[0]?.keySpan : node.items[0]?.span;
  if (first === undefined || first.start < node.span.start || first.end > node.span.end) return node.span;
  return first;
}

interface Effective {
  readonly kind: Kinds;
  readonly value: string | number | boolean | null;
  readonly fits?: 'anything';
}

/** What the schema gets to see: the value, or what Compose makes of its text. */
function effective(node: ScalarNode, shape: Shape): Effective {
  const { value } = node;
  // Variables without a `$`: an alias that leads nowhere.
  if (node.interpolated && !node.text.text.includes('$')) return { kind: kinds.text, value, fits: 'anything' };
  if (typeof value !== 'string') return { kind: kindOfScalar(value), value };
  if (shape.cast === undefined) return { kind: kinds.text, value };
  if (node.interpolated) return { kind: kinds.text, value, fits: 'anything' };
  const cast = castText(value, shape.cast);
  // Text that cannot be read is of no kind, so that it is wrong everywhere.
  return cast === undefined ? { kind: 0, value } : { kind: kindOfScalar(cast), value: cast };
}
