import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { groupBy } from '../../engine/groups.js';
import { findFiles } from '../find.js';
import { absolute, comparePaths, slashes } from '../paths.js';
import type { Session } from '../session.js';
import type { ForeignFinding, ForeignReport } from './reports.js';

/** A file, absolute, with what a report says of it. */
export type Wanted = readonly [path: string, theirs: readonly ForeignFinding[]];

/** The files that were named, or those of the report. What is not there is told to the session. Never throws. */
export async function wantedFiles(
  report: ForeignReport,
  paths: readonly string[],
  session: Session,
): Promise<readonly Wanted[]> {
  const { cwd } = session.io;
  const { files, problems } = await findFiles(paths, cwd);
  for (const { path, message, fatal } of problems) session.notice('file', absolute(path, cwd), message, fatal);
  const named = files.map(({ path }) => path);
  const reported = [...new Set(report.findings.map(({ path }) => path))];
  const places = paths.length > 0 ? amongNamed(reported, named, cwd) : whereTheyAre(reported, session);
  const byPath = new Map<string, ForeignFinding[]>(named.map((path) => [path, []]));
  for (const finding of report.findings) {
    const path = places.get(finding.path);
    if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  }
  return [...byPath].sort(([a], [b]) => comparePaths(a, b));
}

function whereTheyAre(reported: readonly string[], session: Session): ReadonlyMap<string, string> {
  const { cwd } = session.io;
  const places = new Map<string, string>();
  for (const path of reported) {
    const place = onDisk(path, cwd);
    if (place !== undefined) places.set(path, place);
    else session.notice('file', absolute(path, cwd), 'is named in the report and not there', true);
  }
  return places;
}

/**
 * The named file that each path of a report means: the very path, or else, for a report that was made from another
 * folder, the one whose path ends most like it, where there is no doubt.
 */
function amongNamed(reported: readonly string[], named: readonly string[], cwd: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const elsewhere: string[] = [];
  for (const path of reported) {
    const exact = onDisk(path, cwd);
    if (exact === undefined) elsewhere.push(path);
    else if (named.includes(exact)) places.set(path, exact);
  }
  const taken = new Set(places.values());
  const pairs = elsewhere.flatMap((path) => named.map((file) => ({ path, file, alike: alike(path, file) })));
  const groups = [...groupBy(pairs, (pair) => pair.alike)].filter(([amount]) => amount > 0).sort(([a], [b]) => b - a);
  for (const [, group] of groups) {
    const free = group.filter(({ path, file }) => !places.has(path) && !taken.has(file));
    const byPath = groupBy(free, ({ path }) => path);
    const byFile = groupBy(free, ({ file }) => file);
    for (const { path, file } of free) {
      if (byPath.get(path)?.length !== 1 || byFile.get(file)?.length !== 1) continue;
      places.set(path, file);
      taken.add(file);
    }
  }
  return places;
}

/** How many folders and names, from the end, two paths share. */
function alike(path: string, file: string): number {
  const one = decode(spellings(path)[0] ?? '')
    .split('/')
    .reverse();
  const other = slashes(file).split('/').reverse();
  const apart = one.findIndex((name, index) => name !== other[index]);
  return apart < 0 ? one.length : apart;
}

function onDisk(path: string, cwd: string): string | undefined {
  const decoded = spellings(path).flatMap((spelling) => [spelling, decode(spelling)]);
  return decoded.map((spelling) => absolute(spelling, cwd)).find((place) => existsSync(place));
}

/** Tools name files from where they ran, with or without a leading `/`, or by a URI. */
function spellings(path: string): readonly string[] {
  if (!path.startsWith('file:')) return [path, path.replace(/^\/+/, '')];
  try {
    return [fileURLToPath(path)];
  } catch {
    return [path.replace(/^file:\/*/, '')];
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
