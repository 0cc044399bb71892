import { memoised } from '../../memo.js';
import type { DockerfileDocument, Stage, StageLink } from '../model/types.js';

/**
 * The stages whose layers can reach an image that somebody keeps: the last one, those that no other stage uses (a
 * `--target` of their own), those copied as a whole, and the stages that these are built from. Linear; never throws.
 */
export const shippedStages = memoised((doc: DockerfileDocument): ReadonlySet<Stage> => {
  const used = new Set<Stage>();
  const copied = new Set<Stage>();
  for (const { parent, links } of doc.stages) {
    if (parent !== undefined) used.add(parent);
    for (const link of links) {
      if (link.source.kind !== 'stage') continue;
      used.add(link.source.stage);
      if (takesEverything(link)) copied.add(link.source.stage);
    }
  }
  const shipped = new Set<Stage>();
  for (const stage of doc.stages) {
    if (!stage.isFinal && used.has(stage) && !copied.has(stage)) continue;
    for (let at: Stage | undefined = stage; at !== undefined && !shipped.has(at); at = at.parent) shipped.add(at);
  }
  return shipped;
});

/** `COPY --from=stage / /`. */
function takesEverything({ instruction: { keyword, words } }: StageLink): boolean {
  if (keyword !== 'COPY') return false;
  return words.some(({ value }, i) => i < words.length - 1 && (value === '/' || value === '/.' || value === '/*'));
}
