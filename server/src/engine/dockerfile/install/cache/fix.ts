import { groupBy } from '../../../groups.js';
import type { Fix } from '../../../rule.js';
import { overlaps, type Edit } from '../../../text/span.js';
import type { DockerfileDocument } from '../../model/types.js';
import type { Instruction } from '../../syntax/types.js';
import { notCleaned } from './fights.js';
import type { CacheNeed, Remedied } from './needs.js';
import { isReadElsewhere, rootOf } from './readers.js';
import type { CachingTool } from './tool.js';

/** The needs of one RUN. */
type Needs = readonly CacheNeed[];

/**
 * For each RUN the fix that adds its mounts. What a tool downloads for later steps needs a mount in all of them, so their
 * fix is one. None where a step, a copy or the container may look for the downloads in the image. Never throws.
 */
export function cacheFixes(
  doc: DockerfileDocument,
  needs: ReadonlyMap<Instruction, Needs>,
): ReadonlyMap<Instruction, Fix> {
  const fixes = new Map<Instruction, Fix>();
  const groups = groupBy(needs, ([instruction, own]) =>
    own.some(({ tool }) => tool.shared === true) ? rootOf(doc, instruction) : instruction,
  );
  for (const group of groups.values()) {
    const fix = fixOf(doc, group);
    if (fix !== undefined) for (const [instruction] of group) fixes.set(instruction, fix);
  }
  return fixes;
}

function fixOf(doc: DockerfileDocument, group: readonly (readonly [Instruction, Needs])[]): Fix | undefined {
  // The first need of each such tool: what comes behind it may read its downloads.
  const shared = new Map<CachingTool, Remedied>();
  const changes: Edit[] = [];
  const steps: { readonly instruction: Instruction; readonly mounts: Set<string>; readonly edits: readonly Edit[] }[] =
    [];
  let count = 0;
  for (const [instruction, needs] of group) {
    const remedied = needs.flatMap((need) => remediedOf(need) ?? []);
    const edits = remedied.length < needs.length ? undefined : changesOf(remedied);
    if (edits === undefined) return undefined;
    const mounts = new Set<string>();
    for (const need of remedied) {
      for (const mount of need.remedy.mounts) mounts.add(mount);
      if (need.tool.shared === true && !shared.has(need.tool)) shared.set(need.tool, need);
    }
    count += mounts.size;
    steps.push({ instruction, mounts, edits });
    changes.push(...edits);
  }
  for (const need of shared.values()) if (isReadElsewhere(doc, need)) return undefined;
  const where = group.length > 1 ? `, in ${group.length} steps` : '';
  const title = `Keep the downloads in ${count > 1 ? 'cache mounts' : 'a cache mount'}${where}`;
  const risk = riskOf(changes, shared.size > 0);
  const edits = () =>
    steps.flatMap((step) => merged([mountEdit(doc, step.instruction, [...step.mounts]), ...step.edits]));
  if (risk === undefined) return { title, safety: 'safe', edits };
  return { title: `${title} (${risk})`, safety: 'unsafe', edits };
}

function riskOf(changes: readonly Edit[], shared: boolean): string | undefined {
  if (changes.some(({ text }) => text.includes('docker-clean'))) return 'apt in later steps then keeps packages too';
  if (changes.length > 0) return 'what cleans the cache or switches it off goes';
  return shared ? 'they are then no longer in the image' : undefined;
}

function remediedOf(need: CacheNeed): Remedied | undefined {
  const remedy = need.remedy();
  return remedy && { ...need, remedy };
}

/** The edits of a RUN besides its mounts; undefined where they are in each other's way. */
function changesOf(needs: readonly Remedied[]): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  const folders: string[] = [];
  for (const { remedy } of needs) {
    edits.push(...remedy.edits);
    folders.push(...remedy.folders);
  }
  const [first] = needs;
  const cleaning = first && notCleaned(first.at, needs, folders);
  if (cleaning === undefined) return undefined;
  edits.push(...cleaning);
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.some((edit, i) => i > 0 && overlaps(edits[i - 1]?.span ?? edit.span, edit.span)) ? undefined : edits;
}

/** Edits at one place as one, in their order. */
function merged([first, ...others]: readonly [Edit, ...Edit[]]): readonly Edit[] {
  const same = others.filter(({ span }) => span.start === first.span.start && span.end === span.start);
  if (same.length === 0) return [first, ...others];
  return [
    { ...first, text: first.text + same.map(({ text }) => text).join('') },
    ...others.filter((edit) => !same.includes(edit)),
  ];
}

/** The flags in front of what the RUN runs: one on the same line, several on lines of their own, as the RUN has them. */
function mountEdit(doc: DockerfileDocument, run: Instruction, mounts: readonly string[]): Edit {
  const { source, syntax } = doc;
  const { start } = run.bodySpan;
  const line = source.lineStarts[source.lineAt(start)] ?? 0;
  const before = source.slice({ start: line, end: start });
  const ownLine = line > run.span.start && before.trim() === '';
  if (!ownLine && mounts.length === 1) return { span: { start, end: start }, text: `${mounts[0] ?? ''} ` };
  const indent = ownLine ? before : indentOf(doc, run);
  return {
    span: { start, end: start },
    text: mounts.map((mount) => `${mount} ${syntax.escape}${source.eol}${indent}`).join(''),
  };
}

/** Blanks in front of the lines that continue a RUN: the fewest, since deeper ones belong to a command. */
function indentOf({ source }: DockerfileDocument, run: Instruction): string {
  const start = source.lineStarts[source.lineAt(run.span.start)] ?? 0;
  const outer = /^[ \t]*/.exec(source.slice({ start, end: run.span.start }))?.[0] ?? '';
  const blanks = run.continuations
    .filter(({ end }) => end > run.keywordSpan.end && end < run.bodySpan.end)
    .map(({ end }) => /^[ \t]*/.exec(source.text.slice(end, end + 40))?.[0] ?? '')
    .filter((text) => text !== '');
  return blanks.reduce((least, text) => (text.length < least.length ? text : least), blanks[0] ?? `${outer}    `);
}
