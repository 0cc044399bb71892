import { looksSecret } from '../dockerfile/secrets/names.js';
import { tokensIn } from '../dockerfile/secrets/tokens.js';

/** What a file is, by its name. */
export interface SecretFile {
  /** What it is called in a sentence: `a private key`. */
  readonly what: string;
  /** Worth a word in stages whose files do not reach the image too: it opens more than one program. */
  readonly everywhere: boolean;
  /** Whether the text holds a secret; undefined where the name says it all. */
  readonly proof: ((text: string) => boolean) | undefined;
  /** It counts as one while nobody can read it. */
  readonly unread: boolean;
}

const key: SecretFile = { what: 'a private key', everywhere: true, proof: holdsKey, unread: true };
const sshKey: SecretFile = { ...key, proof: undefined };
/** A file that somebody calls credentials. */
export const credentialsFile: SecretFile = { what: 'credentials', everywhere: true, proof: undefined, unread: true };
const environment: SecretFile = { what: 'secrets', everywhere: false, proof: holdsVariables, unread: true };

const byName: ReadonlyMap<string, SecretFile> = new Map<string, SecretFile>([
  ['.env', environment],
  ['.npmrc', { what: 'a registry token', everywhere: false, proof: holdsNpmToken, unread: true }],
  ['.netrc', credentialsFile],
  ['_netrc', credentialsFile],
  ['.git-credentials', credentialsFile],
  ['.pypirc', credentialsFile],
  ['.pgpass', credentialsFile],
  ['.dockercfg', credentialsFile],
  ['.vault-token', credentialsFile],
  ['.s3cfg', credentialsFile],
  ['kubeconfig', credentialsFile],
  ['credentials', credentialsFile],
  ['credentials.json', credentialsFile],
  ['credentials.xml', credentialsFile],
  ['credential.json', credentialsFile],
  ['application_default_credentials.json', credentialsFile],
  ['password.txt', credentialsFile],
  ['passwords.txt', credentialsFile],
  ['master.key', sshKey],
  ['terraform.tfvars', environment],
  ['pip.conf', { what: 'a password', everywhere: false, proof: holdsAddress, unread: false }],
  ['auth.json', { what: 'tokens', everywhere: false, proof: holdsComposerToken, unread: false }],
]);

const byPattern: readonly (readonly [RegExp, SecretFile])[] = [
  [/^id_(?:rsa|dsa|ecdsa|ed25519)$/, sshKey],
  [
    /^\.env\.(?!.*(?:example|sample|template|tmpl|dist|defaults?|schema|test|ci|enc|encrypted|vault|md|d\.ts|js|ts|py|rb|go|sh)$)[\w.-]+$/,
    environment,
  ],
  [/^(?!.*(?:trust|cacert)).*\.(?:p12|pfx|ppk|jks|keystore|kdbx)$/, { ...sshKey, what: 'private keys' }],
  [/\.(?:ovpn|private_key)$/, sshKey],
  [/^(?!.*(?:pub|gpg|pgp|sign|repo|release|apt|rpm|keyring|archive|license)).*\.key$/, key],
  [/\.pem$/, { ...key, unread: false }],
  [/^(?:service[-_]?account|client[-_]secret|gcp[-_]?key|gcloud[-_]?key)[\w.-]*\.json$/, credentialsFile],
  [/^secrets?\.(?:json|ya?ml|toml|env)$/, credentialsFile],
  [/\.tfstate$/, credentialsFile],
];

/** Files whose folder tells what they are. */
const byPath: readonly (readonly [RegExp, SecretFile])[] = [
  [/(?:^|\/)\.aws\/credentials$/, credentialsFile],
  [/(?:^|\/)\.docker\/config\.json$/, credentialsFile],
  [/(?:^|\/)\.kube\/config$/, credentialsFile],
  [/(?:^|\/)\.cargo\/credentials(?:\.toml)?$/, credentialsFile],
  [/(?:^|\/)\.gem\/credentials$/, credentialsFile],
];

/** Folders that hold nothing but secrets. */
const folders: ReadonlySet<string> = new Set(['.ssh', '.aws', '.gnupg']);

/** What a path is called when it is a file or folder of secrets; undefined for all others. Case counts. Never throws. */
export function secretFile(path: string): SecretFile | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folders.has(name)) return credentialsFile;
  const known = byName.get(name) ?? byPattern.find(([pattern]) => pattern.test(name))?.[1];
  return known ?? byPath.find(([pattern]) => pattern.test(path))?.[1];
}

/** Whether a file by that name holds secrets, as far as its text is known. Never throws. */
export function holdsSecrets(file: SecretFile, text: string | undefined): boolean {
  if (file.proof === undefined) return true;
  return text === undefined ? file.unread : file.proof(text);
}

function holdsKey(text: string): boolean {
  return text.includes('PRIVATE KEY');
}

function holdsNpmToken(text: string): boolean {
  return /^[^#;\n]*(?:_authToken|_auth|_password)[ \t]*=[ \t]*(?!\$|["']?\$|$)\S/m.test(text);
}

function holdsComposerToken(text: string): boolean {
  return /"(?:http-basic|github-oauth|gitlab-token|gitlab-oauth|bearer|bitbucket-oauth)"\s*:\s*\{\s*"/.test(text);
}

function holdsAddress(text: string): boolean {
  return text.split(/[\s=]+/).some((word) => tokensIn(word).length > 0);
}

/** Stand-ins that people put where a secret goes. */
const standIn =
  /^(?:x{2,}|\.{3}|<.*>|\$.*|(?:change|replace)[-_]?(?:me|this).*|your[-_].*|todo|none|null|secret|password|example.*|test)$/i;

function holdsVariables(text: string): boolean {
  return text.split(/\r?\n/).some((line) => {
    const match = /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(.*)$/.exec(line);
    if (match?.[1] === undefined) return false;
    const value = withoutComment(match[2] ?? '')
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2');
    if (value === '' || standIn.test(value)) return false;
    return tokensIn(value).length > 0 || looksSecret('ENV', match[1], value);
  });
}

function withoutComment(text: string): string {
  const at = text.search(/[ \t]#/);
  return at < 0 ? text : text.slice(0, at);
}
