import { exposedPorts } from '../../../server/src/engine/dockerfile/ports/exposed.js';
import { differences, type Place } from '../../../server/tools/conformance/types.js';

const parser = 'https://github.com/hadolint/language-docker/blob/master/src/Language/Docker/Parser/Expose.hs';

/** Docker reads the whole file, and some port is written as asked. */
function reads({ doc }: Place, asked: (text: string) => boolean): boolean {
  const ports = exposedPorts(doc);
  return (
    doc.syntax.problems.length === 0 &&
    ports.every(({ reading }) => reading?.kind !== 'fault') &&
    ports.some(({ word }) => asked(word.text))
  );
}

const common = {
  tool: 'hadolint',
  code: 'DL1000',
  side: 'theirs',
  class: 'upstream',
  source: parser,
} as const;

export default differences(
  {
    ...common,
    rule: 'invalid-exposed-port',
    reason: 'Docker still takes a mapping to the host behind EXPOSE, and quotes; hadolint cannot read them.',
    example: 'FROM debian:13-slim\nEXPOSE 8080:80\n',
    neighbour: 'FROM debian:13-slim\nEXPOSE 8080:80\nENV\n',
    says: "unexpected ':'",
    accepts: (place) => /^unexpected '[:."]'/.test(place.message) && reads(place, (text) => /:(?![-+?=])|"/.test(text)),
  },
  {
    ...common,
    rule: 'invalid-exposed-port',
    reason: 'Docker also knows the protocol sctp, and protocols behind a variable in braces; hadolint does not.',
    example: 'FROM debian:13-slim\nEXPOSE 80/sctp\n',
    neighbour: 'FROM debian:13-slim\nEXPOSE 80/http\n',
    says: 'invalid protocol',
    accepts: (place) =>
      /^(?:invalid protocol|unexpected '\/')/.test(place.message) && reads(place, (text) => /\/sctp$/i.test(text)),
  },
);
