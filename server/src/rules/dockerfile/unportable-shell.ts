import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { bashismsOf } from '../../engine/shell/bashisms/index.js';
import { bashismCodes } from '../../engine/shell/bashisms/codes.js';

export default defineShellRule({
  id: 'unportable-shell',
  title: 'Use in sh only what every sh knows',
  severity: 'info',
  profile: 'all',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#shell',
  tags: ['shell'],
  equivalents: { shellcheck: bashismCodes },
  fixes: ['safe'],
  differs: {
    SC2039: 'Speaks only where nobody knows what sh is on the base image; elsewhere bashism tells what fails.',
    SC3014: 'Inside [[ … ]] nothing is said of ==, since [[ is told and has to go.',
  },

  problems: function* ({ tree, dialect }) {
    if (dialect !== 'sh') return;
    for (const { code, start, end, what, name, fixes = [] } of bashismsOf(tree)) {
      yield {
        start,
        end,
        code,
        message: `Not every sh knows ${what}, and nobody can tell here which one this base image has.`,
        fixes,
        ...(name === undefined ? {} : { name }),
      };
    }
  },
  keep: ({ name }, unit, doc) => unit.namedSh && (name === undefined || !declaredOutside(name, unit, doc)),
});
