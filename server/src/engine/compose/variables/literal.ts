import { memoised, weaklyMemoised } from '../../memo.js';
import type { Facts } from '../../facts.js';
import { looksSecret } from '../../dockerfile/secrets/names.js';
import type { Span } from '../../text/span.js';
import { readPairs } from '../forms/pairs.js';
import { itemsOf } from '../forms/pieces.js';
import { inlineDockerfiles } from '../inline/documents.js';
import type { VariablePart } from '../interpolation/types.js';
import type { ComposeNode, ScalarNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { interpolationsOf, type Interpolation } from '../walk.js';
import { knownVariables, type KnownVariables } from './dotenvFiles.js';

/** Why a dollar is most likely meant as one. */
export type Reason = 'dockerfile' | 'hash' | 'shell' | 'environment' | 'nginx' | 'password';

/** A place where Compose puts in a variable and a dollar was meant. */
export interface LiteralDollar {
  readonly node: ScalarNode;
  readonly reason: Reason;
  /** The variable; of a hash the first one in it. */
  readonly name: string;
  readonly parts: readonly VariablePart[];
  /** What to look at, in the document. */
  readonly at: Span;
  /** Where a second dollar belongs. */
  readonly dollars: readonly number[];
}

/** Dollars that were meant as such, in the order of the text. */
export function literalDollars(doc: ComposeDocument, facts: Facts): readonly LiteralDollar[] {
  return remembered(doc)(facts);
}

const remembered = memoised((doc: ComposeDocument) =>
  weaklyMemoised((facts: Facts): readonly LiteralDollar[] => {
    const known = knownVariables(facts);
    return interpolationsOf(doc).flatMap((one) => [...inHashes(one), ...byPlace(doc, one, known)]);
  }),
);

/** Hashes as crypt(3), htpasswd and argon2 write them. */
const hash = /\$(?:apr1|2[abxy]?|[156y]|argon2(?:id|i|d)|pbkdf2[\w-]*|scrypt)\$[^\s"',;]*/g;

function inHashes({ node, template }: Interpolation): readonly LiteralDollar[] {
  if (!/\$(?:[a1256y]|pbkdf2|scrypt)/.test(template.text)) return [];
  return [...template.text.matchAll(hash)].flatMap(({ 0: word, index }) => {
    const end = index + word.length;
    const parts = template.parts.filter(
      (part): part is VariablePart =>
        part.kind === 'variable' && !part.braced && part.start >= index && part.start < end,
    );
    const [first] = parts;
    if (first === undefined) return [];
    const dollars = [...word.matchAll(/(?<!\$)\$(?!\$)/g)].map((dollar) => node.text.offset(index + dollar.index));
    return [{ node, reason: 'hash', name: first.name, parts, at: node.text.span(index, end), dollars }];
  });
}

function byPlace(
  doc: ComposeDocument,
  { node, template }: Interpolation,
  known: KnownVariables,
): readonly LiteralDollar[] {
  const place = placesOf(doc).get(node);
  if (place === undefined) return [];
  return template.variables.flatMap((part) => {
    const { name, operator, start, end, braced } = part;
    if (operator !== undefined || known.names.has(name)) return [];
    const reason = reasonFor(place, { name, braced, before: template.text.slice(Math.max(0, start - 1), start) });
    if (reason === undefined) return [];
    const at = node.text.span(start, end);
    return [{ node, reason, name, parts: [part], at, dollars: [at.start] }];
  });
}

interface Use {
  readonly name: string;
  readonly braced: boolean;
  /** The character in front. */
  readonly before: string;
}

function reasonFor(place: Place, { name, braced, before }: Use): Reason | undefined {
  if (place.kind === 'content') return !braced && nginx.test(name) ? 'nginx' : undefined;
  if (place.kind === 'secret') return !braced && /[a-z]/.test(name) && /\w/.test(before) ? 'password' : undefined;
  if (place.kind === 'dockerfile') return place.declared().has(name) ? 'dockerfile' : undefined;
  if (place.assigned().has(name)) return 'shell';
  return place.environment().has(name) ? 'environment' : undefined;
}

/** Variables that nginx has in its configuration. */
const nginx =
  /^(?:args|binary_remote_addr|body_bytes_sent|connection_upgrade|document_root|fastcgi_\w+|host|http_[a-z]\w*|is_args|proxy_add_x_forwarded_for|proxy_host|query_string|realpath_root|remote_addr|remote_user|request|request_uri|scheme|server_name|server_port|status|time_local|upstream_\w+|uri)$/;

/** Where a value stands, as far as that tells what a dollar in it is for. */
type Place =
  | { readonly kind: 'content' }
  | { readonly kind: 'secret' }
  /** Names that an inline Dockerfile or a shell text in it sets. */
  | { readonly kind: 'dockerfile'; readonly declared: () => ReadonlySet<string> }
  | {
      readonly kind: 'shell';
      /** Names that the text itself sets. */
      readonly assigned: () => ReadonlySet<string>;
      /** Names that the service sets to something else than the variable of that name. */
      readonly environment: () => ReadonlySet<string>;
    };

const placesOf = memoised((doc: ComposeDocument): ReadonlyMap<ComposeNode, Place> => {
  const places = new Map<ComposeNode, Place>();
  for (const config of doc.configs.values()) {
    const content = config.map?.get('content');
    if (content !== undefined) places.set(content, { kind: 'content' });
  }
  for (const { node, doc: inner } of inlineDockerfiles(doc)) {
    const declared = lazily(() => {
      const settings = [...inner.byKeyword('ARG'), ...inner.byKeyword('ENV')];
      return new Set([...settings.flatMap(({ pairs }) => pairs.map(({ key }) => key.value)), ...assignedIn([node])]);
    });
    places.set(node, { kind: 'dockerfile', declared });
  }
  for (const service of doc.services.values()) {
    const environment = lazily(() => environmentOf(service));
    for (const command of commandsOf(service)) {
      const nodes = itemsOf(command);
      const assigned = lazily(() => assignedIn(nodes));
      for (const node of nodes) if (!places.has(node)) places.set(node, { kind: 'shell', assigned, environment });
    }
    for (const { key, node } of readPairs(service.get('environment')).pairs) {
      if (node !== undefined && key !== undefined && looksSecret('ENV', key, undefined))
        places.set(node, { kind: 'secret' });
    }
  }
  return places;
});

function commandsOf(service: Service): readonly (ComposeNode | undefined)[] {
  const health = service.get('healthcheck');
  const hooks = ['post_start', 'pre_stop'].flatMap((key) => itemsOf(service.get(key)));
  return [
    service.get('command'),
    service.get('entrypoint'),
    health?.kind === 'map' ? health.get('test') : undefined,
    ...hooks.map((hook) => (hook.kind === 'map' ? hook.get('command') : undefined)),
  ];
}

/** Names that a shell text gives values. */
function assignedIn(nodes: readonly ComposeNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'scalar') continue;
    const { text } = node.text;
    for (const [, name] of text.matchAll(/(?:^|[\s;&|({])(?:export\s+|local\s+)?([A-Za-z_]\w*)\+?=/g))
      names.add(name ?? '');
    for (const [, name] of text.matchAll(/\b(?:for|select)\s+([A-Za-z_]\w*)\s+in\b/g)) names.add(name ?? '');
    for (const [, words = ''] of text.matchAll(/\bread\s+(?:-\w+\s+)*([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)*)/g)) {
      for (const name of words.split(/\s+/)) names.add(name);
    }
  }
  return names;
}

function environmentOf(service: Service): ReadonlySet<string> {
  const { pairs } = readPairs(service.get('environment'));
  return new Set(
    pairs.flatMap(({ key, value, node }) => {
      if (key === undefined || value === undefined || node?.kind !== 'scalar') return [];
      return node.text.text.includes(`$${key}`) || node.text.text.includes(`\${${key}`) ? [] : [key];
    }),
  );
}

function lazily<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
