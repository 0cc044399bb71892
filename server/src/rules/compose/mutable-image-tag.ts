import { taggedImages } from '../../engine/compose/security/tags.js';
import { versionTags } from '../../engine/images/versions.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

const built = 'What a service builds itself is none: its image key only names the result.';

export default defineRule({
  id: 'mutable-image-tag',
  language: 'compose',
  title: 'Name the version of each image',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/services/#image',
  tags: ['reproducibility', 'images'],
  equivalents: {
    dclint: ['service-image-require-explicit-tag'],
    composeLint: ['CL-0004'],
    owasp: ['13'],
    cis: ['5.28'],
  },
  differs: { 'service-image-require-explicit-tag': built, 'CL-0004': built },
  fixes: ['suggestion'],

  options: {
    tags: { type: 'strings', default: [], description: 'The tags that move, instead of those that are known to.' },
  },

  *check(doc, { date, options }) {
    const own = options['tags'] as readonly string[];
    for (const { image, at, insert, moves, owner } of taggedImages(doc)) {
      const { tag, familiar, digest } = image;
      const isOwn = digest === undefined && (tag === undefined || own.includes(tag));
      if (!(own.length > 0 ? isOwn : moves)) continue;
      yield {
        at,
        message:
          tag === undefined
            ? `${shown(familiar)} has no tag, so each machine may run another version; name the one that you tested.`
            : `The tag ${shown(tag)} of ${shown(familiar)} moves, so each machine may run another version; name the one that you tested.`,
        owner,
        fixes: (): readonly Fix[] => {
          if (insert === undefined) return [];
          const tags = likeFirst(versionTags(image, date), tag);
          const choice = tags.length > 1 ? `\${1|${tags.join(',')}|}` : `\${1:${tags[0] ?? 'version'}}`;
          const edits = [{ span: insert, text: `${tag === undefined ? ':' : ''}${choice}` }];
          return [
            {
              title: `Pin ${shown(familiar)} to a version`,
              safety: 'suggestion',
              edits: () => [{ edits, snippet: true }],
            },
          ];
        },
      };
    }
  },
});

/** The tags with the variant that was chosen in front: `1.31-alpine` for `stable-alpine`. */
function likeFirst(tags: readonly string[], tag: string | undefined): readonly string[] {
  const variant = tags.find((one) => one.includes('-') && tag?.endsWith(one.slice(one.indexOf('-') + 1)));
  return variant === undefined ? tags : [variant, ...tags.filter((one) => one !== variant)];
}
