import { nearest } from '../../engine/didYouMean.js';
import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { assignmentsOf } from '../../engine/shell/flow/assignments.js';
import { referencesOf } from '../../engine/shell/flow/references.js';
import { isShellsOwn } from '../../engine/shell/ownVariables.js';
import { shown } from '../../engine/wording.js';

export default defineShellRule({
  id: 'unassigned-shell-variable',
  title: 'Give shell variables a value before you use them',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2154',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2154'] },
  fixes: [],
  differs: {
    SC2154:
      'Knows ARG and ENV with their values, and is silent behind "." and eval, which may set anything, and about what a trap runs.',
  },

  problems: function* ({ tree }) {
    const { all, guarded, open } = referencesOf(tree);
    if (open) return;
    const assigned = new Set(
      assignmentsOf(tree)
        .filter(({ kind }) => kind !== 'unset')
        .map(({ name }) => name),
    );
    const told = new Set<string>();
    for (const { name, site } of all) {
      // Names in capitals may come from the base image.
      if (assigned.has(name) || guarded.has(name) || told.has(name) || !/[a-z]/.test(name) || isShellsOwn(name))
        continue;
      told.add(name);
      const near = nearest(name, assigned);
      yield {
        start: site.start,
        end: site.end,
        name,
        message: `Nothing gives ${name} a value, so it is empty here${near === undefined ? '' : `; did you mean ${near}?`}${near === undefined ? '.' : ''}`,
      };
    }
  },
  keep: (problem, unit, doc) => {
    const { name = '' } = problem;
    if (declaredOutside(name, unit, doc) || /^(?:https?|ftp|no|all)_proxy$/.test(name)) return false;
    const stage = doc.stageOf(unit.instruction);
    if (stage?.image === undefined || stage.known !== undefined || stage.baseImage?.familiar === 'scratch') return true;
    const image = shown(stage.baseImage?.familiar ?? stage.image.value);
    const message = `Nothing here gives ${name} a value, so it is empty unless ${image} does.`;
    return { ...problem, message, severity: 'info' };
  },
});
