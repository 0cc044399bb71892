import type { Catalogue, Equivalents, ForeignTool, Rule } from './rule.js';

/** Tools in the order in which tables name them. */
export const foreignTools: readonly ForeignTool[] = [
  'hadolint',
  'buildkit',
  'shellcheck',
  'trivy',
  'checkov',
  'kics',
  'dockle',
  'dclint',
];

/** What people call the tools. */
export const toolNames: Readonly<Record<ForeignTool, string>> = {
  hadolint: 'hadolint',
  buildkit: 'BuildKit',
  shellcheck: 'ShellCheck',
  trivy: 'Trivy',
  checkov: 'Checkov',
  kics: 'KICS',
  dockle: 'Dockle',
  dclint: 'dclint',
};

/** The names of a set of rules. Foreign ids compare without regard to case. Never throws. */
export function catalogueOf(rules: readonly Rule[]): Catalogue {
  const ids = new Set(rules.map((rule) => rule.id));
  const aliases = new Map(rules.flatMap((rule) => (rule.aliases ?? []).map((alias) => [alias, rule.id] as const)));
  const foreign = new Map<string, string[]>();
  const byTool = new Map<ForeignTool, Set<string>>();
  for (const rule of rules) {
    for (const [tool, id] of foreignIds(rule.equivalents)) {
      const key = foreignKey(tool, id);
      foreign.set(key, [...(foreign.get(key) ?? []), rule.id]);
      byTool.set(tool, (byTool.get(tool) ?? new Set()).add(id));
    }
  }
  const idsByTool = new Map([...byTool].map(([tool, known]) => [tool, [...known]]));
  return {
    ids,
    aliases,
    rulesFor: (tool, id) => foreign.get(foreignKey(tool, id)) ?? [],
    idsOf: (tool) => idsByTool.get(tool) ?? [],
  };
}

/** Pairs of tool and id, in the order of `foreignTools`. */
export function foreignIds(equivalents: Equivalents): readonly (readonly [ForeignTool, string])[] {
  return foreignTools.flatMap((tool) => (equivalents[tool] ?? []).map((id) => [tool, id] as const));
}

/** One key for a check of a tool, the same for every casing of its id. */
export function foreignKey(tool: ForeignTool, id: string): string {
  return `${tool}:${id.toLowerCase()}`;
}
