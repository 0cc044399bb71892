import { loneUpdate, mergeUpdate } from '../../engine/dockerfile/packages/loneUpdate.js';
import { headOf, packageRuns } from '../../engine/dockerfile/packages/read.js';
import { defineRule } from '../../engine/rule.js';

const advice = {
  apt: 'the build cache keeps these package lists for good, so a later install asks for packages that are gone; update and install in one RUN.',
  apk: 'the index only takes room in this layer, and the build cache keeps it for good; install with apk add --no-cache, which fetches its own.',
} as const;

export default defineRule({
  id: 'lone-package-update',
  language: 'dockerfile',
  title: 'Update the package lists in the step that installs',
  severity: 'warning',
  profile: 'recommended',
  guide: 'layer-optimization#one-layer-for-things-that-belong-together',
  link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  tags: ['build', 'cache', 'apt', 'apk'],
  equivalents: {
    trivy: ['DS-0017'],
    checkov: ['CKV_DOCKER_5'],
    kics: ['Update Instruction Alone'],
    dockle: ['CIS-DI-0007'],
  },
  differs: {
    'DS-0017':
      'What yum, dnf and zypper call update installs packages, and they renew their lists by themselves; a RUN that goes on with a script may install there.',
    CKV_DOCKER_5: 'Each RUN counts for itself, where Checkov counts the words update and install of the whole file.',
  },
  fixes: ['unsafe'],

  *check(doc) {
    for (const manager of ['apt', 'apk'] as const) {
      for (const [run, commands] of packageRuns(doc, manager)) {
        const update = loneUpdate(doc, run, commands);
        if (update === undefined) continue;
        yield {
          at: headOf(update),
          message: `No command of this RUN needs the update: ${advice[manager]}`,
          fixes: () => mergeUpdate(doc, run, update),
        };
      }
    }
  },
});
