import { nearest } from '../../didYouMean.js';
import { listed, shown } from '../../wording.js';
import { either } from './kinds.js';
import type { Path, SchemaProblem, UnknownKey, WrongType } from './problems.js';
import { composeShape, type Shape } from './shape.js';

/** What a problem of the schema is, in one sentence. Never throws. */
export function describeProblem(problem: SchemaProblem): string {
  const { path } = problem;
  switch (problem.kind) {
    case 'unknown-key':
      return unknownKey(problem);
    case 'bad-name':
      if (problem.key === '') return `The name of ${entryOf(path)} is empty.`;
      return `${code(problem.key)} is no name for ${entryOf(path)}; use letters, digits, \`.\`, \`_\` and \`-\`.`;
    case 'missing-key':
      return `${capital(owner(path))} needs ${either(problem.keys.map(code))}.`;
    case 'type':
      return wrongType(problem);
    case 'empty':
      return `${subject(path)} is empty; ${takes(path)} ${problem.expected}.`;
    case 'enum':
      return wrongValue(subject(path), problem.text, problem.values);
    case 'pattern': {
      const near = nearestValue(problem);
      const hint = near === undefined ? forms.get(String(path.at(-1))) : `; did you mean ${code(near)}?`;
      return `${subject(path)} cannot be ${code(problem.text)}${hint ?? ''}${near === undefined ? '.' : ''}`;
    }
    case 'range': {
      const { minimum, maximum } = problem;
      if (minimum !== undefined && maximum !== undefined) return `${subject(path)} goes from ${minimum} to ${maximum}.`;
      return `${subject(path)} is ${minimum === undefined ? `at most ${maximum ?? 0}` : `at least ${minimum}`}.`;
    }
    case 'duplicate-item': {
      const list = code(String(path.at(-2) ?? ''));
      return problem.text === undefined
        ? `The same item stands twice in ${list}.`
        : `${code(problem.text)} stands twice in ${list}.`;
    }
  }
}

/** The keys that a person may have meant and that are not there yet, the likeliest first. */
export function nearestKeys({ key, free }: UnknownKey): readonly string[] {
  const first = nearest(key, free);
  if (first === undefined) return [];
  const second = nearest(
    key,
    free.filter((each) => each !== first),
  );
  return second === undefined ? [first] : [first, second];
}

/** The value that a person may have meant, where there are only some. */
export function nearestValue(problem: SchemaProblem): string | undefined {
  if (problem.kind === 'enum') return nearest(problem.text, problem.values);
  return problem.kind === 'pattern' ? nearest(problem.text, words.get(String(problem.path.at(-1))) ?? []) : undefined;
}

function unknownKey(problem: UnknownKey): string {
  const { key, known, path } = problem;
  if (key === '') return `A key of ${owner(path)} is empty.`;
  const what = `${code(key)} is no key of ${owner(path)}`;
  const near = nearest(key, problem.free) ?? nearest(key, known);
  if (near !== undefined) return `${what}; did you mean ${code(near)}?`;
  const place = placeOf(key, path);
  if (place !== undefined) return `${what}; it is one of ${place}.`;
  return known.length > 0 && known.length <= 6 ? `${what}; it knows ${listed(known.map(code))}.` : `${what}.`;
}

/** Where else the key is known, on the way up and in services: indentation gone wrong. */
function placeOf(key: string, path: Path): string | undefined {
  for (let length = path.length - 1; length >= 0; length--) {
    const above = path.slice(0, length);
    if (shapeAtPath(above)?.names.includes(key) === true) return owner(above);
  }
  const service = ['services', ''];
  return path.length < 2 && serviceShape()?.names.includes(key) === true ? owner(service) : undefined;
}

function serviceShape(): Shape | undefined {
  return composeShape().child('services')?.child('x');
}

/** The shape there, the first form that is a mapping where there are several; undefined where nothing is known. */
function shapeAtPath(path: Path): Shape | undefined {
  let shape: Shape | undefined = composeShape();
  for (const step of path) {
    const forms: readonly Shape[] = shape === undefined ? [] : [shape, ...shape.choices];
    shape = forms
      .map((form) => (typeof step === 'number' ? form.item : named(form, step)))
      .find((form) => form !== undefined);
  }
  return shape;
}

/** Of a mapping that closes itself; what takes any key says nothing of this one. */
function named(shape: Shape, key: string): Shape | undefined {
  return shape.names.length > 0 || shape.named ? shape.child(key) : undefined;
}

function wrongType({ path, expected, actual, text, interpolated, mend }: WrongType): string {
  const start = `${subject(path)} ${takes(path) === 'it takes' ? 'takes' : 'is'} ${expected}`;
  if (interpolated) return `${start}; a variable makes text of it.`;
  if (mend === 'quote') return `${start}, not ${code(text ?? '')}; put it in quotes.`;
  if (mend === 'unit') return `${start} with a unit, such as ${code(`${text ?? ''}s`)}.`;
  if (mend === 'unquote') return `${start}; take the quotes away.`;
  if (actual === 'map') return `${start}, not a mapping.`;
  if (actual === 'list') return `${start}, not a list.`;
  return /\b(?:list|mapping)\b/.test(expected) && actual === 'text' && !/number|true/.test(expected)
    ? `${start}, not text.`
    : `${start}, not ${code(text ?? '')}.`;
}

function wrongValue(what: string, text: string, values: readonly string[]): string {
  const near = nearest(text, values);
  const hint = near === undefined || values.length < 2 ? '' : `; did you mean ${code(near)}?`;
  return `${what} is ${either(values.map(code))}, not ${code(text)}${hint === '' ? '.' : hint}`;
}

/** The words that fit patterns of the schema, where it has words in mind. */
const words: ReadonlyMap<string, readonly string[]> = new Map([
  ['pull_policy', ['always', 'never', 'missing', 'build', 'refresh', 'daily', 'weekly', 'if_not_present']],
]);

/** What fits the patterns of the schema, for people. */
const forms: ReadonlyMap<string, string> = new Map([
  [
    'pull_policy',
    '; it is `always`, `never`, `missing`, `build`, `refresh`, `daily`, `weekly` or a time such as `every_12h`',
  ],
  ['container_name', '; it starts with a letter or digit and has two characters or more'],
  ['mode', '; it is an octal number such as `0440`'],
]);

const entries: ReadonlyMap<string, string> = new Map([
  ['services', 'service'],
  ['networks', 'network'],
  ['volumes', 'volume'],
  ['secrets', 'secret'],
  ['configs', 'config'],
  ['models', 'model'],
  ['jobs', 'job'],
]);

/** Whose keys stand at the path: "a service", "`build`", "an item of `ports`". */
function owner(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'a Compose file';
  const entry = path.length === 2 ? entries.get(String(path[0])) : undefined;
  if (entry !== undefined) return `a ${entry}`;
  if (typeof last === 'number') return `an item of ${code(String(path.at(-2) ?? ''))}`;
  return code(last);
}

/** What an entry of the mapping is: "a service". */
function entryOf(path: Path): string {
  const entry = path.length === 1 ? entries.get(String(path[0])) : undefined;
  return entry === undefined ? `an entry of ${code(String(path.at(-1) ?? ''))}` : `a ${entry}`;
}

function subject(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'A Compose file';
  const entry = path.length === 2 ? entries.get(String(path[0])) : undefined;
  if (entry !== undefined) return `The ${entry} ${code(String(last))}`;
  return typeof last === 'number' ? `An item of ${code(String(path.at(-2) ?? ''))}` : code(last);
}

/** Keys take a value, items and whole files are one. */
function takes(path: Path): string {
  return typeof path.at(-1) === 'string' ? 'it takes' : 'it is';
}

function code(text: string): string {
  return `\`${shown(text)}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
