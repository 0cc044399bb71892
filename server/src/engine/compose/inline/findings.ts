import { LazyFinding } from '../../diagnosed.js';
import type { Diagnosed } from '../../report.js';
import type { Fix } from '../../rule.js';
import type { SourceText } from '../../text/source.js';
import type { Edit, Span } from '../../text/span.js';
import { isGiven } from '../../dockerfile/stages/given.js';
import { givenArgs } from '../files/buildArgs.js';
import { readBuild } from '../forms/service.js';
import type { InlineDockerfile } from './documents.js';
import { isUnknown, outerEdits, outerSpan } from './places.js';

/** What a service says in the Compose file and not in its Dockerfile. */
const saidOutside: ReadonlyMap<string, string> = new Map([
  ['missing-user', 'user'],
  ['missing-healthcheck', 'healthcheck'],
]);

/** Whether a finding about an inline Dockerfile holds in its Compose file. */
export function holds(inline: InlineDockerfile, { rule, at, owner }: Diagnosed): boolean {
  const key = saidOutside.get(rule.id);
  if (key !== undefined && inline.service.entry(key) !== undefined) return false;
  if (rule.id === 'unusable-from-default' && isGivenHere(inline, at)) return false;
  return !isUnknown(inline, at) && (owner === undefined || !isUnknown(inline, owner));
}

/** Whether the build of an inline Dockerfile gives the arguments that a word of FROM lacks. */
function isGivenHere({ doc, service }: InlineDockerfile, { start }: Span): boolean {
  const build = readBuild(service.get('build'));
  const words = doc.stages.flatMap(({ image, platform }) => [image, platform?.value]);
  const word = words.find((one) => one?.span.start === start);
  return build !== undefined && word !== undefined && isGiven(doc, word, givenArgs(build));
}

/** A finding about an inline Dockerfile as one about its Compose file. */
export function outerFinding(source: SourceText, inline: InlineDockerfile, finding: Diagnosed): Diagnosed {
  const { at, message, rule, severity, equivalents, related, link } = finding;
  const outer = { at: within(source, outerSpan(inline, at)), message, rule, severity, equivalents };
  const fixes = (): readonly Fix[] => finding.fixes.flatMap((fix) => outerFix(source, inline, fix));
  return Object.assign(new LazyFinding(outer, fixes), {
    ...(related && {
      related: related.map((place) =>
        place.path === undefined ? { ...place, at: within(source, outerSpan(inline, place.at)) } : place,
      ),
    }),
    ...(link === undefined ? {} : { link }),
    inner: { inline, finding },
  });
}

/** A block at the end of a file has a line end that is not written. */
function within({ text }: SourceText, { start, end }: Span): Span {
  return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

/** Nothing where the fix needs another file, or its edits cannot be written in the block. */
function outerFix(source: SourceText, inline: InlineDockerfile, fix: Fix): readonly Fix[] {
  const { title, safety } = fix;
  try {
    const inner: Edit[] = [];
    for (const entry of fix.edits()) {
      if ('span' in entry) inner.push(entry);
      else if (entry.path !== undefined || entry.snippet === true) return [];
      else inner.push(...entry.edits);
    }
    const outer = outerEdits(source, inline, inner);
    return outer === undefined ? [] : [{ title, safety, edits: () => outer }];
  } catch {
    return [];
  }
}
