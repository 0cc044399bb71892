import type { Catalogue, ForeignTool, Rule, SeveritySetting } from '../rule.js';
import { foreignIds, isIdOf } from '../catalogue.js';
import type { ConfigLayer, ConfigProblem, FailOn, RuleSetting } from './types.js';
import type { ConfigNode } from './node.js';
import { complaints, readStrings, type Complain } from './wishes.js';
import { openYaml } from './yaml.js';

/** Top-level keys of a hadolint configuration (hadolint README and contrib/hadolint.json). */
const known: ReadonlySet<string> = new Set([
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
]);

/** In the order in which hadolint applies them: a later list wins. */
const levels: readonly (readonly [string, SeveritySetting])[] = [
  ['style', 'hint'],
  ['info', 'info'],
  ['warning', 'warning'],
  ['error', 'error'],
];

const thresholds: ReadonlyMap<unknown, FailOn> = new Map([
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'info'],
  ['style', 'info'],
]);

/**
 * What a `.hadolint.yaml` says that has a meaning here: `ignored`, `override`, `failure-threshold` and `no-fail`.
 * Codes without an equivalent are passed over silently, as hadolint needs them. Never throws.
 */
export function parseHadolintConfig(
  text: string,
  path: string,
  catalogue: Catalogue,
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const { root, lineAt } = openYaml(text, complain);
  const entries = root.value === null ? [] : root.entries();
  if (entries === undefined) complain(root.span, 'A hadolint configuration is a map.');
  const values = new Map<string, ConfigNode>();
  for (const { key, keySpan, node } of entries ?? []) {
    values.set(key, node);
    if (!known.has(key)) complain(keySpan, `hadolint has no setting "${key}".`);
  }

  const codes = new Map<string, { severity: SeveritySetting; line: number }>();
  const set = (list: ConfigNode | undefined, key: string, severity: SeveritySetting): void => {
    for (const { value, span } of readCodes(list, key, complain)) {
      const code = value.toUpperCase();
      if (isKnownCode(catalogue, code)) codes.set(code, { severity, line: lineAt(span.start) });
    }
  };
  const override = values.get('override');
  const lists = new Map((override?.entries() ?? []).map(({ key, node }) => [key, node]));
  for (const [level, severity] of levels) set(lists.get(level), `override.${level}`, severity);
  set(values.get('ignored'), 'ignored', 'off');

  const failOn =
    values.get('no-fail')?.value === true ? 'never' : thresholds.get(values.get('failure-threshold')?.value);
  const layer: ConfigLayer = {
    origin: { kind: 'hadolint', path },
    rules: new Map(),
    codes,
    exclude: [],
    overrides: [],
    ...(failOn === undefined ? {} : { failOn }),
  };
  return { layer, problems };
}

function readCodes(
  node: ConfigNode | undefined,
  key: string,
  complain: Complain,
): readonly { readonly value: string; readonly span: ConfigNode['span'] }[] {
  if (node === undefined || node.value === null) return [];
  if (readStrings(node) === undefined) {
    complain(node.span, `"${key}" is a list of codes such as DL3008.`);
    return [];
  }
  return (node.items() ?? [node]).map(({ value, span }) => ({ value: String(value), span }));
}

function isKnownCode(catalogue: Catalogue, code: string): boolean {
  return catalogue.rulesFor('hadolint', code).length > 0 || catalogue.rulesFor('shellcheck', code).length > 0;
}

/**
 * The setting of a rule after a hadolint configuration spoke of some of its codes: of the whole rule when it
 * names them all alike, else of single codes.
 */
export function applyCodes(rule: Rule, setting: RuleSetting, layer: ConfigLayer): RuleSetting {
  if (layer.codes === undefined) return setting;
  const own = rule.rest === undefined ? namedBy(rule) : restOf(rule.rest, layer.codes);
  const named = own.flatMap((code) => {
    const wish = layer.codes?.get(code);
    return wish === undefined ? [] : [{ code, ...wish }];
  });
  const [first] = named;
  if (first === undefined) return setting;
  const origin = { ...layer.origin, line: first.line };
  const alike =
    rule.rest === undefined &&
    named.length === own.length &&
    named.every(({ severity }) => severity === first.severity);
  if (alike) return { severity: first.severity, options: setting.options, origin };
  return { ...setting, origin, codes: new Map(named.map(({ code, severity }) => [code, severity])) };
}

function namedBy(rule: Rule): readonly string[] {
  return foreignIds(rule.equivalents).flatMap(([tool, id]) =>
    tool === 'hadolint' || tool === 'shellcheck' ? [id.toUpperCase()] : [],
  );
}

/** Every code of the tool that the configuration names: those of other rules never reach this one. */
function restOf(tool: ForeignTool, codes: NonNullable<ConfigLayer['codes']>): readonly string[] {
  return [...codes.keys()].filter((code) => isIdOf(tool, code));
}
