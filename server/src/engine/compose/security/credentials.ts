import { looksSecret } from '../../dockerfile/secrets/names.js';
import { memoised } from '../../memo.js';
import type { Span } from '../../text/span.js';
import { readPairs, type Pair } from '../forms/pairs.js';
import { Cut, hidden, unknownLookup } from '../forms/pieces.js';
import type { ComposeNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { defaultsIn } from '../forms/defaults.js';
import { given } from './values.js';

/** A variable of a service whose value stands in the file. */
export interface LiteralVariable {
  readonly service: Service;
  readonly key: string;
  readonly pair: Pair;
  readonly node: ScalarNode;
  /** Where the value starts in what the node says. */
  readonly from: number;
  readonly value: string;
  /** It counts only where nobody sets a variable. */
  readonly isDefault: boolean;
}

/** The variables of all services that have a value in the file, each once. */
export const literalVariables = memoised((doc: ComposeDocument): readonly LiteralVariable[] => {
  const found: LiteralVariable[] = [];
  const seen = new Set<ComposeNode>();
  for (const { service, node: environment } of given(doc, 'environment')) {
    const { form, pairs } = readPairs(environment, defaultsIn(environment));
    for (const pair of pairs) {
      const { key, node, value } = pair;
      if (key === undefined || node?.kind !== 'scalar' || seen.has(node)) continue;
      seen.add(node);
      if (value?.value === undefined || value.value === '') continue;
      const from = form === 'list' ? new Cut(node, unknownLookup).masked.indexOf('=') + 1 : 0;
      const isDefault =
        node.interpolated && new Cut(node, unknownLookup).field(from, node.text.text.length).value === undefined;
      found.push({ service, key, pair, node, from, value: value.value, isDefault });
    }
  }
  return found;
});

/** Words at the end of a name that say what it is about, not what it holds. */
const about =
  /_(?:ISSUER|AUDIENCE|HEADER|PREFIX|POLICY|ALGORITHM|EXPIRY|EXPIRES?(?:_IN)?|EXPIRATION|TTL|ROLE|REALM|USER(?:S|NAME)?|HOST|PORT|EMAIL|COUNT|LIMIT|BONUS|FORMAT|VALIDITY|LIFETIME|AGE|INTERVAL|TIMEOUT|ROUNDS|COST|ROTATION|REQUIREMENTS|FIELD|COOKIE|BACKEND|ENGINE|DRIVER|CLASS|MIN|MAX|LENGTH|SECONDS|MINUTES|HOURS|DAYS|DOMAIN|REGION|BUCKET|ORIGIN|SCOPES?|CLAIM|STRATEGY|LANGUAGE|LEVEL)$/i;
/** Names of files with a password, for Kafka's images. */
const credentialFile = /_SSL_(?:KEYSTORE|TRUSTSTORE|KEY)_CREDENTIALS$/i;
const alsoSecret = /(?:_|^)(?:[A-Z]+_PASS|[A-Z]+_PWD|[A-Z_]*PASSWD|[A-Z_]+_SALT)$/i;
/** What is secret as the last word, or anywhere in the name. */
const strong =
  /pass(?:word|wd|phrase)|secret|token|credential|api_?key|(?:private|access|encryption)_?key|[a-z\d]_?key$|_auth$/i;

/** What people write where nothing is to be seen, or nothing is looked at. */
const standIn = /^(?:x+|\*+|\.+|<.*>|-+|unused|user_provided|true|false|yes|no|on|off|0|1|none|null)$/i;
/** A size or a time. */
const quantity = /^\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/i;

/** Whether a variable of a container is one that holds a secret, and its value may be it. */
export function isCredential(key: string, value: string): boolean {
  if (/ALLOW_EMPTY|RANDOM_/i.test(key) || about.test(key) || credentialFile.test(key) || standIn.test(value))
    return false;
  if (/:\/\//.test(value) || (quantity.test(value) && /TTL|TIME|EXPIR|MAX|MIN|LIMIT|TOKENS$/i.test(key))) return false;
  if (/_auth$/i.test(key) && !/[/:]/.test(value)) return false;
  if (alsoSecret.test(key)) return !/^(?:\/|\.\/)/.test(value);
  return strong.test(key) && looksSecret('ENV', key, value);
}

/** A password in an address. */
export interface UrlPassword {
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  readonly isDefault: boolean;
}

const userInfo = /^([^\s/:@"'<>]{0,200}):([^\s/@"'<>]{1,200})@/;

/** The passwords in `scheme://user:password@host` that stand in a text, variables and stand-ins apart. */
export function* urlPasswords(node: ScalarNode): Iterable<UrlPassword> {
  const { text } = node.text;
  if (!text.includes('://')) return;
  const cut = new Cut(node, defaultsIn(node));
  const { masked } = cut;
  for (let at = masked.indexOf('://'); at >= 0; at = masked.indexOf('://', at + 3)) {
    const [, user, password] = userInfo.exec(masked.slice(at + 3, at + 500)) ?? [];
    if (user === undefined || password === undefined) continue;
    const start = at + 3 + user.length + 1;
    const end = start + password.length;
    const { value, span } = cut.field(start, end);
    if (value === undefined || value === '' || /^(?:\*+|x+|\.{3})$/i.test(value)) continue;
    yield { start, end, span, isDefault: password.includes(hidden) };
  }
}
