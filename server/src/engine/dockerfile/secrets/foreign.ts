import type { Equivalents } from '../../rule.js';
import type { Instruction } from '../syntax/types.js';

/** Names of secrets in CI systems that hadolint knows beside the words below (src/Hadolint/Rule/DL3064.hs). */
const hadolintNames: ReadonlySet<string> = new Set([
  ...['APPLICATION_KEY', 'AWS_ACCESS_KEY_ID', 'CI_DEPLOY_USER', 'DOCKER_EMAIL', 'FACEBOOK_APP_ID', 'HEROKU_API_USER'],
  ...['OKTA_AUTHN_GROUPID', 'OKTA_CLIENT_ORGURL', 'OKTA_OAUTH2_CLIENTID', 'STRIPE_DEVICE_NAME', 'TRAVIS_OS_NAME'],
  ...['TRAVIS_SUDO'],
]);
const hadolintWords = /api_key|client_key|password|private|secret|token|username/i;
/** BuildKit frontend/dockerfile/dockerfile2llb/validations.go, getSecretsRegex. */
const buildkitWords = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const buildkitHarmless = /(?:_|^)(?:public|file|version)(?:_|$)/i;
/** trivy-checks checks/docker/leaked_secrets.rego. */
const trivyWords = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token|usr|psw)(?:_|$)/i;

/** The checks of other tools that would report a variable for its name; only hadolint looks into triggers. Never throws. */
export function nameChecks(name: string, { parent }: Instruction): Equivalents {
  const hadolint = hadolintNames.has(name.toUpperCase()) || hadolintWords.test(name);
  const buildkit = parent === undefined && buildkitWords.test(name) && !buildkitHarmless.test(name);
  const trivy = parent === undefined && trivyWords.test(name) && !/(?:_|^)public(?:_|$)/i.test(name);
  return {
    ...(hadolint ? { hadolint: ['DL3064'] } : {}),
    ...(buildkit ? { buildkit: ['SecretsUsedInArgOrEnv'] } : {}),
    ...(trivy ? { trivy: ['DS-0031'] } : {}),
  };
}
