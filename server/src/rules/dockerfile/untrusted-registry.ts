import type { DockerfileDocument, StageLink } from '../../engine/dockerfile/model/types.js';
import { isOfficialImage } from '../../engine/images/official.js';
import { isTrusted, registryOf } from '../../engine/images/registries.js';
import { defineRule } from '../../engine/rule.js';
import type { Span } from '../../engine/text/span.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'untrusted-registry',
  language: 'dockerfile',
  title: 'Take images only from registries that you trust',
  severity: 'error',
  profile: 'all',
  guide: 'security-hardening#pinning-the-base-image',
  link: 'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  tags: ['security', 'base-image'],
  equivalents: { hadolint: ['DL3026'] },
  differs: {
    DL3026:
      'Variables are replaced by their defaults first and nothing is said where one without a default may hold the registry; the number of a stage is no image; a plain name in COPY --from or a mount that is no official image may be a context of the build.',
  },
  fixes: [],
  options: {
    registries: {
      type: 'strings',
      default: [],
      description:
        'Registries that images may come from: "*", "*.example.com", "registry.*" or the very name; "ghcr.io/team/*" with a repository. Docker Hub is "docker.io". Empty: any.',
    },
  },

  *check(doc, { options: { registries } }) {
    const patterns = Array.isArray(registries) ? (registries as readonly string[]) : [];
    if (patterns.length === 0) return;
    for (const { at, image } of imagesOf(doc)) {
      const place = registryOf(image);
      if (place === undefined || isTrusted(place, patterns)) continue;
      yield {
        at,
        message: `${shown(image)} comes from ${shown(place.registry)}, which is not among the registries that this project trusts.`,
      };
    }
  },
});

function* imagesOf(doc: DockerfileDocument): Iterable<{ readonly at: Span; readonly image: string }> {
  for (const { base, image, from, links } of doc.stages) {
    if (image !== undefined && base.kind !== 'stage') {
      const { value } = doc.expand(image, from);
      if (value !== 'scratch' && value !== '') yield { at: image.span, image: value };
    }
    for (const link of links) if (mayBeImage(link)) yield { at: link.span, image: link.text };
  }
}

/** Not a stage, its number, `scratch` or a name that the build command may give to a context. */
function mayBeImage({ source, text }: StageLink): boolean {
  if (source.kind !== 'image' || text === 'scratch') return false;
  return /[/:@]/.test(text) || isOfficialImage(text);
}
