import { differences, type Place } from '../../../server/tools/conformance/types.js';
import { allOf } from '../predicates.js';
import { isTrivial, namesNoSecret, namesSigningKey, pairsHere, type Pair } from '../secrets.js';

const common = { rule: 'secret-in-build-variable', tool: 'buildkit', code: 'SecretsUsedInArgOrEnv' } as const;
const tokens = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const allowed = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** The pairs whose names BuildKit takes for secrets. */
function suspects(place: Place): readonly Pair[] {
  return pairsHere(place).filter(({ name }) => tokens.test(name) && !allowed.test(name));
}

export default differences(
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/issues/5775',
    reason: 'The fingerprint of a key that signs releases is public.',
    example: 'FROM debian:13-slim\nENV GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305\n',
    neighbour: 'FROM debian:13-slim\nENV DEPLOY_KEY=7169605F62C751356D054A26A821E680E5FA6305\n',
    accepts: (place) => allOf(suspects(place), namesSigningKey),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/issues/5775',
    reason: 'The name says that it is a path, a name, a number or a switch, and no secret.',
    example: 'FROM debian:13-slim\nENV KMS_KEY_ALIAS=alias/app\n',
    neighbour: 'FROM debian:13-slim\nENV KMS_KEY=abcdef\n',
    accepts: (place) => allOf(suspects(place), namesNoSecret),
  },
  {
    ...common,
    side: 'theirs',
    class: 'upstream',
    source: 'https://github.com/moby/buildkit/issues/5775',
    reason: 'The value is empty, a switch, a number or a path: nothing that anybody could not know.',
    example: 'FROM debian:13-slim\nENV PASSWORD_AUTH=false\n',
    neighbour: 'FROM debian:13-slim\nENV PASSWORD_AUTH=hunter2\n',
    accepts: (place) =>
      allOf(suspects(place), (pair) => namesNoSecret(pair) || namesSigningKey(pair) || isTrivial(pair)),
  },
);
