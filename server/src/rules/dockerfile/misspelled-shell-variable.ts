import { near } from '../../engine/shell/flow/near.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { declaredNames, declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { assignmentsOf } from '../../engine/shell/flow/assignments.js';
import { referencesOf } from '../../engine/shell/flow/references.js';
import type { ShellProblem } from '../../engine/shell/problem.js';
import type { ShellTree } from '../../engine/shell/tree.js';
import type { SyntaxNode } from '../../engine/shell/unbash/nodes.js';
import { isShellsOwn } from '../../engine/shell/ownVariables.js';

export default defineShellRule({
  id: 'misspelled-shell-variable',
  title: 'Spell variables as they are set',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2153',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2153'] },
  fixes: ['unsafe'],
  differs: { SC2153: 'Compares with ARG and ENV too, and takes no plural for a mistake.' },

  problems: function* ({ tree }) {
    const { all, guarded } = referencesOf(tree);
    const assigned = new Set(assignmentsOf(tree).map(({ name }) => name));
    const told = new Set<string>();
    for (const { name, site } of all) {
      if (assigned.has(name) || guarded.has(name) || told.has(name) || /[a-z]/.test(name) || isShellsOwn(name))
        continue;
      told.add(name);
      yield problemOf(
        { name, start: site.start, end: site.end, message: '' },
        near(name, assigned),
        site.exact ? site.node : undefined,
      );
    }
  },
  keep: (problem, unit, doc) => {
    const { name = '', message, start } = problem;
    if (declaredOutside(name, unit, doc)) return false;
    if (message !== '') return true;
    const other = near(name, declaredNames(unit, doc));
    return other !== undefined && problemOf(problem, other, nodeAt(unit.tree, start));
  },
});

function problemOf(problem: ShellProblem, other: string | undefined, node: SyntaxNode | undefined): ShellProblem {
  if (other === undefined) return problem;
  const { name = '' } = problem;
  const at =
    node?.type === 'ParameterExpansion'
      ? { start: node.parameterPos, end: node.parameterEnd }
      : node?.type === 'SimpleExpansion'
        ? { start: node.pos + 1, end: node.end }
        : undefined;
  return {
    ...problem,
    message: `Nothing sets ${name}, so it is empty here; did you mean ${other}?`,
    fixes:
      at === undefined
        ? []
        : [{ title: `Write ${other} (its value then counts)`, safety: 'unsafe', edits: [{ ...at, text: other }] }],
  };
}

function nodeAt(tree: ShellTree, start: number): SyntaxNode | undefined {
  return referencesOf(tree).all.find(({ site }) => site.exact && site.start === start)?.site.node;
}
