import { nearest } from '../../didYouMean.js';
import type { FactQuery, Facts } from '../../facts.js';
import type { Fix } from '../../rule.js';
import { shown } from '../../wording.js';
import type { ComposeDocument } from '../types.js';
import type { ServiceBuild } from './builds.js';
import { localPath } from './localPath.js';
import { folderOf } from './paths.js';

/** A Dockerfile that was most likely meant by one that is not there. */
export interface MeantFile {
  /** The rest of a sentence. */
  readonly hint: string;
  fixes(): readonly Fix[];
}

/** Questions for `meantFile`. */
export function meantFileFacts(build: ServiceBuild): readonly FactQuery[] {
  const { context = '', dockerfile = '' } = build;
  const beside = fromHome(build);
  return [
    { kind: 'list', path: context === '' ? '.' : context },
    { kind: 'list', path: folderOf(dockerfile) },
    ...(beside === undefined ? [] : [{ kind: 'exists', path: beside } as const]),
  ];
}

/** The path of `dockerfile`, if it started in the folder of the Compose file. */
function fromHome({ build, context }: ServiceBuild): string | undefined {
  const value = build.dockerfile?.value;
  return value === undefined || context === undefined || context === '' ? undefined : localPath(value);
}

/** One that is there if the path starts where the Compose file is, or one with a name like it in the same folder. */
export function meantFile(doc: ComposeDocument, one: ServiceBuild, facts: Facts): MeantFile | undefined {
  const { build, context = '', dockerfile = '' } = one;
  const beside = fromHome(one);
  if (beside !== undefined && facts.presence(beside) === 'present') {
    const path = fromContext(context, beside);
    return {
      hint: `the path starts in the context ${shown(context)}: ${shown(path)} leads to the file.`,
      fixes: () => written(doc, one, path),
    };
  }
  const name = dockerfile.slice(dockerfile.lastIndexOf('/') + 1);
  const files = (facts.list(folderOf(dockerfile)) ?? []).filter((entry) => /(?:docker|container)file/i.test(entry));
  const guess = nearest(
    name,
    files.filter((entry) => !entry.endsWith('/') && !/ignore$/.test(entry)),
  );
  if (guess === undefined) return undefined;
  const value = build.dockerfile?.value;
  const path = value === undefined ? guess : value.slice(0, value.length - name.length) + guess;
  return { hint: `did you mean ${shown(guess)}?`, fixes: () => written(doc, one, path) };
}

function fromContext(context: string, path: string): string {
  const from = context.split('/');
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return '../'.repeat(from.length - same) + to.slice(same).join('/');
}

/** Only where a path stands there as it is read. */
function written({ source }: ComposeDocument, { build }: ServiceBuild, path: string): readonly Fix[] {
  const { dockerfile, map } = build;
  const value = dockerfile?.value;
  if (dockerfile === undefined || value === undefined || map?.get('dockerfile')?.sharedBy !== undefined) return [];
  const at = source.slice(dockerfile.span).indexOf(value);
  if (at < 0 || !/^[\w./@-]+$/.test(path)) return [];
  const start = dockerfile.span.start + at;
  const span = { start, end: start + value.length };
  return [{ title: `Change it to ${shown(path)}`, safety: 'suggestion', edits: () => [{ span, text: path }] }];
}
