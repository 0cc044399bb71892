import { standsAlone } from '../../engine/compose/declared.js';
import { defineRule } from '../../engine/rule.js';
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
  fixes: [],
  wholeFile: true,

  *check(doc) {
    if (!standsAlone(doc)) return;
    for (const { name, nameSpan, span, map, profiles } of doc.services.values()) {
      // What is no mapping at all is the schema's matter.
      if (map === undefined || sources.some((key) => map.entry(key) !== undefined)) continue;
      yield {
        at: nameSpan,
        message: `${shown(name)} has neither image nor build, so Compose does not know what to start and refuses the file.`,
        owner: span,
        // With profiles it is judged only when one of them is on.
        ...(profiles.length > 0 ? { severity: 'warning' } : {}),
      };
    }
  },
});
