import { meantIds } from '../foreign/ids.js';
import type { Catalogue } from '../rule.js';
import { codesOf } from './codes.js';
import type { ConfigNode } from './node.js';
import type { CodeWish, ConfigLayer, ConfigProblem, Origin } from './types.js';
import { complaints } from './wishes.js';
import { openYaml } from './yaml.js';

/**
 * What a `.checkov.yaml` says of checks that rules stand for: those of `skip-check` are off, and those of `check`,
 * which Checkov runs alone, are on. Ids may be patterns (`CKV2_DOCKER_*`) and lists of them texts with commas;
 * whatever else the file holds is not for us. Never throws.
 */
export function parseCheckovConfig(
  text: string,
  path: string,
  { catalogue }: { readonly catalogue: Catalogue },
): { readonly layer: ConfigLayer; readonly problems: readonly ConfigProblem[] } {
  const { problems, complain } = complaints();
  const { root, lineAt } = openYaml(text, complain);
  const origin: Origin = { kind: 'checkov', path };
  const wishesOf = (key: string, severity: 'off' | 'on'): readonly CodeWish[] =>
    idsUnder(root, key).flatMap(({ id, offset }): readonly CodeWish[] =>
      meantIds('checkov', id, catalogue.idsOf('checkov'))
        .filter((meant) => catalogue.rulesFor('checkov', meant).length > 0)
        .map((meant) => ({ tool: 'checkov', id: meant, severity, origin: { ...origin, line: lineAt(offset) } })),
    );
  const wishes = [...wishesOf('skip-check', 'off'), ...wishesOf('check', 'on')];
  return { layer: { origin, rules: new Map(), codes: codesOf(wishes), exclude: [], overrides: [] }, problems };
}

/** The ids of a list, or of a text with commas, with the places of their items. */
export function idsUnder(root: ConfigNode, key: string): readonly { readonly id: string; readonly offset: number }[] {
  const node = root.entries()?.findLast((entry) => entry.key === key)?.node;
  if (node === undefined) return [];
  return (node.items() ?? [node]).flatMap(({ value, span }) =>
    typeof value !== 'string'
      ? []
      : value
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== '')
          .map((id) => ({ id, offset: span.start })),
  );
}
