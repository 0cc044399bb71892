import { nearest } from '../../didYouMean.js';
import { isOfficialImage } from '../../images/official.js';
import { memoised } from '../../memo.js';
import { parseImageReference } from '../model/image.js';
import type { DockerfileDocument, Stage, StageLink } from '../model/types.js';
import { isForOthers } from './imageName.js';

/** Why nothing can be found under what a COPY --from or a mount names. */
export interface UnknownSource {
  readonly link: StageLink;
  /** The stage that holds it. */
  readonly stage: Stage;
  /**
   * `number`: COPY --from=9 in a file of fewer stages. `mount-number`: a mount takes names only. `variable`: Docker
   * expands nothing here. `invalid`: neither a stage nor a name that an image can have. `misspelt`: nearly the name of a
   * stage. `unnamed`: the one stage above that has no name, and that nobody uses, was meant.
   */
  readonly kind: 'number' | 'mount-number' | 'variable' | 'invalid' | 'misspelt' | 'unnamed';
  readonly meant: Stage | undefined;
}

/**
 * The links of a file under whose names certainly nothing is found. Passed over are what may be an image, and any other
 * name without a tag, which the build command may give to a context of its own (--build-context). Never throws.
 */
export const unknownSources = memoised((doc: DockerfileDocument): readonly UnknownSource[] =>
  doc.stages.flatMap((stage) =>
    stage.links.flatMap((link) => {
      const fault = link.source.kind === 'stage' ? undefined : faultOf(doc, stage, link);
      return fault === undefined ? [] : [{ link, stage, ...fault }];
    }),
  ),
);

function faultOf(
  doc: DockerfileDocument,
  stage: Stage,
  { text, instruction }: StageLink,
): Pick<UnknownSource, 'kind' | 'meant'> | undefined {
  const copies = instruction.keyword === 'COPY';
  // syntax-error tells of variables in mounts.
  if (text.includes('$')) return copies ? { kind: 'variable', meant: undefined } : undefined;
  if (/^[+-]?\d{1,9}$/.test(text)) return numberFault(doc, stage, text, copies);
  if (isForOthers(text)) return undefined;
  const image = parseImageReference(text);
  if (image !== undefined && (image.familiar !== text || text.includes('/') || isOfficialImage(text))) return undefined;
  const meant = nearStage(doc, stage, text);
  if (image === undefined) return { kind: 'invalid', meant };
  if (meant !== undefined) return { kind: 'misspelt', meant };
  const [unnamed, another] = unnamedStages(doc);
  if (unnamed === undefined || unnamed.index >= stage.index) return undefined;
  return another !== undefined && another.index < stage.index ? undefined : { kind: 'unnamed', meant: unnamed };
}

function numberFault(
  doc: DockerfileDocument,
  stage: Stage,
  text: string,
  copies: boolean,
): Pick<UnknownSource, 'kind' | 'meant'> {
  if (copies) return { kind: 'number', meant: undefined };
  const meant = doc.stages[Number(text)];
  return { kind: 'mount-number', meant: meant !== undefined && meant.index < stage.index ? meant : undefined };
}

/** Files with more stages are not written by people, and no names are compared there. */
const most = 300;

/** A stage above whose name differs by a slip of the finger, or begins with the name and is used by nobody. */
function nearStage(doc: DockerfileDocument, { index }: Stage, text: string): Stage | undefined {
  const name = text.toLowerCase();
  if (name.length < 4 || doc.stages.length > most) return undefined;
  const used = usedStages(doc);
  const above = doc.stages.slice(0, index).filter((stage) => {
    if (stage.name === undefined) return false;
    return !used.has(stage) || !stage.name.startsWith(name) || stage.name.length === name.length + 1;
  });
  const found = nearest(
    name,
    above.flatMap((stage) => stage.name ?? []),
  );
  return found === undefined ? undefined : above.findLast((stage) => stage.name === found);
}

/** Stages without a name that no other stage is built from or takes files from by number. */
const unnamedStages = memoised((doc: DockerfileDocument): readonly Stage[] => {
  const used = usedStages(doc);
  return doc.stages.filter((stage) => stage.alias === undefined && !stage.isFinal && !used.has(stage));
});

/** Stages that another one is built from or takes files from, by a trigger too. Never throws. */
export const usedStages = memoised((doc: DockerfileDocument): ReadonlySet<Stage> => {
  const used = new Set<Stage>();
  for (const stage of doc.stages) {
    if (stage.parent !== undefined) used.add(stage.parent);
    for (const { source } of [...stage.links, ...stage.triggerLinks]) {
      if (source.kind === 'stage' && source.stage !== stage) used.add(source.stage);
    }
  }
  return used;
});
