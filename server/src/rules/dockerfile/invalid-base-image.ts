import { parseImageReference } from '../../engine/dockerfile/model/image.js';
import type { Word } from '../../engine/dockerfile/syntax/types.js';
import type { Equivalents, Fix } from '../../engine/rule.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** Places of a template, such as `<image>`, `@BASE@` and `REPLACE_ME`. */
const placeholder = /[<>{}%]|@\w+@|^[A-Z\d]*[-_][-_A-Z\d]*(?=[:@]|$)/;
/** Transports that Podman and Buildah take before an image. */
const transport = /^(?:docker:\/\/|(?:oci|oci-archive|docker-archive|docker-daemon|containers-storage|dir):)/;

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
  fixes: ['suggestion'],

  // BuildKit compares a name as FROM writes it with those of stages, which are in lower case (convert.go, addState).
  *check(doc) {
    for (const { base, from, image } of doc.stages) {
      if (base.kind === 'image' || image === undefined) continue;
      const { value, known } = doc.expand(image, from);
      if (!known || (base.kind === 'stage' ? base.stage.name === value : isForOthers(value))) continue;
      if (parseImageReference(value) !== undefined) continue;
      if (doc.syntax.problems.some(({ instruction }) => instruction === from)) continue;
      const byDefault = image.variables.length > 0;
      yield {
        at: image.span,
        message: byDefault
          ? `By default ${value === '' ? '' : `this is “${shown(value)}”, but `}${reason(value)}, so such a build stops here.`
          : `${sentence(reason(value))}, so the build stops here.`,
        fixes: lowerCase(image),
        equivalents: equivalentsOf(value, byDefault),
      };
    }
  },
});

function isForOthers(name: string): boolean {
  return placeholder.test(name) || transport.test(name);
}

function reason(name: string): string {
  if (name === '') return 'the name of the image is empty';
  if (name.endsWith(':')) return 'a tag is missing behind the colon';
  if (parseImageReference(withLowerName(name)) !== undefined)
    return 'the name of an image or stage is in lower case here';
  if (name.includes('@')) return 'a digest is sha256: and 64 hexadecimal digits behind the name of an image';
  if (/^[a-z]+:\/\//i.test(name)) return 'the name of an image has no scheme such as https://';
  return `no image can be called “${shown(name)}”`;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withLowerName(text: string): string {
  const name = /^[^@]*?(?=(?::[^:/]*)?(?:@|$))/.exec(text)?.[0] ?? '';
  return name.toLowerCase() + text.slice(name.length);
}

function lowerCase({ text, value, span, variables }: Word): readonly Fix[] {
  const lower = withLowerName(text);
  if (variables.length > 0 || text !== value || parseImageReference(lower) === undefined) return [];
  return [{ title: `Change to ${shown(lower)}`, safety: 'suggestion', edits: () => [{ span, text: lower }] }];
}

function equivalentsOf(value: string, byDefault: boolean): Equivalents {
  if (byDefault) return { hadolint: [], buildkit: ['InvalidDefaultArgInFrom'] };
  return { hadolint: /[:@]$/.test(value) ? ['DL1000'] : [], buildkit: [] };
}
