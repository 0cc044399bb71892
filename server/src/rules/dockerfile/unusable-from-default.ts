import { parseImageReference } from '../../engine/dockerfile/model/image.js';
import type { DockerfileDocument } from '../../engine/dockerfile/model/types.js';
import { globalDefaults, unusableDefault } from '../../engine/dockerfile/stages/defaults.js';
import { whyNotImage } from '../../engine/dockerfile/stages/imageName.js';
import type { Word } from '../../engine/dockerfile/syntax/types.js';
import { versionTags } from '../../engine/images/versions.js';
import type { Fix, RelatedPlace } from '../../engine/rule.js';
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
    InvalidDefaultArgInFrom: 'Places of a template (ARG BASE=@BASE_IMAGE@) are for another program to fill in.',
  },
  fixes: ['suggestion'],

  *check(doc, { date }) {
    for (const stage of doc.stages) {
      const { image } = stage;
      const value = unusableDefault(doc, stage);
      if (image === undefined || value === undefined) continue;
      const { declarations, values } = globalDefaults(doc);
      // A variable that nobody declares is the business of undefined-from-variable.
      if (image.variables.some(({ name }) => !values.has(name) && !declarations.has(name))) continue;
      const empty = image.variables.filter(({ name }) => (values.get(name) ?? '') === '');
      const names = [...new Set(empty.map(({ name }) => name))];
      const why =
        names.length === 0 ? '' : ` because ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} empty`;
      yield {
        at: image.span,
        message:
          value === ''
            ? `Without build arguments no image is named here${why}, so such a build stops.`
            : `Without build arguments this is “${shown(value)}”${why}: ${whyNotImage(value)}, so such a build stops.`,
        related: relatedOf(doc, names),
        fixes: names.length === 1 ? defaultFix(doc, image, names[0] ?? '', date) : [],
      };
    }
  },
});

function relatedOf(doc: DockerfileDocument, names: readonly string[]): readonly RelatedPlace[] {
  return names.flatMap((name) => {
    const pair = globalDefaults(doc).declarations.get(name);
    return pair === undefined ? [] : [{ at: pair.span, message: `${name} gets no value here.` }];
  });
}

/** A value behind the declaration: a version the table knows, or a place to fill in. */
function defaultFix(doc: DockerfileDocument, image: Word, name: string, date: string): readonly Fix[] {
  const pair = globalDefaults(doc).declarations.get(name);
  const use = image.variables.find((each) => each.name === name);
  if (pair === undefined || use === undefined) return [];
  const before = image.text.slice(0, use.span.start - image.span.start);
  const rest = doc.source.slice({ start: use.span.end, end: image.span.end });
  const tagged = /^([^$]+):$/.exec(before)?.[1];
  const reference = tagged === undefined ? undefined : parseImageReference(tagged);
  const tags = reference === undefined ? [] : versionTags(reference, date).slice(0, rest === '' ? undefined : 1);
  const value = tags.length > 1 ? `\${1|${tags.join(',')}|}` : `\${1:${tags[0] ?? placeholderOf(before, rest)}}`;
  const at = pair.value?.span ?? { start: pair.key.span.end, end: pair.key.span.end };
  const edit = { span: at, text: pair.value === undefined ? `=${value}` : value };
  const edits: Fix['edits'] = () => [{ edits: [edit], snippet: true }];
  return [{ title: `Give ${name} a default`, safety: 'suggestion', edits }];
}

function placeholderOf(before: string, rest: string): string {
  if (/:[^/]*$/.test(before)) return 'version';
  if (before === '') return rest === '' ? 'image:tag' : rest.startsWith('/') ? 'docker.io' : 'name';
  return 'name';
}
