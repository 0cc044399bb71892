import { defineRule } from '../../engine/rule.js';
import { isPrivileged } from '../../engine/dockerfile/user/privileges.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import type { Instruction } from '../../engine/dockerfile/syntax/types.js';

export default defineRule({
  id: 'sudo-command',
  language: 'dockerfile',
  title: 'Switch users with USER, not with sudo',
  severity: 'warning',
  profile: 'recommended',
  guide: 'run-as-non-root',
  link: 'https://docs.docker.com/build/building/best-practices/#user',
  tags: ['security', 'user'],
  equivalents: {
    hadolint: ['DL3004'],
    trivy: ['DS-0010'],
    checkov: ['CKV2_DOCKER_1'],
    kics: ['Run Using Sudo'],
    dockle: ['DKL-DI-0001'],
  },
  fixes: ['safe', 'unsafe'],

  *check(doc) {
    for (const { name, words, instruction, form } of doc.runCommands) {
      const [sudo, next] = words;
      if (name !== 'sudo' || sudo === undefined) continue;
      const plain = form !== 'exec' && next !== undefined && /^[\w/.[]/.test(next.value) && !next.value.includes('=');
      const root = runsAsRoot(doc, instruction);
      yield {
        at: sudo.span,
        message: root
          ? 'This step runs as root already; sudo only adds a program that lets others become root.'
          : 'sudo lets the user of the container become root; put USER root in front of this step and the user back behind it.',
        fixes: plain
          ? [
              {
                title: root ? 'Remove sudo' : 'Remove sudo (the step then runs as the user in force)',
                safety: root ? 'safe' : 'unsafe',
                edits: () => [{ span: { start: sudo.span.start, end: next.span.start }, text: '' }],
              },
            ]
          : [],
      };
    }
  },
});

function runsAsRoot(doc: DockerfileDocument, run: Instruction): boolean {
  const user = doc.userAt(run);
  const [word] = user?.words ?? [];
  if (user !== undefined && word !== undefined) return isPrivileged(doc.expand(word, user).value);
  const known = doc.stageOf(run)?.known;
  return known !== undefined && known.userKnown && known.defaultUser === undefined;
}
