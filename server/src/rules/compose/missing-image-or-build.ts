import { firstEntry } from '../../engine/compose/edits/lines.js';
import { besideQueries, isRunAbove, sourceBeside, sources } from '../../engine/compose/project/beside.js';
import { projectQueries, projectView } from '../../engine/compose/project/view.js';
import type { MapNode } from '../../engine/compose/tree/types.js';
import type { ComposeDocument } from '../../engine/compose/types.js';
import { defineRule, type Fix } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'missing-image-or-build',
  language: 'compose',
  title: 'Give each service an image or a build',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],
  wholeFile: true,

  facts: (doc, known) => [
    ...projectQueries(doc, known),
    ...([...doc.services.values()].some(({ map }) => map !== undefined && !sources.some((key) => map.entry(key)))
      ? [{ kind: 'exists' as const, path: 'Dockerfile' }, ...besideQueries(doc, known)]
      : []),
  ],

  *check(doc, { facts }) {
    const view = projectView(doc, facts);
    // A file that only a command line names is laid over others.
    if (!view.isComplete) return;
    for (const one of view.services.values()) {
      // What is no mapping at all is the schema's matter.
      const { name, nameSpan, span, map } = one.service;
      if (map === undefined || !one.isWhole || sources.some((key) => one.all(key).length > 0)) continue;
      // A file for a test, say, that holds what is different there.
      if (isRunAbove(facts, name)) continue;
      const beside = sourceBeside(doc, view, facts, name);
      const unless = beside === undefined ? '' : ` unless ${shown(beside)} is laid over it`;
      yield {
        at: nameSpan,
        message: `${shown(name)} has neither image nor build, so Compose does not know what to start and refuses the file${unless}.`,
        owner: span,
        // With profiles it is judged only when one of them is on.
        ...(beside !== undefined || one.profiles.length > 0 ? { severity: 'warning' } : {}),
        fixes: () => [
          ...adding(doc, map, `image: ${name}:1.0`),
          ...(facts.presence('Dockerfile') === 'absent' ? [] : adding(doc, map, 'build: .')),
        ],
      };
    }
  },
});

function adding(doc: ComposeDocument, map: MapNode, text: string): readonly Fix[] {
  const edit = firstEntry(doc, map, text);
  return edit === undefined ? [] : [{ title: `Add ${text}`, safety: 'suggestion', edits: () => [edit] }];
}
