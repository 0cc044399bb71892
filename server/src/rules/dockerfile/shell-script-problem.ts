import { checkedScripts, problemOf } from '../../engine/dockerfile/shell/scripts.js';
import { findingOf } from '../../engine/dockerfile/shell/shellRule.js';
import { defineRule } from '../../engine/rule.js';
import { Places } from '../../engine/shell/shellcheck/places.js';

const id = 'shell-script-problem';

export default defineRule({
  id,
  language: 'dockerfile',
  title: 'Heed what your own ShellCheck says of shell commands',
  severity: 'warning',
  // Nothing asks ShellCheck before a person named its program.
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://www.shellcheck.net/wiki/',
  tags: ['shell'],
  equivalents: {},
  rest: 'shellcheck',
  fixes: ['unsafe'],

  scripts: (doc) => checkedScripts(doc).map(({ query }) => query),

  *check(doc, { scripts, catalogue }) {
    if (scripts === undefined) return;
    // A here-document may be read twice: in its command, and as the script that it is.
    const told = new Set<string>();
    for (const { unit, query, added } of checkedScripts(doc)) {
      // What a rule of ours stands for, it says itself, or is silent about for a reason.
      const remarks = scripts.get(query)?.filter(({ code }) => catalogue.rulesFor('shellcheck', code).includes(id));
      if (remarks === undefined || remarks.length === 0) continue;
      const places = new Places(unit.text.text, added);
      for (const remark of remarks) {
        const problem = problemOf(remark, places, unit);
        if (problem === undefined) continue;
        const finding = findingOf(problem, unit.text);
        const key = `${remark.code} ${finding.at.start} ${finding.at.end}`;
        if (told.has(key)) continue;
        told.add(key);
        yield { ...finding, link: `https://www.shellcheck.net/wiki/${remark.code}` };
      }
    }
  },
});
