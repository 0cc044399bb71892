import { memoised } from '../../memo.js';
import type { DockerfileDocument, Stage, StageLink } from '../model/types.js';

/** A COPY --from or mount whose stage is not finished when it runs, so that BuildKit refuses the file. */
export interface MisplacedLink {
  readonly link: StageLink;
  /** The stage that holds it. */
  readonly stage: Stage;
  /** The stage that it names: `stage` itself, or one below. */
  readonly source: Stage;
  /** `source` is, or needs, `stage`: no order of the stages would do. */
  readonly circular: boolean;
}

/**
 * The links that point at their own stage or at one below, in the order of the text; triggers run elsewhere and are not
 * looked at. BuildKit: dockerfile2llb/validations.go, validateCircularDependency, and `dispatched` in convert.go.
 * Linear; never throws.
 */
export const misplacedLinks = memoised((doc: DockerfileDocument): readonly MisplacedLink[] => {
  const found: (readonly [StageLink, Stage, Stage])[] = [];
  for (const stage of doc.stages) {
    for (const link of stage.links) {
      if (link.source.kind === 'stage' && link.source.stage.index >= stage.index) {
        found.push([link, stage, link.source.stage]);
      }
    }
  }
  if (found.length === 0) return [];
  const groups = cycles(doc.stages);
  return found.map(([link, stage, source]) => {
    return { link, stage, source, circular: stage === source || groups[stage.index] === groups[source.index] };
  });
});

/** The stages that one is built from or takes files from. */
function neededBy({ parent, links }: Stage): readonly Stage[] {
  const needed = links.flatMap(({ source }) => (source.kind === 'stage' ? [source.stage] : []));
  return parent === undefined ? needed : [parent, ...needed];
}

/** For each stage a number that it shares with those it needs and that need it (Kosaraju). */
function cycles(stages: readonly Stage[]): readonly number[] {
  const needs = stages.map((stage) => neededBy(stage).map(({ index }) => index));
  const neededIn: number[][] = stages.map(() => []);
  for (const [index, others] of needs.entries()) for (const other of others) neededIn[other]?.push(index);

  const finished: number[] = [];
  const seen = new Set<number>();
  for (const start of needs.keys()) walk(start, needs, seen, (index) => finished.push(index));
  const groups = new Array<number>(stages.length).fill(-1);
  const taken = new Set<number>();
  for (const start of finished.reverse()) walk(start, neededIn, taken, (index) => (groups[index] = start));
  return groups;
}

/** Depth first, without recursion: `leave` is called behind all that a node reaches. */
function walk(
  start: number,
  edges: readonly (readonly number[])[],
  seen: Set<number>,
  leave: (index: number) => void,
): void {
  if (seen.has(start)) return;
  seen.add(start);
  const open = [{ index: start, at: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = edges[top.index]?.[top.at++];
    if (next === undefined) {
      leave(top.index);
      open.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      open.push({ index: next, at: 0 });
    }
  }
}

/** The stages from one to another that it needs, both included, as few as can be; undefined if it does not. Linear. */
export function pathBetween(from: Stage, to: Stage): readonly Stage[] | undefined {
  const cameFrom = new Map<Stage, Stage | undefined>([[from, undefined]]);
  const open = [from];
  for (const stage of open) {
    if (stage === to) break;
    for (const next of neededBy(stage)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, stage);
      open.push(next);
    }
  }
  if (!cameFrom.has(to)) return undefined;
  const path: Stage[] = [];
  for (let at: Stage | undefined = to; at !== undefined; at = cameFrom.get(at)) path.push(at);
  return path.reverse();
}

/** What people call a stage: its name, or its number. */
export function stageTitle({ alias, index }: Stage): string {
  return alias?.value ?? `number ${index}`;
}
