import { parseImageReference } from '../../engine/dockerfile/model/image.js';
import { isForOthers, whyNotImage, withLowerName } from '../../engine/dockerfile/stages/imageName.js';
import type { Word } from '../../engine/dockerfile/syntax/types.js';
import type { Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** For hadolint: a registry with a dot, a name, a tag and a digest, each without the signs in front of the others. */
const readable = /^(?:[^.]+\.[^/]+\/)?[^:@]+(?::[^:@]+)?(?:@[^@]+)?$/;

export default defineRule({
  id: 'invalid-base-image',
  language: 'dockerfile',
  title: 'Give FROM a name that an image can have',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference#instructions',
  link: 'https://docs.docker.com/reference/dockerfile/#from',
  tags: ['syntax', 'base-image'],
  equivalents: { hadolint: ['DL1000'], buildkit: ['InvalidDefaultArgInFrom'] },
  differs: {
    InvalidDefaultArgInFrom:
      'What only arguments of the build can make right is reported by unusable-from-default and undefined-from-variable; places of a template (REPLACE_ME) are left alone.',
  },
  fixes: ['suggestion'],

  // BuildKit compares a name as FROM writes it with those of stages, which are in lower case (convert.go, addState).
  *check(doc) {
    for (const { base, from, image } of doc.stages) {
      if (base.kind === 'image' || image === undefined || image.variables.length > 0) continue;
      const { value } = image;
      if (value === '' || (base.kind === 'stage' ? base.stage.name === value : isForOthers(value))) continue;
      if (parseImageReference(value) !== undefined) continue;
      if (doc.syntax.problems.some(({ instruction }) => instruction === from)) continue;
      const reason = whyNotImage(value);
      yield {
        at: image.span,
        message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}, so the build stops here.`,
        fixes: lowerCase(image),
        equivalents: { hadolint: readable.test(value) ? [] : ['DL1000'], buildkit: ['InvalidDefaultArgInFrom'] },
      };
    }
  },
});

function lowerCase({ text, value, span }: Word): readonly Fix[] {
  const lower = withLowerName(text);
  if (text !== value || parseImageReference(lower) === undefined) return [];
  return [{ title: `Change to ${shown(lower)}`, safety: 'suggestion', edits: () => [{ span, text: lower }] }];
}
