import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import type { ComposeNode } from '../../engine/compose/tree/types.js';
import { conflictAt, isFilled, mapAt, milder } from '../../engine/compose/values/places.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'dockerfile-with-inline',
  language: 'compose',
  title: 'Name a Dockerfile or write it inline, not both',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#dockerfile_inline',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    const seen = new Set<ComposeNode>();
    for (const service of doc.services.values()) {
      const build = mapAt(service.map, 'build');
      const file = build?.entry('dockerfile');
      const inline = build?.entry('dockerfile_inline');
      if (build === undefined || file === undefined || inline === undefined || seen.has(build)) continue;
      if (!isFilled(inline.value) || !isSet(file.value)) continue;
      seen.add(build);
      yield {
        ...conflictAt(service, inline, file),
        message: `${shown(service.name)} has dockerfile and dockerfile_inline, which exclude each other, so Compose refuses it.`,
        ...milder(service),
        ...unlessSet(file.value),
        fixes: () => [file, inline].flatMap((entry) => removalFix(doc.source, build, entry, 'suggestion')),
      };
    }
  },
});

/** A variable without a default may leave it empty. */
function isSet(node: ComposeNode | undefined): boolean {
  const value = textOf(node)?.value;
  return value !== undefined && value !== '';
}
