import { companionQueries, elsewhereIn } from '../../engine/compose/companions.js';
import { standsAlone } from '../../engine/compose/declared.js';
import { firstEntry } from '../../engine/compose/edits.js';
import type { MapNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument, Service } from '../../engine/compose/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

/** With one of these a service has what it runs, or may have it from elsewhere. */
const sources = ['image', 'build', 'provider', 'extends'];

export default defineRule({
  id: 'missing-image-or-build',
  language: 'compose',
  title: 'Give each service an image or a build',
  severity: 'error',
  profile: 'recommended',
  guide: 'dockerfile-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  facts: (doc) => (without(doc).length > 0 ? companionQueries : []),

  *check(doc, { facts }) {
    const isElsewhere = elsewhereIn(facts);
    for (const { name, nameSpan, span, map, profiles } of without(doc)) {
      if (isElsewhere(name)) continue;
      yield {
        at: nameSpan,
        message: `${shown(name)} has neither image nor build, so Compose does not know what to start and refuses the file.`,
        owner: span,
        // With profiles it is judged only when one of them is on.
        ...(profiles.length > 0 ? { severity: 'warning' } : {}),
        fixes: () =>
          map === undefined ? [] : [...adding(doc, map, `image: ${name}:1.0`), ...adding(doc, map, 'build: .')],
      };
    }
  },
});

/** What is no mapping at all is the schema's matter. */
function without(doc: ComposeDocument): readonly Service[] {
  if (!standsAlone(doc)) return [];
  return [...doc.services.values()].filter(
    ({ name, map }) => map !== undefined && !doc.roots.some((root) => hasSource(root, name)),
  );
}

/** Compose merges the documents of a file, so that any of them may have it. */
function hasSource(root: MapNode, name: string): boolean {
  const services = root.get('services');
  const map = services?.kind === 'map' ? services.get(name) : undefined;
  return map?.kind === 'map' && sources.some((key) => map.entry(key) !== undefined);
}

function adding(doc: ComposeDocument, map: MapNode | undefined, text: string): readonly Fix[] {
  const edit = map === undefined ? undefined : firstEntry(doc, map, text);
  return edit === undefined ? [] : [{ title: `Add ${text}`, safety: 'suggestion', edits: () => [edit] }];
}
