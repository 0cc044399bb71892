import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { holdsSecret, isTrivial, namesNoSecret, pairsHere, type Pair } from '../secrets.js';

const common = { rule: 'secret-in-build-variable', tool: 'hadolint', code: 'DL3064' } as const;
const source = 'https://github.com/hadolint/hadolint/blob/master/src/Hadolint/Rule/DL3064.hs';
const substring = /api_key|client_key|password|private|secret|token|username/i;

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
    accepts: (place) => pairsHere(place).every(({ name }) => !substring.test(name.replaceAll(/username/gi, ''))),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1245',
    reason: 'The name says that it is a path, a switch, a number or a public key, and no secret.',
    example: 'FROM debian:13-slim\nARG TOKEN_FILE=/run/secrets/token\n',
    neighbour: 'FROM debian:13-slim\nARG TOKEN=abcdef\n',
    accepts: (place) => suspects(place).every(namesNoSecret),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/hadolint/hadolint/issues/1245',
    reason: 'The value is empty, a switch, a number or a path: nothing that anybody could not know.',
    example: 'FROM debian:13-slim\nENV DB_SECRET=/run/secrets/db\n',
    neighbour: 'FROM debian:13-slim\nENV DB_SECRET=hunter2\n',
    accepts: (place) => suspects(place).every((pair) => namesNoSecret(pair) || isTrivial(pair)),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'hadolint knows neither these endings of names nor camelCase.',
    example: 'FROM debian:13-slim\nENV WP_PASS=hunter2\n',
    neighbour: 'FROM debian:13-slim\nENV WP_PASSWORD=hunter2\n',
    accepts: (place) => suspects(place).length === 0 && !pairsHere(place).some(holdsSecret),
  },
  {
    ...common,
    side: 'ours',
    class: 'upstream',
    source,
    reason: 'The value is a token or holds a password, whatever its name.',
    example: 'FROM debian:13-slim\nENV DATABASE_URL=postgres://app:hunter2@db/app\n',
    neighbour: 'FROM debian:13-slim\nENV DATABASE_PASSWORD=postgres://app:hunter2@db/app\n',
    accepts: (place) => suspects(place).length === 0 && pairsHere(place).some(holdsSecret),
  },
);
