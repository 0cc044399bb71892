/** Words between underscores that mark a secret (BuildKit frontend/dockerfile/dockerfile2llb/convert.go). */
const secretToken = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
/** Words that say the value is no secret itself; BuildKit has public, file and version. */
const harmlessToken =
  /(?:_|^)(?:public|pub|file|path|dir|url|uri|version|name|id|alias|type|ttl|length|size|algorithm|sock)(?:_|$)/i;
/** Two words that one secret has in CI systems and cloud tools. */
const secretPhrase = /(?:_|^)(?:api_?key|access_?key|private_?key|client_?secret|pass(?:word|phrase)?)(?:_|$)/i;
/** Names with such a word that are configuration. */
const known: ReadonlySet<string> = new Set(['SSH_AUTH_SOCK', 'GOPRIVATE', 'PGPASSFILE', 'GPG_KEY', 'GPG_KEYS']);

/**
 * Whether a variable's name says that it holds a secret. A value that is itself a path, an empty string
 * or another variable's file does not change that, but the names of signing keys that base images publish do.
 * Never throws.
 */
export function looksSecret(name: string, value: string | undefined): boolean {
  if (known.has(name.toUpperCase()) || harmlessToken.test(name)) return false;
  if (!secretToken.test(name) && !secretPhrase.test(name)) return false;
  // A switch, a number of keys or seconds, or nothing at all.
  return value === undefined || !/^(?:true|false|\d{1,4})$/i.test(value);
}
