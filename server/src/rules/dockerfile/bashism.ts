import { bashFix } from '../../engine/dockerfile/shell/bashFix.js';
import { declaredOutside } from '../../engine/dockerfile/shell/outside.js';
import { defineShellRule } from '../../engine/dockerfile/shell/shellRule.js';
import { bashismsOf } from '../../engine/shell/bashisms/index.js';
import { bashismCodes } from '../../engine/shell/bashisms/codes.js';

const names = { dash: 'dash', busybox: 'BusyBox' } as const;

export default defineShellRule({
  id: 'bashism',
  title: 'Use in sh only what the sh of the base image knows',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/dockerfile/#shell',
  tags: ['shell'],
  equivalents: { shellcheck: bashismCodes },
  fixes: ['safe', 'unsafe'],
  differs: {
    SC2039:
      'Speaks only where the base image is known and its sh does not understand it; unportable-shell tells the rest.',
  },

  problems: function* ({ tree, dialect }) {
    if (dialect !== 'dash' && dialect !== 'busybox') return;
    for (const { code, start, end, what, knows, name, fixes = [] } of bashismsOf(tree)) {
      if (knows.includes(dialect)) continue;
      yield {
        start,
        end,
        code,
        message: `${names[dialect]}, the shell of this image, does not know ${what}.`,
        fixes,
        ...(name === undefined ? {} : { name }),
      };
    }
  },
  keep: ({ name }, unit, doc) => unit.namedSh && (name === undefined || !declaredOutside(name, unit, doc)),
  offer: (_, { instruction }, doc) => bashFix(doc, instruction),
});
