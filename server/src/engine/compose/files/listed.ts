import { nearest } from '../../didYouMean.js';
import type { FactQuery, Facts } from '../../facts.js';
import { memoised } from '../../memo.js';
import type { Finding, Fix } from '../../rule.js';
import type { Span } from '../../text/span.js';
import { shown } from '../../wording.js';
import { filesIn, type FileUse } from '../forms/names.js';
import type { ComposeNode } from '../tree/types.js';
import type { ComposeDocument, Service } from '../types.js';
import { localPath } from './localPath.js';
import { folderOf, homeQueries, ignoredFacts, isHome, isIgnored } from './paths.js';

/** A file that a service names. */
export interface ListedFile {
  readonly service: Service;
  readonly use: FileUse;
  /** From the folder of the Compose file. */
  readonly path: string;
}

type Key = 'env_file' | 'label_file';

/** Files of each service that are named without a variable, each place once. */
export const envFiles = memoised((doc: ComposeDocument) => listed(doc, 'env_file'));
export const labelFiles = memoised((doc: ComposeDocument) => listed(doc, 'label_file'));

function listed(doc: ComposeDocument, key: Key): readonly ListedFile[] {
  const seen = new Set<ComposeNode>();
  return [...doc.services.values()].flatMap((service) =>
    filesIn(service.get(key)).flatMap((use) => {
      const path = use.path.value === undefined ? undefined : localPath(use.path.value);
      if (path === undefined || path === '' || seen.has(use.node)) return [];
      seen.add(use.node);
      return [{ service, use, path }];
    }),
  );
}

/** Questions for `missingFiles`. */
export function missingFileFacts(
  doc: ComposeDocument,
  files: readonly ListedFile[],
  known: Facts,
): readonly FactQuery[] {
  const required = files.filter(({ use }) => use.required === true);
  if (required.length === 0) return [];
  const absent = required.filter(({ path }) => known.presence(path) === 'absent');
  return [
    ...required.map(({ path }): FactQuery => ({ kind: 'exists', path })),
    ...(absent.length === 0 ? [] : homeQueries(doc, known)),
    ...absent.flatMap(({ path }) => [...ignoredFacts(doc, path), { kind: 'list', path: folderOf(path) } as const]),
  ];
}

/** Names of files that a person makes for each machine, from a template or by hand. */
const ownFile = /(?:^|\/)(?:\.envrc|\.(?:[\w-]+\.)*env(?:\.[\w.-]+)?|[^/]*\.local)$/;
const template =
  /[.\-_]?(?:example|sample|template|dist|tmpl|tpl|default|defaults)$|^(?:example|sample|template)[.\-_]/i;

/** With profiles a service is judged only when one of them is on. */
function isOptional({ profiles }: Service): boolean {
  return profiles.length > 0;
}

/** A required file that is not there is refused, or milder where it is likely to be made on each machine. Each file is told of once. */
export function* missingFiles(
  doc: ComposeDocument,
  files: readonly ListedFile[],
  facts: Facts,
  what: string,
): Iterable<Finding> {
  const told = new Set<string>();
  for (const { service, use, path } of files) {
    if (told.has(path)) continue;
    if (use.required !== true || facts.presence(path) !== 'absent' || !isHome(doc, facts)) continue;
    told.add(path);
    const others = files.filter((other) => other.path === path && other.use !== use && other.use.required === true);
    const entries = (facts.list(folderOf(path)) ?? []).filter((name) => !name.endsWith('/'));
    const name = path.slice(path.lastIndexOf('/') + 1);
    const from = entries.find((entry) => template.test(entry) && isTemplateOf(entry, name));
    const isOwn = from !== undefined || ownFile.test(path) || isIgnored(doc, path, facts);
    const guess = isOwn ? undefined : nearest(name, entries);
    const message =
      `The ${what} ${shown(path)} is not there, so Compose refuses to start ${shown(service.name)}` +
      (guess !== undefined
        ? `; did you mean ${shown(guess)}?`
        : from !== undefined
          ? ` until it is copied from ${shown(from)}.`
          : isOwn
            ? ' until you make it.'
            : '.');
    yield {
      at: use.path.span,
      message,
      owner: use.node.span,
      related: others.map((other) => ({
        at: other.use.path.span,
        message: `${shown(other.service.name)} needs it too`,
      })),
      ...(isOwn
        ? { severity: 'info' }
        : isOptional(service) && others.every((other) => isOptional(other.service))
          ? { severity: 'warning' }
          : {}),
      fixes: () => (guess === undefined ? [] : renamed(doc, use.node, use.path.span, name, guess)),
    };
  }
}

function isTemplateOf(entry: string, name: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return plain(entry).replaceAll(/example|sample|template|dist|tmpl|tpl|defaults?/g, '') === plain(name);
}

/** Writes another name in the place of one, where it stands as it is read and nobody else reads the place. */
export function renamed(
  { source }: ComposeDocument,
  node: ComposeNode | undefined,
  span: Span,
  name: string,
  guess: string,
): readonly Fix[] {
  const at = source.slice(span).lastIndexOf(name);
  if (at < 0 || node?.sharedBy !== undefined || !/^[\w./@-]+$/.test(guess)) return [];
  const place = { start: span.start + at, end: span.start + at + name.length };
  return [{ title: `Change it to ${shown(guess)}`, safety: 'suggestion', edits: () => [{ span: place, text: guess }] }];
}
