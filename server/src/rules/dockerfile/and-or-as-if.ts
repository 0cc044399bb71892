import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { nameOf } from '../../engine/shell/names.js';
import type { Site } from '../../engine/shell/tree.js';
import type { PipelineNode } from '../../engine/shell/unbash/nodes.js';

/** As the last word of a list they do not mean to be an else. */
const endings: ReadonlySet<string | undefined> = new Set(['echo', 'printf', 'exit', 'return', 'true', ':']);
const tests: ReadonlySet<string | undefined> = new Set(['[', 'test']);

export default defineShellRule({
  id: 'and-or-as-if',
  title: 'Write if … else where && and || stand for it',
  severity: 'hint',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/SC2015',
  tags: ['shell'],
  equivalents: { shellcheck: ['SC2015'] },
  fixes: [],

  problems: function* ({ tree }) {
    for (const site of tree.of('AndOr')) {
      const { commands, operators } = site.node;
      const [otherwise, then] = [commands.at(-1), commands.at(-2)];
      if (operators.at(-1) !== '||' || operators.at(-2) !== '&&' || otherwise === undefined || then === undefined)
        continue;
      if (endsSomething(otherwise) || isTest(then) || isCondition(site)) continue;
      const gap = commands.at(-3);
      const start = gap === undefined || !site.exact ? site.start : tree.text.indexOf('&&', gap.end);
      yield {
        start,
        end: site.exact ? start + 2 : site.end,
        message: 'What stands behind || also runs when the command behind && fails; if … else says what is meant.',
      };
    }
  },
});

function endsSomething(node: PipelineNode): boolean {
  return node.type === 'Command' && (node.name === undefined || endings.has(nameOf(node)));
}

function isTest(node: PipelineNode): boolean {
  return node.type === 'TestCommand' || (node.type === 'Command' && tests.has(nameOf(node)));
}

/**
 * The list, or what it is part of, is asked: `if a && b || c; then`, `x=$(a && b || c) && d`. As isCondition of
 * ShellCheck (AnalyzerLib.hs).
 */
function isCondition(site: Site): boolean {
  let under: Site = site;
  for (let at = site.parent; at !== undefined; under = at, at = at.parent) {
    const { node } = at;
    if (node.type === 'AndOr' && node.commands.at(-1) !== under.node) return true;
    if ('clause' in node && node.clause === under.node) return true;
  }
  return false;
}
