import { nearest } from '../didYouMean.js';
import type { OptionDeclaration, OptionValue, Rule, RuleOptions, SeveritySetting } from '../rule.js';
import type { Span } from '../text/span.js';
import type { ConfigNode } from './node.js';
import type { ConfigProblem, RuleWish, RuleWishes } from './types.js';

export const severitySettings: readonly SeveritySetting[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Takes down one mistake of a configuration. */
export type Complain = (span: Span, message: string) => void;

/** Collects problems in order. */
export function complaints(): { readonly problems: ConfigProblem[]; readonly complain: Complain } {
  const problems: ConfigProblem[] = [];
  return { problems, complain: (span, message) => problems.push({ span, message }) };
}

/**
 * The wishes of a `rules` map: `<id>: <severity>` or `<id>: [<severity>, {<option>: <value>}]`.
 * Old ids count for the rules that had them; what is wrong is told to `complain` and left out. Never throws.
 */
export function readWishes(
  node: ConfigNode,
  rules: readonly Rule[],
  complain: Complain,
  lineAt: (offset: number) => number | undefined,
): RuleWishes {
  const wishes = new Map<string, RuleWish>();
  if (node.value === null) return wishes;
  const entries = node.entries();
  if (entries === undefined) {
    complain(node.span, 'Rules must be a map from rule id to severity.');
    return wishes;
  }
  const byName = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((name) => [name, rule])));
  for (const { key, keySpan, node: value } of entries) {
    const rule = byName.get(key);
    if (rule === undefined) {
      complain(keySpan, `There is no rule "${key}".${hint(key, byName.keys())}`);
      continue;
    }
    if (wishes.has(rule.id)) complain(keySpan, `"${key}" stands here twice; the last one counts.`);
    const line = lineAt(keySpan.start);
    const wish = readWish(value, rule, complain);
    if (wish !== undefined) wishes.set(rule.id, { ...wish, ...(line === undefined ? {} : { line }) });
  }
  return wishes;
}

function readWish(node: ConfigNode, rule: Rule, complain: Complain): RuleWish | undefined {
  const items = node.items();
  if (items === undefined) {
    const severity = readSeverity(node, complain);
    return severity === undefined ? undefined : { severity };
  }
  const [first, second, third] = items;
  if (first === undefined) {
    complain(node.span, 'A list here holds a severity and, behind it, a map of options.');
    return undefined;
  }
  if (third !== undefined) complain(third.span, 'Only a severity and a map of options may stand here.');
  const severity = readSeverity(first, complain);
  const options = second === undefined ? {} : readOptions(second, rule, complain);
  return { ...(severity === undefined ? {} : { severity }), options };
}

/** A severity; YAML reads a bare `off` as text, older readers as false: both are taken. */
function readSeverity(node: ConfigNode, complain: Complain): SeveritySetting | undefined {
  if (node.value === false) return 'off';
  const found = severitySettings.find((severity) => severity === node.value);
  if (found === undefined) {
    const given = typeof node.value === 'string' ? hint(node.value, severitySettings) : '';
    complain(node.span, `A severity is one of ${severitySettings.join(', ')}.${given}`);
  }
  return found;
}

function readOptions(node: ConfigNode, rule: Rule, complain: Complain): RuleOptions {
  const declared = rule.options ?? {};
  const options: Record<string, OptionValue> = {};
  const entries = node.entries();
  if (entries === undefined) {
    complain(node.span, `The options of ${rule.id} must be a map.`);
    return options;
  }
  for (const { key, keySpan, node: value } of entries) {
    const declaration = Object.hasOwn(declared, key) ? declared[key] : undefined;
    if (declaration === undefined) {
      complain(keySpan, `${rule.id} has no option "${key}".${hint(key, Object.keys(declared))}`);
      continue;
    }
    const option = readOption(value, declaration);
    if (option === undefined)
      complain(value.span, `The option "${key}" of ${rule.id} must be ${kinds[declaration.type]}.`);
    else options[key] = option;
  }
  return options;
}

const kinds: { readonly [type in OptionDeclaration['type']]: string } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  strings: 'a list of texts',
};

function readOption(node: ConfigNode, { type }: OptionDeclaration): OptionValue | undefined {
  if (type === 'strings') return readStrings(node);
  const { value } = node;
  if (value === null || value === undefined) return undefined;
  if (type === 'string') return typeof value === 'boolean' ? undefined : String(value);
  return typeof value === type ? value : undefined;
}

/** The texts of a list, or of a lone text; undefined when it holds anything else. */
export function readStrings(node: ConfigNode): readonly string[] | undefined {
  if (typeof node.value === 'string') return [node.value];
  const values = node.items()?.map(({ value }) => value);
  return values?.every((value) => typeof value === 'string') === true ? values : undefined;
}

/** ` Did you mean "…"?` or nothing. */
export function hint(word: string, names: Iterable<string>): string {
  const near = nearest(word, names);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
