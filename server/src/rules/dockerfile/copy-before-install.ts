import { factsOfBuild } from '../../engine/dockerfile/context/ignoreFile.js';
import { splitCopy } from '../../engine/dockerfile/install/splitCopy.js';
import type { Facts } from '../../engine/facts.js';
import {
  installFacts,
  lateInstalls,
  manifestMissing,
  type LateInstall,
} from '../../engine/dockerfile/install/wholeCopy.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'copy-before-install',
  language: 'dockerfile',
  title: 'Copy the manifest and install before copying the sources',
  severity: 'warning',
  profile: 'recommended',
  guide: 'layer-optimization',
  link: 'https://docs.docker.com/build/cache/optimize/#order-your-layers',
  tags: ['cache', 'speed'],
  equivalents: {},
  fixes: ['unsafe'],

  facts: installFacts,

  *check(doc, context) {
    const facts = factsOfBuild(doc, context.facts);
    for (const late of lateInstalls(doc)) {
      const first = late.copy.words[0];
      const last = late.copy.words.at(-1);
      if (first === undefined || last === undefined || isVendored(late, facts) || manifestMissing(late, facts))
        continue;
      const command = late.command.words.map(({ value }) => value).join(' ');
      yield {
        at: { start: first.span.start, end: last.span.end },
        message: `Everything is copied before ${shown(command)}, so any changed file installs all dependencies again; copy the manifest and lock file first.`,
        related: [{ at: late.command.span, message: 'The dependencies are installed here.' }],
        fixes: () =>
          fixFrom(splitCopy(doc, late, facts), {
            title: 'Split COPY for caching (the install must need no other files)',
            safety: 'unsafe',
          }),
      };
    }
  },
});

/** Go builds from vendor/ by itself where the folder is there. */
function isVendored({ install, folder }: LateInstall, facts: Facts): boolean {
  return install.ecosystem === 'go' && folder !== undefined && facts.presence(`${folder}vendor`) === 'present';
}
