import { exposedPorts } from '../../engine/dockerfile/ports/exposed.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'expose-host-mapping',
  language: 'dockerfile',
  title: 'Expose the port of the container alone',
  severity: 'warning',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',
  tags: ['ports'],
  equivalents: { buildkit: ['ExposeInvalidFormat'] },
  fixes: ['safe'],

  *check(doc) {
    for (const { instruction, word, text, reading } of exposedPorts(doc)) {
      if (reading?.kind !== 'port' || !reading.mapped) continue;
      const { keyword } = instruction;
      // A colon that a variable brings cannot be taken out here.
      const colon = word.variables.some(({ operator }) => operator !== undefined) ? -1 : word.text.lastIndexOf(':');
      const container = text.slice(text.lastIndexOf(':') + 1);
      yield {
        at: word.span,
        message: `${keyword} cannot map a port of the host: only ${container} counts, and docker run -p (or Compose) does the mapping.`,
        ...(instruction.parent !== undefined && { equivalents: { buildkit: [] } }),
        fixes:
          colon < 0
            ? []
            : [
                {
                  title: `Keep only ${word.text.slice(colon + 1)}`,
                  safety: 'safe',
                  edits: () => [{ span: word.at(0, colon + 1), text: '' }],
                },
              ],
      };
    }
  },
});
