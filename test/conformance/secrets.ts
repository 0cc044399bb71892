import type { Place } from '../../server/tools/conformance/types.js';

/** What the differences about secrets in ARG and ENV ask. */

export interface Pair {
  readonly keyword: string;
  readonly name: string;
  readonly value: string | undefined;
}

/** The pairs of the place's ARG or ENV, a trigger's included. */
export function pairsHere({ instruction }: Place): readonly Pair[] {
  const own = instruction?.trigger ?? instruction;
  return (own?.pairs ?? []).map(({ key, value }) => ({
    keyword: own?.keyword ?? '',
    name: key.value,
    value: value?.value,
  }));
}

/** The last word says that the value is a place, a name, a number or a switch, or what is public of a secret. */
export function namesNoSecret({ name }: Pair): boolean {
  if (/^aws_access_key_id$/i.test(name)) return false;
  return /(?:file|path|dir|url|uri|version|name|ids?|alias|type|ttl|length|count|size|sock|config|conf|sha\d*)$|^goprivate$|public/i.test(
    name,
  );
}

/** `GPG_KEY`: the fingerprint of a key that signs releases. */
export function namesSigningKey({ name }: Pair): boolean {
  return /(?:_|^)(?:gpg|pgp)_?keys?(?:_ids?)?$/i.test(name);
}

/** A switch, a small number or a path: nothing that anybody could not know. An empty ARG may get a value yet. */
export function isTrivial({ keyword, value }: Pair): boolean {
  if (value === '') return keyword === 'ENV';
  return value !== undefined && /^(?:true|false|on|off|yes|no|none|\d{1,4}|_|\/.*|[A-Z]:[\\/].*)$/i.test(value);
}
