import { runHead } from '../../engine/dockerfile/install/runHead.js';
import { lockedFix, lockFacts, lockOf, strictOption } from '../../engine/dockerfile/install/locked.js';
import { unlockedInstalls } from '../../engine/dockerfile/install/lockFiles.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'unlocked-install',
  language: 'dockerfile',
  title: 'Install what the lock file says',
  severity: 'warning',
  profile: 'recommended',
  guide: 'node-application#installing',
  link: 'https://docs.npmjs.com/cli/commands/npm-ci',
  tags: ['reproducibility', 'npm', 'yarn', 'pnpm', 'bun', 'uv', 'pipenv'],
  equivalents: {},
  fixes: ['unsafe'],

  facts: lockFacts,

  *check(doc, { facts }) {
    for (const install of unlockedInstalls(doc)) {
      const lock = lockOf(doc, install, facts);
      if (lock === undefined) continue;
      const { run, verb, shown, manifest } = install;
      const option = strictOption(doc, install, facts);
      const strict = option === undefined ? 'npm ci' : `${shown} ${option}`;
      yield {
        at: runHead(run, verb),
        message:
          lock.beside === undefined
            ? `${shown} may take other versions than ${lock.file} names; ${strict} takes exactly those, or fails.`
            : `${lock.file} is not copied, so ${shown} takes the newest versions that ${manifest} allows; copy it too and use ${strict}.`,
        ...(lock.beside && { related: [{ at: lock.beside.by.span, message: `Only ${manifest} is copied here.` }] }),
        fixes: () => lockedFix(doc, install, lock, facts),
      };
    }
  },
});
