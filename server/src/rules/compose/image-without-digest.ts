import { taggedImages } from '../../engine/compose/security/tags.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'image-without-digest',
  language: 'compose',
  title: 'Name images by their digest',
  severity: 'info',
  profile: 'all',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#image',
  tags: ['reproducibility', 'images', 'hardening'],
  equivalents: { composeLint: ['CL-0019'], owasp: ['13'] },
  fixes: ['suggestion'],

  *check(doc) {
    for (const { image, at, end, moves, owner } of taggedImages(doc)) {
      const { tag, digest, familiar } = image;
      if (moves || digest !== undefined || tag === undefined) continue;
      yield {
        at,
        message: `Who publishes ${shown(familiar)} can put another image behind ${shown(tag)}; a digest behind it fixes the one that you tested.`,
        owner,
        fixes: () =>
          end === undefined
            ? []
            : {
                title: 'Add a digest',
                safety: 'suggestion',
                edits: () => [{ edits: [{ span: end, text: '@sha256:${1:digest}' }], snippet: true }],
              },
      };
    }
  },
});
