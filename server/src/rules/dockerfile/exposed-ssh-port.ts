import { exposedPorts } from '../../engine/dockerfile/ports/exposed.js';
import { removePart } from '../../engine/dockerfile/edit/remove.js';
import { defineRule } from '../../engine/rule.js';

const kics = ['Exposing Port 22 (SSH)'];

export default defineRule({
  id: 'exposed-ssh-port',
  language: 'dockerfile',
  title: 'Get into containers without SSH',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening',
  link: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  tags: ['security', 'ports'],
  equivalents: { trivy: ['DS-0004'], checkov: ['CKV_DOCKER_1'], kics },
  fixes: ['unsafe'],

  *check(doc) {
    for (const { instruction, word, index, text, reading } of exposedPorts(doc)) {
      if (reading?.kind !== 'port' || reading.start !== 22 || reading.end !== 22) continue;
      if (/^sctp$/i.test(reading.protocol)) continue;
      const edits = removePart(doc, instruction, instruction.words, index);
      const plain = /^22(?:\/tcp)?$/.test(text);
      yield {
        at: word.span,
        message: 'Port 22 belongs to SSH, where strangers can try passwords; docker exec needs no server inside.',
        equivalents: plain
          ? { trivy: ['DS-0004'], checkov: ['CKV_DOCKER_1'], kics }
          : { trivy: text === '22/udp' ? ['DS-0004'] : [] },
        fixes:
          edits === undefined || word.variables.length > 0
            ? []
            : [
                {
                  title: 'Do not expose port 22 (nobody can log in by SSH then)',
                  safety: 'unsafe',
                  edits: () => edits,
                },
              ],
      };
    }
  },
});
