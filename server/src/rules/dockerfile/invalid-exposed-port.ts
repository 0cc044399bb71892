import { exposedPorts, type ExposedPort } from '../../engine/dockerfile/ports/exposed.js';
import type { PortFault } from '../../engine/dockerfile/ports/spec.js';
import { defineRule, type Equivalents } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'invalid-exposed-port',
  language: 'dockerfile',
  title: 'Expose ports that exist',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#expose',
  tags: ['ports'],
  equivalents: { hadolint: ['DL3011', 'DL1000'], trivy: ['DS-0008'], kics: ['UNIX Ports Out Of Range'] },
  differs: {
    DL3011: 'Ports that come from a variable are looked at too, where the file gives it a value.',
  },
  fixes: ['safe'],

  *check(doc) {
    for (const port of exposedPorts(doc)) {
      const { reading, text } = port;
      if (reading?.kind !== 'fault') continue;
      const list = listOf(port);
      const part = shown(text.slice(reading.from, reading.to));
      const what = list === undefined ? sentences[reading.reason](part, shown(text)) : 'Ports are separated by blanks';
      yield {
        at: list === undefined ? port.at(reading.from, reading.to) : port.word.span,
        message: `${what}, so the build stops here.`,
        fixes:
          list === undefined
            ? []
            : [
                {
                  title: 'Separate the ports by blanks',
                  safety: 'safe',
                  edits: () => [{ span: port.word.span, text: list.join(' ') }],
                },
              ],
        equivalents: equivalents(port, reading),
      };
    }
  },
});

const sentences: Readonly<Record<PortFault['reason'], (part: string, text: string) => string>> = {
  empty: (_, text) => `No port of the container stands in “${text}”`,
  number: (part) => `“${part}” is no port number`,
  range: (part) => `Ports go from 0 to 65535 and ${part} is none`,
  backwards: (part) => `The range ${part} runs backwards`,
  protocol: (part) => `“${part}” is no protocol that Docker knows (tcp, udp or sctp)`,
  address: (part) => `“${part}” is no IP address`,
  lengths: (part) => `The two ranges of ${part} differ in length`,
};

/** The ports of a word that was meant to be a list. */
function listOf({ word, text }: ExposedPort): readonly string[] | undefined {
  if (!/^\d+(?:\/\w+)?(?:[,;]\d+(?:\/\w+)?)*[,;]?$/.test(text) || word.text !== text) return undefined;
  return /[,;]/.test(text) ? text.split(/[,;]/).filter((port) => port !== '') : undefined;
}

/** hadolint reads a range whichever way it runs, takes any variable, and gives up at everything else. */
function equivalents({ word, text, instruction }: ExposedPort, { reason }: PortFault): Equivalents {
  if (word.variables.length > 0 || reason === 'backwards') return { hadolint: [], buildkit: [] };
  const tooLarge = /^\d+(?:-\d+)?(?:\/(?:tcp|udp))?$/i.test(text);
  if (!tooLarge) return { hadolint: ['DL1000'] };
  if (instruction.parent !== undefined) return { hadolint: [] };
  return {
    hadolint: ['DL3011'],
    ...(!text.includes('-') && { trivy: ['DS-0008'], kics: ['UNIX Ports Out Of Range'] }),
  };
}
