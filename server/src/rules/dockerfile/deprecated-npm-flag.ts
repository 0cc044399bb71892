import { nodeMajor } from '../../engine/dockerfile/install/nodeVersion.js';
import { deprecatedFlags, modernized } from '../../engine/dockerfile/install/npmFlags.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';

/** Comes with npm 7, the first that knows --omit. */
const firstNode = 15;

export default defineRule({
  id: 'deprecated-npm-flag',
  language: 'dockerfile',
  title: 'Use the options of npm that are not deprecated',
  severity: 'info',
  profile: 'recommended',
  guide: 'node-application#installing',
  link: 'https://docs.npmjs.com/cli/using-npm/config#omit',
  tags: ['npm'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    for (const run of doc.runsOf('npm')) {
      const flags = deprecatedFlags(run);
      if (flags.length === 0 || (nodeMajor(doc.stageOf(run.command.instruction)) ?? 0) < firstNode) continue;
      for (const flag of flags) {
        const { use, old, now } = flag;
        yield {
          at: { start: use.word.span.start, end: (use.valueWord ?? use.word).span.end },
          message: `npm warns that ${old} is deprecated and may take it away; ${now} does the same.`,
          fixes: () => fixFrom(modernized(run, flag), { title: `Write ${now}`, safety: 'safe' }),
        };
      }
    }
  },
});
