import { extensions, serviceKeys } from '../compose/order/keys.js';
import { foreignChecks } from '../foreign/checks.js';
import type { OptionValue, SeveritySetting } from '../rule.js';
import { codesOf } from './codes.js';
import type { KnownRules } from './foreignFiles.js';
import type { ConfigNode } from './node.js';
import type { CodeWish, ConfigLayer, ConfigProblem, Origin, RuleWish } from './types.js';
import { complaints, hint, readStrings } from './wishes.js';
import { openYaml } from './yaml.js';

const severities: readonly SeveritySetting[] = ['off', 'warning', 'error'];

/** The order of its groups in dclint 3.1.0, and the keys of each. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ['Core Definitions', ['image', 'build', 'container_name']],
  ['Service Dependencies', ['depends_on']],
  ['Data Management and Configuration', ['volumes', 'volumes_from', 'configs', 'secrets']],
  ['Environment Configuration', ['environment', 'env_file']],
  ['Networking', ['ports', 'networks', 'network_mode', 'extra_hosts']],
  ['Runtime Behavior', ['command', 'entrypoint', 'working_dir', 'restart', 'healthcheck']],
  ['Operational Metadata', ['logging', 'labels']],
  ['Security and Execution Context', ['user', 'isolation']],
  ['Other', []],
];

/** Options of a rule of dclint as one of a rule of ours; undefined where they say nothing. */
interface OptionReading {
  readonly rule: string;
  readonly option: string;
  readonly read: (options: ReadonlyMap<string, ConfigNode>) => OptionValue | undefined;
}

const optionReadings: { readonly [rule: string]: OptionReading } = {
  'top-level-properties-order': {
    rule: 'unsorted-top-level-keys',
    option: 'order',
    read: (options) => stringsOf(options.get('customOrder'))?.map((key) => (key === 'x-properties' ? extensions : key)),
  },
  'service-keys-order': { rule: 'unsorted-service-keys', option: 'order', read: keyOrder },
  'service-image-require-explicit-tag': {
    rule: 'mutable-image-tag',
    option: 'tags',
    read: (options) => stringsOf(options.get('prohibitedTags')),
  },
  'no-build-and-image': {
    rule: 'build-with-image',
    option: 'acceptPolicy',
    read: (options) => {
      const value = options.get('checkPullPolicy')?.value;
      return typeof value === 'boolean' ? value : undefined;
    },
  },
  'require-quotes-in-ports': {
    rule: 'unquoted-port',
    option: 'quotes',
    read: (options) => {
      const value = options.get('quoteType')?.value;
      return value === 'single' || value === 'double' ? value : undefined;
    },
  },
};

/**
 * What a `.dclintrc` in JSON or YAML says of rules that ours stand for: 0 turns them off, 1 makes them warnings and 2
 * errors. A configuration that is a program is never run. Never throws.
 */
export function parseDclintConfig(
  text: string,
  path: string,
  { rules, catalogue }: KnownRules,
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const origin: Origin = { kind: 'dclint', path };
  const layer: ConfigLayer = { origin, rules: new Map(), exclude: [], overrides: [] };
  if (/\.[cm]?[jt]s$/.test(path)) {
    const span = { start: 0, end: Math.min(text.length, 1) };
    complain(span, 'This configuration is a program, which is not run, so it does not count; write a .dclintrc.yaml.');
    return { layer, problems };
  }
  const { root: whole, lineAt } = openYaml(text, complain);
  const root = isPackage(path) ? whole.entries()?.find(({ key }) => key === 'dclint')?.node : whole;
  const node = root?.entries()?.find(({ key }) => key === 'rules')?.node;
  const wishes: CodeWish[] = [];
  const options = new Map<string, RuleWish>();
  const known = foreignChecks.dclint?.ids ?? [];
  for (const { key, keySpan, node: value } of node?.entries() ?? []) {
    if (!known.includes(key)) {
      complain(keySpan, `dclint has no rule "${key}".${hint(key, known)}`);
      continue;
    }
    const [level = value, more] = value.items() ?? [];
    const severity = typeof level.value === 'number' ? severities[level.value] : undefined;
    if (severity === undefined) complain(level.span, 'A rule of dclint is 0 (off), 1 (warning) or 2 (error).');
    else if (catalogue.rulesFor('dclint', key).length > 0) {
      wishes.push({ tool: 'dclint', id: key, severity, origin: { ...origin, line: lineAt(keySpan.start) } });
    }
    const reading = Object.hasOwn(optionReadings, key) ? optionReadings[key] : undefined;
    const entries = more?.entries();
    if (reading === undefined || entries === undefined) continue;
    if (rules.find(({ id }) => id === reading.rule)?.options?.[reading.option] === undefined) continue;
    const option = reading.read(new Map(entries.map((entry) => [entry.key, entry.node])));
    if (option === undefined) continue;
    options.set(reading.rule, { options: { [reading.option]: option }, line: lineAt(keySpan.start) });
  }
  return { layer: { ...layer, rules: options, codes: codesOf(wishes) }, problems };
}

/** Whether a file configures dclint: a package.json only with a key for it. */
export function isDclintConfig(path: string, text: string): boolean {
  if (!isPackage(path)) return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'dclint');
  } catch {
    return false;
  }
}

function isPackage(path: string): boolean {
  return /(?:^|\/)package\.json$/.test(path);
}

/** The keys of all groups in the order of the groups; those that are in none come last, as ours do. */
function keyOrder(options: ReadonlyMap<string, ConfigNode>): readonly string[] | undefined {
  const own = options.get('groups')?.entries();
  const order = stringsOf(options.get('groupOrder'));
  if (own === undefined && order === undefined) return undefined;
  const keys = new Map(groups);
  for (const { key, node } of own ?? []) keys.set(key, stringsOf(node) ?? []);
  const all = (order ?? groups.map(([name]) => name)).flatMap((name) => keys.get(name) ?? []);
  return all.length === 0 ? serviceKeys : all;
}

function stringsOf(node: ConfigNode | undefined): readonly string[] | undefined {
  return node === undefined ? undefined : readStrings(node);
}
