import { usesOf } from '../../engine/compose/declared.js';
import type { NameUse } from '../../engine/compose/forms/names.js';
import { asPath } from '../../engine/compose/missing.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import type { ComposeDocument, Service } from '../../engine/compose/types.js';
import { milder } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'path-like-volume-name',
  language: 'compose',
  title: 'Start the path of a mount with ./',
  severity: 'warning',
  profile: 'recommended',
  guide: 'bind-mounts',
  link: 'https://docs.docker.com/reference/compose-file/services/#volumes',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: (doc, known) => (found(doc).length > 0 ? projectQueries(doc, known) : []),

  *check(doc, { facts }) {
    const named = found(doc);
    // Where the project is known in whole, undefined-volume says it.
    if (named.length === 0 || projectView(doc, facts).isComplete) return;
    for (const { service, use } of named) {
      yield {
        at: use.span,
        message: `Compose reads ${shown(use.name)} as the name of a volume, which cannot have a slash; a path starts with ./`,
        owner: use.whole,
        ...milder(service),
        fixes: () => asPath(doc, use),
      };
    }
  },
});

function found(doc: ComposeDocument): readonly { readonly service: Service; readonly use: NameUse }[] {
  return [...doc.services.values()].flatMap((service) =>
    usesOf(service, 'volumes')
      .filter(({ name }) => name.includes('/'))
      .map((use) => ({ service, use })),
  );
}
