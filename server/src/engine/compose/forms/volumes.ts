import { weaklyMemoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import type { Lookup } from '../interpolation/substitute.js';
import type { ComposeNode, ListNode, ScalarNode } from '../tree/types.js';
import { booleanField, Cut, hidden, itemsOf, textField, unknownLookup } from './pieces.js';
import type { Field, FormProblem } from './types.js';

/** One entry of a service's `volumes`. */
export interface VolumeMount {
  readonly node: ComposeNode;
  readonly form: 'short' | 'long';
  /** `bind`, `volume`, `tmpfs` and so on; undefined where a variable decides. */
  readonly type: string | undefined;
  /** Path on the host or name of a volume; undefined: an anonymous volume. */
  readonly source: Field<string> | undefined;
  readonly target: Field<string> | undefined;
  readonly readOnly: boolean | undefined;
  /** Words behind the second colon. */
  readonly options: readonly Field<string>[];
}

export interface Volumes {
  readonly mounts: readonly VolumeMount[];
  readonly problems: readonly FormProblem[];
}

type Complain = (span: Span, message: string, code?: 'invalid-volume' | 'missing-bind-source') => null;

/** The value of a service's `volumes` in one shape (compose-go, transform/volume.go, format/volume.go). Never throws. */
export function readVolumes(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): Volumes {
  if (node?.kind !== 'list') return none;
  return lookup === unknownLookup ? readOnce(node) : read(node, lookup);
}

const none: Volumes = { mounts: [], problems: [] };

/** Several rules ask for the same list. */
const readOnce = weaklyMemoised((node: ListNode): Volumes => read(node, unknownLookup));

function read(node: ListNode, lookup: Lookup): Volumes {
  const mounts: VolumeMount[] = [];
  const problems: FormProblem[] = [];
  const complain: Complain = (span, message, code = 'invalid-volume') => {
    problems.push({ code, span, message });
    return null;
  };
  for (const item of itemsOf(node)) {
    let mount: VolumeMount | null = null;
    if (item.kind === 'map') {
      const target = textField(item.get('target'), lookup);
      const type = textField(item.get('type'), lookup);
      const source = textField(item.get('source'), lookup);
      if (target === undefined) complain(item.span, 'This mount lacks its target, the path in the container.');
      if (type?.value === 'bind' && item.entry('source') === undefined) {
        complain(type.span, 'A bind mount needs a source, the path on the host.', 'missing-bind-source');
      }
      const readOnly = booleanField(item.get('read_only'), lookup);
      mount = {
        node: item,
        form: 'long',
        type: type?.value,
        source: source?.value === '' ? undefined : source,
        target,
        readOnly: readOnly === undefined ? false : readOnly.value,
        options: [],
      };
    } else if (item.kind === 'scalar' && typeof item.value === 'string') mount = shortVolume(item, lookup, complain);
    else if (item.kind === 'list' || !item.interpolated) {
      complain(item.span, 'A volume is written as "source:target" or as a mapping with type, source and target.');
    }
    if (mount !== null) mounts.push(mount);
  }
  return { mounts, problems };
}

function shortVolume(node: ScalarNode, lookup: Lookup, complain: Complain): VolumeMount | null {
  const cut = new Cut(node, lookup);
  const { masked } = cut;
  if (masked === '') return complain(node.span, 'A volume must not be empty.');
  const base = { node, form: 'short', readOnly: false, options: [] } as const;
  // compose-go counts bytes here; two of them are a target whatever they are.
  if (masked.length <= 2 && /^[\0-\x7f]*$/.test(masked)) {
    return { ...base, type: 'volume', source: undefined, target: cut.whole() };
  }
  const parts: { readonly start: number; readonly end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= masked.length; at++) {
    if (at < masked.length && (masked[at] !== ':' || isDrive(masked, start, at))) continue;
    if (at === start) return complain(node.span, 'Between two colons of a volume something is missing.');
    parts.push({ start, end: at });
    start = at + 1;
  }
  const [first, second, third, fourth] = parts;
  if (first === undefined) return null;
  if (fourth !== undefined) return complain(node.span, 'This volume has too many colons; write it as a mapping.');
  if (second === undefined) {
    // A variable alone may be the whole mount.
    const target = cut.field(first.start, first.end);
    const isOpen = masked.includes(hidden) && (target.value === undefined || target.value.includes(':'));
    return isOpen
      ? {
          ...base,
          type: undefined,
          source: { value: undefined, span: node.span },
          target: undefined,
          readOnly: undefined,
        }
      : { ...base, type: 'volume', source: undefined, target };
  }
  const source = cut.field(first.start, first.end);
  const options =
    third === undefined ? [] : words(masked, third.start, third.end).map(([from, to]) => cut.field(from, to));
  const readOnly = options.some(({ value }) => value === undefined)
    ? undefined
    : options.findLast(({ value }) => value === 'ro' || value === 'rw')?.value === 'ro';
  const type = mountType(source.value ?? masked.slice(first.start, first.end));
  return { ...base, type, source, target: cut.field(second.start, second.end), readOnly, options };
}

/** A letter in front of a colon is a drive of Windows. */
function isDrive(text: string, start: number, colon: number): boolean {
  return colon === start + 1 && /\p{L}/u.test(text.charAt(start));
}

/** What a source is by how it starts (format/volume.go, `isFilePath`); undefined where a variable is what it starts with. */
function mountType(source: string): string | undefined {
  if (source.startsWith(hidden)) return undefined;
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source) ? 'bind' : 'volume';
}

function words(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let from = start; from <= end;) {
    const comma = text.indexOf(',', from);
    const to = comma < 0 || comma > end ? end : comma;
    found.push([from, to]);
    from = to + 1;
  }
  return found;
}
