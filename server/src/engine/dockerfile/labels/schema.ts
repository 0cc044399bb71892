import type { OptionDeclaration, RuleOptions } from '../../rule.js';

/** What the value of a label must look like. */
export type LabelType = 'text' | 'url' | 'rfc3339' | 'semver' | 'hash' | 'spdx' | 'email';

const types: ReadonlySet<string> = new Set<LabelType>(['text', 'url', 'rfc3339', 'semver', 'hash', 'spdx', 'email']);

/** The option of the rules about labels, which say nothing without it. */
export const labelOptions: { readonly labels: OptionDeclaration } = {
  labels: {
    type: 'strings',
    default: [],
    description:
      'Labels that images should have, each as `name:type` with one of the types text, url, rfc3339, semver, hash, spdx and email.',
  },
};

/** The labels of the option with their types; `text` where none or an unknown one is given. Never throws. */
export function labelSchema({ labels }: RuleOptions): ReadonlyMap<string, LabelType> {
  const schema = new Map<string, LabelType>();
  for (const entry of Array.isArray(labels) ? labels : []) {
    const text = String(entry).trim();
    const colon = text.lastIndexOf(':');
    const type = text
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const name = (colon < 0 ? text : text.slice(0, colon)).trim();
    if (name !== '') schema.set(name, colon >= 0 && isType(type) ? type : 'text');
  }
  return schema;
}

function isType(text: string): text is LabelType {
  return types.has(text);
}
