import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { allOf } from '../predicates.js';
import { isTrivial, namesNoSecret, pairsHere, type Pair } from '../secrets.js';

const common = { rule: 'secret-in-build-variable', tool: 'hadolint', code: 'DL3064' } as const;
const substring = /api_key|client_key|password|private|secret|token|username|^aws_access_key_id$/i;

/** The pairs whose names hadolint takes for secrets. */
function suspects(place: Place): readonly Pair[] {
  return pairsHere(place).filter(({ name }) => substring.test(name));
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1230',
    reason: 'The name of an account is no secret.',
    example: 'FROM debian:13-slim\nARG USERNAME=vscode\n',
    neighbour: 'FROM debian:13-slim\nARG USERNAME_PASSWORD=vscode\n',
    accepts: (place) => allOf(suspects(place), ({ name }) => !substring.test(name.replaceAll(/username/gi, ''))),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1245',
    reason: 'The name says that it is a path, a switch, a number or a public key, and no secret.',
    example: 'FROM debian:13-slim\nARG TOKEN_FILE=/run/secrets/token\n',
    neighbour: 'FROM debian:13-slim\nARG TOKEN=abcdef\n',
    accepts: (place) => allOf(suspects(place), namesNoSecret),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1245',
    reason: 'The value is empty, a switch, a number or a path: nothing that anybody could not know.',
    example: 'FROM debian:13-slim\nENV DB_SECRET=/run/secrets/db\n',
    neighbour: 'FROM debian:13-slim\nENV DB_SECRET=hunter2\n',
    accepts: (place) => allOf(suspects(place), (pair) => namesNoSecret(pair) || isTrivial(pair)),
  },
);
