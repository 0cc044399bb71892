import type { Edit } from '../../text/span.js';
import type { DockerfileDocument, Stage } from '../model/types.js';
import { groupOf, takenStageNames } from '../references/stages.js';

/**
 * Renames a stage where its name stands: behind AS, in FROM, COPY --from and mounts, as far as they mean this very
 * stage and do not name it by its number. Undefined where a variable names it as well. Never throws.
 */
export function renameStage(doc: DockerfileDocument, stage: Stage, name: string): readonly Edit[] | undefined {
  const variables = doc.stages.some(({ base, image }) => {
    return base.kind === 'stage' && base.stage === stage && image !== undefined && image.variables.length > 0;
  });
  const places = groupOf(doc, stage)?.places;
  if (variables || places === undefined) return undefined;
  return places.flatMap(({ span, byIndex }) =>
    byIndex || doc.source.slice(span) === name ? [] : [{ span, text: name }],
  );
}

/** A name that no stage or image of the file has: `build-2` for `build`. Never throws. */
export function freeStageName(doc: DockerfileDocument, name: string): string {
  const taken = takenStageNames(doc);
  let number = 2;
  while (taken.has(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}
