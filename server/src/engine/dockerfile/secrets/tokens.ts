import { overlaps } from '../../text/span.js';

/** A piece of a text that can only be a secret; UTF-16 offsets. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What it is, for a person: `a GitHub token`. */
  readonly what: string;
  /** Made to be handed to clients as well, where it only says who asks. */
  readonly client: boolean;
}

/** Shorter text holds no token. */
const shortest = 18;
/** What tokens are made of, and what stands between them in addresses and settings. */
const tokenCharacters = new Uint8Array(128);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.+/=:@%-') {
  tokenCharacters[char.charCodeAt(0)] = 1;
}

/** Shapes that services made so that their tokens are found, after their documentation and the lists of gitleaks and KICS. */
const shapes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a GitHub token', /\b(?:gh[opsur]_[A-Za-z0-9]{36,255}|github_pat_\w{40,255})\b/],
  ['a GitLab token', /\bgl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-[\w-]{20,255}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a PyPI token', /\bpypi-AgE[\w-]{50,255}/],
  ['a Slack token', /\bxox[abeoprs]-(?=[\w-]*\d)[\w-]{10,255}|\bxapp-\d-[\w-]{20,255}/],
  ['a Slack webhook', /\bhooks\.slack\.com\/services\/T\w{7,12}\/B\w{7,12}\/\w{20,32}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,255}/],
  ['a Google API key', /\bAIza[\w-]{35}(?![\w-])/],
  ['an Anthropic key', /\bsk-ant-[a-z]+\d{2}-[\w-]{80,255}/],
  ['an OpenAI key', /\bsk-(?:(?:proj|svcacct|admin)-[\w-]{40,255}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})/],
  ['a Hugging Face token', /\bhf_[A-Za-z]{34}\b/],
  ['a Docker token', /\bdckr_[po]at_[\w-]{27,64}/],
  ['a DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{64}\b/],
  ['a SendGrid key', /\bSG\.[\w-]{20,24}\.[\w-]{39,50}/],
  ['a Vault token', /\bhv[bs]\.[\w-]{24,255}/],
  ['a Databricks token', /\bdapi[a-f0-9]{32}\b/],
  ['a Mailgun key', /\bkey-[0-9a-f]{32}\b/],
  ['a Square token', /\bsq0(?:atp-[\w-]{22}|csp-[\w-]{43})/],
  ['an Azure storage key', /\bAccountKey=[A-Za-z0-9+/]{86}==/],
  ['a signed token (JWT)', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}/],
];

const clientKinds: ReadonlySet<string> = new Set(['a Google API key', 'a signed token (JWT)']);
/** The beginnings of all of them. */
const beginnings =
  /gh[opsur]_|github_pat_|gl[a-z]+-|A[KS]IA|npm_|pypi-|xox|xapp-|hooks\.slack|_live_|AIza|sk-|hf_|dckr_|do[opr]_v1_|SG\.|hv[bs]\.|dapi|key-|sq0|AccountKey=|eyJ/;

/**
 * The secrets in a text that cannot be taken for anything else: tokens by the shapes of their services, private keys in
 * PEM form, and addresses with a password. Examples and placeholders are none. Linear; never throws.
 */
export function tokensIn(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const { start, end } of longRuns(text)) {
    const run = text.slice(start, end);
    if (!beginnings.test(run)) continue;
    for (const [what, pattern] of shapes) {
      const match = pattern.exec(run);
      if (match === null || isExample(match[0])) continue;
      found.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        what,
        client: clientKinds.has(what),
      });
      break;
    }
  }
  found.push(...privateKeys(text));
  for (const password of passwordsInAddresses(text)) {
    if (!found.some((token) => overlaps(token, password))) found.push(password);
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

/** The words of a text that are long enough to hold a token; looks from the end of a window, to skip short words. */
function* longRuns(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  const isToken = (at: number): boolean => tokenCharacters[text.charCodeAt(at)] === 1;
  for (let start = 0; start + shortest <= text.length;) {
    let at = start + shortest - 1;
    while (at >= start && isToken(at)) at--;
    if (at < start) {
      at = start + shortest;
      while (at < text.length && isToken(at)) at++;
      yield { start, end: at };
    }
    start = at + 1;
  }
}

/** Tokens of documentation: AKIAIOSFODNN7EXAMPLE, ghp_xxxxxxxx, npm_0000…. */
function isExample(token: string): boolean {
  return (
    /example|placeholder|your|dummy|fake|sample|test|redacted/i.test(token) || /(.)\1{7}|1234567|abcdefg/i.test(token)
  );
}

function privateKeys(text: string): readonly Token[] {
  const found: Token[] = [];
  const opening = '-----BEGIN ';
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + opening.length)) {
    const head = /^-----BEGIN (?:[A-Z]{1,12} )?PRIVATE KEY(?: BLOCK)?-----/.exec(text.slice(at, at + 60))?.[0];
    const body = text.slice(at + (head?.length ?? 0), at + 200);
    if (head === undefined || !/^[\\nr\s"',+]*[A-Za-z0-9+/]{16}/.test(body)) continue;
    found.push({ start: at, end: at + head.length, what: 'a private key', client: false });
  }
  return found;
}

const credentials = /^([^\s/:@"'`<>|]{0,200}):([^\s/@"'`<>|]{1,200})@([^\s/:@"'`<>|]{1,253})/;

/** `https://user:password@host`; the scheme is any. */
function passwordsInAddresses(text: string): readonly Token[] {
  const found: Token[] = [];
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
    const match = credentials.exec(text.slice(at + 3, at + 700));
    const [, user = '', password = '', host = ''] = match ?? [];
    if (match === null || !/[a-z]$/i.test(text.charAt(at - 1))) continue;
    if (!isPassword(password) || password === user || isExampleHost(host)) continue;
    const start = at + 3 + user.length + 1;
    found.push({ start, end: start + password.length, what: 'a password', client: false });
  }
  return found;
}

function isExampleHost(host: string): boolean {
  return /^(?:localhost|127\.|host$|hostname$|0\.0\.0\.0|\[?::1)|(?:^|\.)example(?:\.|$)|[${}*]/i.test(host);
}

/** Words of stand-ins, and passwords that everybody has. */
const standIn =
  /pass(?:w(?:or|0r)d|phrase|wd)?|p[a4@][s5$]{2}w|secret|change|example|sample|dummy|fake|placeholder|your|insert|replace|redacted|default|admin|root|postgres|mysql|mongo|redis|rabbit|guest|test|demo|foo|bar|todo|none|null|undefined|xxx|\*{3}|qwerty|letmein|hello|token|api_?key|1234|abcd|\.{3}|here/i;

/** Whether a text in the place of a password may be a real one, not a variable or a stand-in. Never throws. */
export function isPassword(text: string): boolean {
  if (text.length < 6 || /[$<>{}%()[\]\s]/.test(text) || standIn.test(text) || /^(.)\1*$/.test(text)) return false;
  return /\d/.test(text) && /[A-Za-z]/.test(text);
}

/**
 * Whether a value looks random: hex digits, or letters of both cases with digits, or a UUID; words, paths, versions and
 * addresses do not. For values whose name says that they are secret. Never throws.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 16 || value.length > 4096 || /[\s${}<>()]/.test(value)) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) return !/^0{8}|(.)\1{7}/.test(value);
  if (!/^[\w+/=.~!@#%^&*-]+$/.test(value) || /^[./~]|:\/\//.test(value) || isExample(value)) return false;
  // The fingerprint of a key that checks signatures.
  if (/^(?:0x)?[0-9A-F]{16}(?:[0-9A-F]{24})?$/.test(value)) return false;
  if (/^[0-9a-f]{16,}$/i.test(value)) return /\d/.test(value) && /[a-f]/i.test(value) && entropy(value) >= 2.8;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(value)).length;
  if (kinds === 3) return !standIn.test(value) && entropy(value) >= 3.3;
  return kinds === 2 && value.length >= 24 && /\d/.test(value) && !/[-_.]/.test(value) && entropy(value) >= 3.6;
}

/** Bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
