import { kicsQueries } from '../foreign/kicsQueries.js';
import type { Catalogue } from '../rule.js';
import { idsUnder } from './checkov.js';
import { codesOf } from './codes.js';
import type { CodeWish, ConfigLayer, ConfigProblem, Origin } from './types.js';
import { openYaml } from './yaml.js';

/**
 * What a configuration of KICS says of queries that rules stand for: those of `exclude-queries` are off, and those of
 * `include-queries`, which KICS runs alone, are on. JSON, YAML, and TOML or HCL as far as the two lists go; what is
 * wrong in the file is for KICS to tell. Never throws.
 */
export function parseKicsConfig(
  text: string,
  path: string,
  { catalogue }: { readonly catalogue: Catalogue },
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const origin: Origin = { kind: 'kics', path };
  const { root, lineAt } = openYaml(asYaml(text), () => undefined);
  const wishesOf = (key: string, severity: 'off' | 'on'): readonly CodeWish[] =>
    idsUnder(root, key).flatMap(({ id, offset }): readonly CodeWish[] => {
      const title = kicsQueries.get(id.toLowerCase());
      if (title === undefined || catalogue.rulesFor('kics', title).length === 0) return [];
      return [{ tool: 'kics', id: title, severity, origin: { ...origin, line: lineAt(offset) } }];
    });
  const wishes = [...wishesOf('exclude-queries', 'off'), ...wishesOf('include-queries', 'on')];
  return { layer: { origin, rules: new Map(), codes: codesOf(wishes), exclude: [], overrides: [] }, problems: [] };
}

/** `key = value` of TOML and HCL as `key: value`, at the same places. */
function asYaml(text: string): string {
  const assigns = /^\s*(?:#[^\n]*\n\s*)*"?[\w-]+"?[ \t]*=/.test(text);
  return assigns ? text.replace(/^([ \t]*"?[\w-]+"?[ \t]*)=/gm, '$1:') : text;
}
