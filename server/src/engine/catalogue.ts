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
  'composeLint',
  'owasp',
  'cis',
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
  composeLint: 'compose-lint',
  owasp: 'OWASP Docker Security rule',
  cis: 'CIS Docker Benchmark',
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
  const rest = new Map(rules.flatMap(({ id, rest: tool }) => (tool === undefined ? [] : [[tool, [id]] as const])));
  return {
    ids,
    aliases,
    rulesFor: (tool, id) => foreign.get(foreignKey(tool, id)) ?? (isIdOf(tool, id) ? (rest.get(tool) ?? []) : []),
    idsOf: (tool) => idsByTool.get(tool) ?? [],
  };
}

/** Pairs of tool and id, in the order of `foreignTools`. */
export function foreignIds(equivalents: Equivalents): readonly (readonly [ForeignTool, string])[] {
  return foreignTools.flatMap((tool) => (equivalents[tool] ?? []).map((id) => [tool, id] as const));
}

/** Whether an id has the form that a tool gives its ids, for tools some of whose ids no rule names. */
export function isIdOf(tool: ForeignTool, id: string): boolean {
  return tool === 'shellcheck' && /^SC\d{4}$/i.test(id);
}

/** One key for a check of a tool, the same for every casing of its id. */
export function foreignKey(tool: ForeignTool, id: string): string {
  return `${tool}:${id.toLowerCase()}`;
}
