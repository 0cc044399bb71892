import type { Lookup } from '../interpolation/substitute.js';
import type { ComposeNode, MapNode } from '../tree/types.js';
import { booleanField, Cut, itemsOf, textField, unknownLookup } from './pieces.js';
import type { Field, FormProblem } from './types.js';

/** What `build` says. */
export interface Build {
  readonly form: 'short' | 'long';
  readonly context: Field<string> | undefined;
  readonly dockerfile: Field<string> | undefined;
  readonly inline: ComposeNode | undefined;
  readonly target: Field<string> | undefined;
  /** The long form. */
  readonly map: MapNode | undefined;
}

/** A context alone, or a mapping (compose-go, transform/build.go). */
export function readBuild(node: ComposeNode | undefined, lookup: Lookup = unknownLookup): Build | undefined {
  if (node === undefined || node.kind === 'list' || node.tag === 'reset') return undefined;
  const map = node.kind === 'map' ? node : undefined;
  const context = textField(map === undefined ? node : map.get('context'), lookup);
  if (map === undefined && context === undefined) return undefined;
  return {
    form: map === undefined ? 'short' : 'long',
    context,
    dockerfile: textField(map?.get('dockerfile'), lookup),
    inline: map?.get('dockerfile_inline'),
    target: textField(map?.get('target'), lookup),
    map,
  };
}

/** How a container's health is looked after. */
export interface Healthcheck {
  /** `none` where the check is switched off; undefined where a variable decides, or nothing is said. */
  readonly kind: 'shell' | 'exec' | 'none' | undefined;
  /** The shell text, or the words behind CMD. */
  readonly words: readonly Field<string>[];
  readonly test: ComposeNode | undefined;
  readonly problems: readonly FormProblem[];
}

/** The value of `healthcheck` (compose-go, types/healthcheck.go; loader/validate.go for the first word). */
export function readHealthcheck(
  node: ComposeNode | undefined,
  lookup: Lookup = unknownLookup,
): Healthcheck | undefined {
  if (node?.kind !== 'map' || node.tag === 'reset') return undefined;
  const test = node.get('test');
  const words = itemsOf(test).flatMap((item) => textField(item, lookup) ?? []);
  if (booleanField(node.get('disable'), lookup)?.value === true) return { kind: 'none', words: [], test, problems: [] };
  if (test?.kind !== 'list') return { kind: test?.kind === 'scalar' ? 'shell' : undefined, words, test, problems: [] };
  const [first, ...rest] = words;
  if (first?.value === undefined) return { kind: undefined, words: rest, test, problems: [] };
  const kind =
    first.value === 'CMD'
      ? 'exec'
      : first.value === 'CMD-SHELL'
        ? 'shell'
        : first.value === 'NONE'
          ? 'none'
          : undefined;
  const message = 'A health check starts with CMD, CMD-SHELL or NONE; Compose refuses anything else.';
  const problems = kind === undefined ? [{ code: 'invalid-healthcheck-test', span: first.span, message }] : [];
  return { kind, words: kind === undefined ? words : rest, test, problems };
}

/** One entry of `devices`. */
export interface Device {
  readonly source: Field<string>;
  readonly target: Field<string> | undefined;
  readonly permissions: Field<string> | undefined;
  readonly node: ComposeNode;
}

/** The value of `devices` (compose-go, transform/device.go). */
export function readDevices(
  node: ComposeNode | undefined,
  lookup: Lookup = unknownLookup,
): { readonly devices: readonly Device[]; readonly problems: readonly FormProblem[] } {
  const devices: Device[] = [];
  const problems: FormProblem[] = [];
  for (const item of node?.kind === 'list' ? itemsOf(node) : []) {
    if (item.kind === 'map') {
      const source = textField(item.get('source'), lookup);
      const target = textField(item.get('target'), lookup);
      const permissions = textField(item.get('permissions'), lookup);
      if (source !== undefined) devices.push({ source, target, permissions, node: item });
    } else if (item.kind === 'scalar') {
      const cut = new Cut(item, lookup);
      const places = partsOf(cut.masked, ':');
      const [source, target, permissions] = places.map(([start, end]) => cut.field(start, end));
      if (places.length > 3) {
        const message = 'A device has at most three parts, host:container:permissions.';
        problems.push({ code: 'invalid-device', span: item.span, message });
      } else if (source !== undefined) devices.push({ source, target, permissions, node: item });
    }
  }
  return { devices, problems };
}

/** One entry of `tmpfs`: a path, and options behind a colon. */
export function readTmpfs(
  node: ComposeNode | undefined,
  lookup: Lookup = unknownLookup,
): readonly { readonly path: Field<string>; readonly options: readonly Field<string>[]; readonly node: ComposeNode }[] {
  return itemsOf(node).flatMap((item) => {
    if (item.kind !== 'scalar' || item.value === null) return [];
    const cut = new Cut(item, lookup);
    const colon = cut.masked.indexOf(':');
    const end = colon < 0 ? cut.masked.length : colon;
    const options = colon < 0 ? [] : partsOf(cut.masked.slice(colon + 1), ',');
    const at = colon + 1;
    return [
      { path: cut.field(0, end), options: options.map(([from, to]) => cut.field(at + from, at + to)), node: item },
    ];
  });
}

/** Limits or reservations of `deploy.resources`. */
export interface Resources {
  readonly cpus: Field<string> | undefined;
  readonly memory: Field<string> | undefined;
  readonly pids: Field<string> | undefined;
  readonly map: MapNode;
}

/** `deploy.resources.limits` or `.reservations`. */
export function readResources(
  deploy: ComposeNode | undefined,
  part: 'limits' | 'reservations',
  lookup: Lookup = unknownLookup,
): Resources | undefined {
  const resources = deploy?.kind === 'map' ? deploy.get('resources') : undefined;
  const map = resources?.kind === 'map' ? resources.get(part) : undefined;
  if (map?.kind !== 'map') return undefined;
  const field = (key: string): Field<string> | undefined => textField(map.get(key), lookup);
  return { cpus: field('cpus'), memory: field('memory'), pids: field('pids'), map };
}

function partsOf(text: string, separator: string): readonly (readonly [number, number])[] {
  let at = 0;
  return text.split(separator).map((part) => {
    const start = at;
    at += part.length + 1;
    return [start, start + part.length] as const;
  });
}
