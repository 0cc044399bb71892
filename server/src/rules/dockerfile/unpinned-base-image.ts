import type { DockerfileDocument, ImageReference, Stage } from '../../engine/dockerfile/model/types.js';
import type { Word } from '../../engine/dockerfile/syntax/types.js';
import { imagePlace } from '../../engine/dockerfile/stages/tagEdits.js';
import { versionTags } from '../../engine/images/versions.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';

const byVariable =
  'A variable counts by its default, also where it names a stage (FROM base-$TARGETARCH); where it has none, only a latest behind it is told.';

export default defineRule({
  id: 'unpinned-base-image',
  language: 'dockerfile',
  title: 'Name the version of the base image',
  severity: 'warning',
  profile: 'recommended',
  guide: 'security-hardening#pinning-the-base-image',
  link: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  tags: ['reproducibility', 'base-image'],
  equivalents: {
    hadolint: ['DL3006', 'DL3007'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    kics: ['Image Version Not Explicit', "Image Version Using 'latest'"],
    dockle: ['DKL-DI-0006'],
  },
  differs: { DL3006: byVariable, CKV_DOCKER_7: byVariable },
  fixes: ['suggestion'],

  *check(doc, { date }) {
    for (const stage of doc.stages) {
      const { base, image } = stage;
      if (image === undefined || base.kind === 'stage') continue;
      const written = image.text.lastIndexOf(':latest');
      const known = base.kind === 'image' ? base.image : latestOfUnknown(image);
      if (known === undefined) continue;
      const { tag, digest, familiar } = known;
      if (digest !== undefined || (tag !== undefined && tag !== 'latest') || familiar === 'scratch') continue;

      yield {
        at: tag === 'latest' && written >= 0 ? image.at(written + 1, image.text.length) : image.span,
        message:
          tag === undefined
            ? `${familiar} has no tag, so each build may get another version; name the one that you tested.`
            : `The tag latest of ${familiar} moves, so each build may get another version; name the one that you tested.`,
        fixes: () => (base.kind === 'image' ? pin(doc, stage, base.image, date) : []),
        equivalents: {
          hadolint: [tag === undefined ? 'DL3006' : 'DL3007'],
          trivy: ['DS-0001'],
          checkov: ['CKV_DOCKER_7'],
          kics: [tag === undefined ? 'Image Version Not Explicit' : "Image Version Using 'latest'"],
          dockle: ['DKL-DI-0006'],
        },
      };
    }
  },
});

/** An image whose name holds a variable without a known value, but not its tag: `$REGISTRY/app:latest`. */
function latestOfUnknown({ text }: Word): Pick<ImageReference, 'tag' | 'digest' | 'familiar'> | undefined {
  const name = text.replace(/:latest$/, '');
  return name === text ? undefined : { familiar: name, tag: 'latest', digest: undefined };
}

/** A tag behind the name, or in the place of `latest`: in FROM, or in the default of its one variable. */
function pin(doc: DockerfileDocument, stage: Stage, ref: ImageReference, date: string): readonly Fix[] {
  const place = imagePlace(doc, stage);
  const name = stage.image?.text.replace(/:latest$/, '') ?? '';
  if (place === undefined) return [];
  const tags = versionTags(ref, date).flatMap((tag) => place.textFor(tag) ?? []);
  const choice = tags.length > 1 ? `\${1|${tags.join(',')}|}` : `\${1:${tags[0] ?? 'version'}}`;
  return [
    {
      title: `Pin ${place.variable ?? name} to a version`,
      safety: 'suggestion',
      edits: () => [{ edits: [{ span: place.span, text: `${place.before}${choice}` }], snippet: true }],
    },
  ];
}
