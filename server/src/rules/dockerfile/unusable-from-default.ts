import type { DockerfileDocument, Stage } from '../../engine/dockerfile/model/types.js';
import { defaultFix, emptyDeclarations, emptyVariables } from '../../engine/dockerfile/stages/defaultFix.js';
import { isEmptyByDefault, unusableDefault } from '../../engine/dockerfile/stages/defaults.js';
import { givenByBuilds, givenFacts } from '../../engine/dockerfile/stages/given.js';
import { whyNotImage } from '../../engine/dockerfile/stages/imageName.js';
import type { Word } from '../../engine/dockerfile/syntax/types.js';
import type { Finding } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unusable-from-default',
  language: 'dockerfile',
  title: 'Give the variables of FROM a default that names an image',
  severity: 'warning',
  profile: 'recommended',
  guide: 'multi-stage-builds',
  link: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',
  tags: ['variables', 'base-image'],
  equivalents: { buildkit: ['InvalidDefaultArgInFrom'] },
  differs: {
    InvalidDefaultArgInFrom:
      'Places of a template (ARG BASE=@BASE_IMAGE@) are for another program to fill in, and nothing is said where every build in the Compose files around gives the argument.',
  },
  fixes: ['suggestion'],

  facts: (doc) => (doc.stages.some((stage) => lacking(doc, stage).length > 0) ? givenFacts(doc) : []),

  *check(doc, { date, facts }) {
    for (const stage of doc.stages) {
      const words = lacking(doc, stage).filter((word) => !givenByBuilds(doc, word, facts));
      if (words.some((word) => word === stage.image)) yield* ofImage(doc, stage, date);
      if (words.some((word) => word === stage.platform?.value)) yield* ofPlatform(doc, stage);
    }
  },
});

/** What a build without arguments cannot use. */
function lacking(doc: DockerfileDocument, stage: Stage): readonly Word[] {
  const { image, platform } = stage;
  const isLacking = image !== undefined && unusableDefault(doc, stage) !== undefined;
  const word = platform?.value;
  return [...(isLacking ? [image] : []), ...(word !== undefined && isEmptyByDefault(doc, word) ? [word] : [])];
}

function* ofImage(doc: DockerfileDocument, stage: Stage, date: string): Iterable<Finding> {
  const { image } = stage;
  const value = unusableDefault(doc, stage);
  const names = image === undefined || value === undefined ? undefined : emptyVariables(doc, image);
  if (image === undefined || value === undefined || names === undefined) return;
  const why = names.length === 0 ? '' : ` because ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} empty`;
  yield {
    at: image.span,
    message:
      value === ''
        ? `Without build arguments no image is named here${why}, so such a build stops.`
        : `Without build arguments this is “${shown(value)}”${why}: ${whyNotImage(value)}, so such a build stops.`,
    related: emptyDeclarations(doc, names),
    fixes: () => defaultFix(doc, image, names, date),
  };
}

function* ofPlatform(doc: DockerfileDocument, { platform }: Stage): Iterable<Finding> {
  const word = platform?.value;
  const names = word && emptyVariables(doc, word);
  if (word === undefined || names === undefined) return;
  yield {
    at: word.span,
    message: `Without build arguments the platform is empty here, so such a build stops; give ${names.join(' and ')} a default.`,
    related: emptyDeclarations(doc, names),
    equivalents: {},
  };
}
