import { removeFlag } from '../../engine/dockerfile/edit/remove.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'redundant-target-platform',
  language: 'dockerfile',
  title: 'Leave out the platform that FROM takes by itself',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/build-checks/redundant-target-platform/',
  tags: ['platform', 'base-image'],
  equivalents: { hadolint: ['DL3065'], buildkit: ['RedundantTargetPlatform'] },
  differs: {
    RedundantTargetPlatform:
      'A file that gives TARGETPLATFORM a value of its own (ARG TARGETPLATFORM=linux/arm64) means that value, and the flag is not redundant.',
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const { platform: flag, from } of doc.stages) {
      const word = flag?.value;
      const [use, ...others] = word?.variables ?? [];
      if (flag === undefined || word === undefined || use?.name !== 'TARGETPLATFORM' || others.length > 0) continue;
      if (doc.scopeAt(from).get('TARGETPLATFORM')?.kind !== 'predefined') continue;
      const { operator, operand = '' } = use;
      const plain = word.value === '$TARGETPLATFORM' || word.value === '${TARGETPLATFORM}';
      // Docker always sets it, so a default never counts; builders before BuildKit did not.
      if (!plain && !(/^:?-$/.test(operator ?? '') && word.value === `\${TARGETPLATFORM${operator ?? ''}${operand}}`)) {
        continue;
      }
      yield {
        at: flag.span,
        message: 'FROM is for $TARGETPLATFORM by itself, so this flag changes nothing.',
        fixes: [
          {
            title: plain
              ? 'Delete the flag'
              : `Delete the flag (builders older than BuildKit then do not use ${operand})`,
            safety: plain ? 'safe' : 'unsafe',
            edits: () => [removeFlag(doc, flag)],
          },
        ],
        equivalents: {
          hadolint: plain && word.text === word.value ? ['DL3065'] : [],
          buildkit: ['RedundantTargetPlatform'],
        },
      };
    }
  },
});
