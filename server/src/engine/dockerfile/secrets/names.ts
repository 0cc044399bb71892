/** Words between underscores that mark a secret (BuildKit frontend/dockerfile/dockerfile2llb/convert.go). */
const secretToken = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
/** Words that say the value is no secret itself; BuildKit has public, file and version. */
const harmlessToken =
  /(?:_|^)(?:public|pub|file|path|dir|url|uri|version|name|id|alias|type|ttl|length|size|algorithm|sock)(?:_|$)|_(?:config|conf|helper|store|server|provider|method|mode|enabled|required|sha\d*|md5|checksum|fingerprint)$/i;
/** Keys that check signatures are told by the fingerprints of their public halves: `GPG_KEY`, `OPENSSL_PGP_KEY_IDS`. */
const checkingKey = /(?:_|^)(?:apt|gpg|pgp|rpm)_?keys?(?:_(?:ids?|fingerprints?))?$/i;
/** Two words that one secret has in CI systems and cloud tools. */
const secretPhrase = /(?:_|^)(?:api_?key|access_?key|private_?key|client_?secret|pass(?:word|phrase)?)(?:_|$)/i;
/** Such words without anything between: `AUTHTOKEN`, `dbpassword`. */
const joined =
  /(?:password|passwd|passphrase|apikey|secretkey|(?:access|api|auth|bearer|bot|deploy|github|gitlab|npm|refresh|session)token|(?:app|api|client)secret|(?:access|private)key)(?:_|$)/i;
/** The last words of a name in camelCase; `key` alone names too many other things. */
const camelSecret =
  /_(?:password|passwd|passphrase|secret|token|credentials?|api_key|secret_key|access_key|private_key)$/i;
/** Names with such a word that are configuration. */
const known: ReadonlySet<string> = new Set(['SSH_AUTH_SOCK', 'GOPRIVATE', 'PGPASSFILE']);
/** Half of a secret, which nobody has without the other half. */
const secretId = /^(?:\w+_)?AWS_ACCESS_KEY_ID$/i;

/** A switch or a number of keys or seconds, a path, or a stand-in such as `_`. */
const harmlessValue =
  /^(?:true|false|on|off|yes|no|none|\d{1,4}|[A-Za-z]:[\\/].*|\/[\w.${}-]+(?:\/.*)?|[^\w$]{0,2}|_)$/i;

/**
 * Whether a variable's name says that it holds a secret, and its value, where it has one, may be it. An ARG without a
 * value, or with an empty one, gets it from the build command; the names of signing keys that base images publish are
 * no secrets. Never throws.
 */
export function looksSecret(keyword: 'ARG' | 'ENV', name: string, value: string | undefined): boolean {
  if (known.has(name.toUpperCase()) || checkingKey.test(name)) return false;
  if (harmlessToken.test(apart(name)) && !secretId.test(name)) return false;
  if (!namesSecret(name)) return false;
  if (value === undefined || (value === '' && keyword === 'ARG')) return true;
  return !harmlessValue.test(value);
}

function namesSecret(name: string): boolean {
  if (secretToken.test(name) || secretPhrase.test(name) || joined.test(name)) return true;
  return /[a-z][A-Z]/.test(name) && camelSecret.test(apart(name));
}

/** `dbPassword` → `db_Password`. */
function apart(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_');
}
