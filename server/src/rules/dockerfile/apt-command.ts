import { aptSuccessor } from '../../engine/dockerfile/packages/aptCommand.js';
import { packageCommands } from '../../engine/dockerfile/packages/read.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'apt-command',
  language: 'dockerfile',
  title: 'Use apt-get and apt-cache in scripts',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
  tags: ['build', 'apt'],
  equivalents: { hadolint: ['DL3027'], checkov: ['CKV_DOCKER_9'], kics: ['Run Using apt'] },
  differs: { CKV_DOCKER_9: 'A command with the letters rm somewhere in it counts too.' },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const command of packageCommands(doc, 'apt')) {
      const word = command.run.words[0];
      if (command.program !== 'apt' || word === undefined) continue;
      const successor = aptSuccessor(doc, command, word);
      yield {
        at: word.span,
        message: `apt is made for people, and its options and output may change with each release; use ${successor?.program ?? 'apt-get or apt-cache'} in a script.`,
        fixes: successor === undefined ? [] : [successor.fix],
      };
    }
  },
});
