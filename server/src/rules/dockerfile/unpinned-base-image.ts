import type { ImageReference } from '../../engine/dockerfile/model/types.js';
import { versionTags } from '../../engine/images/versions.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';

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
    kics: ['Image Version Not Explicit', 'Image Version Using Latest'],
    dockle: ['DKL-DI-0006'],
  },
  fixes: ['suggestion'],

  *check(doc, { date }) {
    for (const stage of doc.stages) {
      const { base, image } = stage;
      if (base.kind !== 'image' || image === undefined) continue;
      const { tag, digest, familiar } = base.image;
      if (digest !== undefined || (tag !== undefined && tag !== 'latest') || familiar === 'scratch') continue;

      const written = image.text.lastIndexOf(':latest');
      const at = tag === 'latest' && written >= 0 ? image.at(written + 1, image.text.length) : image.span;
      yield {
        at,
        message:
          tag === undefined
            ? `${familiar} has no tag, so each build may get another version; name the one that you tested.`
            : `The tag latest of ${familiar} moves, so each build may get another version; name the one that you tested.`,
        fixes: image.variables.length > 0 ? [] : [pin(base.image, image.text, image.span, date)],
        equivalents: {
          hadolint: [tag === undefined ? 'DL3006' : 'DL3007'],
          trivy: ['DS-0001'],
          checkov: ['CKV_DOCKER_7'],
          kics: [tag === undefined ? 'Image Version Not Explicit' : 'Image Version Using Latest'],
          dockle: ['DKL-DI-0006'],
        },
      };
    }
  },
});

function pin(ref: ImageReference, text: string, image: Span, date: string): Fix {
  const tagged = ref.tag !== undefined;
  const at = tagged ? { start: image.end - 'latest'.length, end: image.end } : { start: image.end, end: image.end };
  const tags = versionTags(ref, date);
  const choice = tags.length > 1 ? `\${1|${tags.join(',')}|}` : `\${1:${tags[0] ?? 'version'}}`;
  return {
    title: `Pin ${text.replace(/:latest$/, '')} to a version`,
    safety: 'suggestion',
    edits: () => [{ edits: [{ span: at, text: tagged ? choice : `:${choice}` }], snippet: true }],
  };
}
