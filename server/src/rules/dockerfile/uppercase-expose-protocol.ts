import { exposedPorts, type ExposedPort } from '../../engine/dockerfile/ports/exposed.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'uppercase-expose-protocol',
  language: 'dockerfile',
  title: 'Write the protocol of EXPOSE in lower case',
  severity: 'info',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/build-checks/expose-proto-casing/',
  tags: ['ports', 'style'],
  equivalents: { buildkit: ['ExposeProtoCasing'] },
  fixes: ['safe'],

  *check(doc) {
    for (const port of exposedPorts(doc)) {
      const protocol = protocolOf(port);
      const lower = protocol.toLowerCase();
      if (protocol === lower) continue;
      const { word, instruction } = port;
      const { length } = word.text;
      const span = word.text.endsWith(`/${protocol}`) ? word.at(length - protocol.length, length) : undefined;
      yield {
        at: span ?? word.span,
        message: `Docker writes protocols in lower case, and so should this file: ${lower} instead of ${protocol}.`,
        ...(instruction.parent !== undefined && { equivalents: { buildkit: [] } }),
        fixes:
          span === undefined
            ? []
            : [{ title: `Change to ${lower}`, safety: 'safe', edits: () => [{ span, text: lower }] }],
      };
    }
  },
});

/** What is written behind the slash, where the number is not known too. */
function protocolOf({ reading, text }: ExposedPort): string {
  if (reading?.kind === 'fault') return '';
  return reading?.protocol ?? /\/(tcp|udp|sctp)$/i.exec(text)?.[1] ?? '';
}
