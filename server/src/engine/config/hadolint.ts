import type { Catalogue, Rule } from '../rule.js';
import { hadolintLayer } from './hadolintLayer.js';
import {
  hadolintLevels,
  hadolintThresholds,
  labelTypes,
  type HadolintLevel,
  type HadolintSettings,
  type NamedCode,
} from './hadolintSettings.js';
import type { ConfigNode } from './node.js';
import type { ConfigLayer, ConfigProblem, FailOn, Origin } from './types.js';
import { complaints, hint, readStrings, type Complain } from './wishes.js';
import { openYaml } from './yaml.js';

/** Top-level keys of a hadolint configuration (src/Hadolint/Config/Configuration.hs). */
const known: readonly string[] = [
  'ignored',
  'override',
  'trustedRegistries',
  'label-schema',
  'strict-labels',
  'disable-ignore-pragma',
  'failure-threshold',
  'no-fail',
  'no-color',
  'verbose',
  'format',
  'formats',
];

interface Reading {
  readonly complain: Complain;
  readonly originOf: (node: ConfigNode) => Origin;
}

/** The layer of a `.hadolint.yaml`. Codes without a rule are passed over silently, as hadolint needs them. Never throws. */
export function parseHadolintConfig(
  text: string,
  path: string,
  known: { readonly rules: readonly Rule[]; readonly catalogue: Catalogue },
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { settings, problems } = readHadolintConfig(text, path);
  return { layer: hadolintLayer([settings], known), problems };
}

/** What a `.hadolint.yaml` says, and its mistakes; what is right still counts. Never throws. */
export function readHadolintConfig(
  text: string,
  path: string,
): { readonly settings: HadolintSettings; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const { root, lineAt } = openYaml(text, complain);
  const origin: Origin = { kind: 'hadolint', path };
  const reading: Reading = { complain, originOf: ({ span }) => ({ ...origin, line: lineAt(span.start) }) };
  const entries = root.value === null ? [] : root.entries();
  if (entries === undefined) complain(root.span, 'A hadolint configuration is a map.');
  const values = new Map<string, ConfigNode>();
  for (const { key, keySpan, node } of entries ?? []) {
    values.set(key, node);
    if (!known.includes(key)) complain(keySpan, `hadolint has no setting "${key}".${hint(key, known)}`);
  }
  return { settings: settingsOf(values, origin, reading), problems };
}

function settingsOf(values: ReadonlyMap<string, ConfigNode>, origin: Origin, reading: Reading): HadolintSettings {
  const flag = (key: string): boolean | undefined => readFlag(values.get(key), key, reading);
  const registries = values.get('trustedRegistries');
  const schema = values.get('label-schema');
  const override = readOverride(values.get('override'), reading);
  const failOn = readThreshold(values.get('failure-threshold'), reading);
  const strictLabels = flag('strict-labels');
  const withoutPragmas = flag('disable-ignore-pragma');
  const noFail = flag('no-fail');
  const noColor = flag('no-color');
  return {
    origin,
    ignored: readCodes(values.get('ignored'), 'ignored', reading),
    override,
    ...(isSet(registries)
      ? { trustedRegistries: { values: readRegistries(registries, reading), origin: reading.originOf(registries) } }
      : {}),
    ...(isSet(schema) ? { labels: { values: readLabels(schema, reading), origin: reading.originOf(schema) } } : {}),
    ...(strictLabels === undefined ? {} : { strictLabels }),
    ...(withoutPragmas === undefined ? {} : { withoutPragmas }),
    ...(noFail === undefined ? {} : { noFail }),
    ...(noColor === undefined ? {} : { noColor }),
    ...(failOn === undefined ? {} : { failOn }),
  };
}

function isSet(node: ConfigNode | undefined): node is ConfigNode {
  return node !== undefined && node.value !== null;
}

function readFlag(node: ConfigNode | undefined, key: string, { complain }: Reading): boolean | undefined {
  if (!isSet(node)) return undefined;
  if (typeof node.value === 'boolean') return node.value;
  complain(node.span, `"${key}" is true or false.`);
  return undefined;
}

function readThreshold(node: ConfigNode | undefined, { complain }: Reading): FailOn | undefined {
  if (!isSet(node)) return undefined;
  const failOn = hadolintThresholds.get(node.value);
  if (failOn === undefined) {
    complain(node.span, `"failure-threshold" is one of ${[...hadolintThresholds.keys()].join(', ')}.`);
  }
  return failOn;
}

function readOverride(node: ConfigNode | undefined, reading: Reading): HadolintSettings['override'] {
  const lists: Record<HadolintLevel, readonly NamedCode[]> = { style: [], info: [], warning: [], error: [] };
  if (!isSet(node)) return lists;
  const entries = node.entries();
  if (entries === undefined)
    reading.complain(node.span, '"override" is a map from error, warning, info or style to codes.');
  for (const { key, keySpan, node: list } of entries ?? []) {
    const level = hadolintLevels.find((name) => name === key);
    if (level === undefined) reading.complain(keySpan, `hadolint has no level "${key}".${hint(key, hadolintLevels)}`);
    else lists[level] = readCodes(list, `override.${level}`, reading);
  }
  return lists;
}

function readCodes(node: ConfigNode | undefined, key: string, { complain, originOf }: Reading): readonly NamedCode[] {
  if (!isSet(node)) return [];
  if (readStrings(node) === undefined) {
    complain(node.span, `"${key}" is a list of codes such as DL3008.`);
    return [];
  }
  return (node.items() ?? [node]).map((item) => ({ code: String(item.value).toUpperCase(), origin: originOf(item) }));
}

function readRegistries(node: ConfigNode, { complain }: Reading): readonly string[] {
  const values = readStrings(node);
  if (values === undefined) complain(node.span, '"trustedRegistries" is a list of registries such as docker.io.');
  return values ?? [];
}

function readLabels(node: ConfigNode, { complain }: Reading): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  const entries = node.entries();
  if (entries === undefined) complain(node.span, '"label-schema" is a map from label to type.');
  for (const { key, node: type } of entries ?? []) {
    const value = type.value ?? '';
    if (typeof value === 'string' && labelTypes.includes(value)) labels.set(key, value);
    else complain(type.span, `The type of a label is one of ${labelTypes.filter((name) => name !== '').join(', ')}.`);
  }
  return labels;
}
