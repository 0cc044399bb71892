import { foreignKey } from '../catalogue.js';
import type { SeveritySetting } from '../rule.js';
import { codesOf } from './codes.js';
import type { KnownRules } from './foreignFiles.js';
import type { ConfigNode } from './node.js';
import type { CodeWish, ConfigLayer, ConfigProblem, Origin } from './types.js';
import { complaints } from './wishes.js';
import { openYaml } from './yaml.js';

const severities: { readonly [level: string]: SeveritySetting } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
};

/**
 * What a `.compose-lint.yml` says of checks that rules stand for: those that are not enabled are off, others have the
 * severity that it names, and for the services of `exclude_services` they are silent
 * (github.com/tmatens/compose-lint, docs/configuration.md). Never throws.
 */
export function parseComposeLintConfig(
  text: string,
  path: string,
  { catalogue }: Pick<KnownRules, 'catalogue'>,
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const { root, lineAt } = openYaml(text, complain);
  const origin: Origin = { kind: 'composeLint', path };
  const wishes: CodeWish[] = [];
  const silent = new Map<string, ReadonlySet<string>>();
  const node = root.entries()?.find(({ key }) => key === 'rules')?.node;
  for (const { key: id, keySpan, node: said } of node?.entries() ?? []) {
    if (catalogue.rulesFor('composeLint', id).length === 0) continue;
    const values = new Map<string, ConfigNode>((said.entries() ?? []).map((entry) => [entry.key, entry.node]));
    const level = values.get('severity')?.value;
    const named = typeof level === 'string' && Object.hasOwn(severities, level) ? severities[level] : undefined;
    const severity = isNo(values.get('enabled')) ? 'off' : named;
    if (severity !== undefined) {
      wishes.push({ tool: 'composeLint', id, severity, origin: { ...origin, line: lineAt(keySpan.start) } });
    }
    const services = values.get('exclude_services');
    const names = services?.entries()?.map(({ key }) => key) ?? services?.items()?.map(({ value }) => String(value));
    if (names !== undefined) silent.set(foreignKey('composeLint', id), new Set(names));
  }
  const layer: ConfigLayer = { origin, rules: new Map(), codes: codesOf(wishes), exclude: [], overrides: [] };
  return { layer: silent.size === 0 ? layer : { ...layer, silentServices: silent }, problems };
}

/** As the older YAML that compose-lint reads. */
function isNo(node: ConfigNode | undefined): boolean {
  return node?.value === false || (typeof node?.value === 'string' && /^(?:false|no|off)$/i.test(node.value));
}
