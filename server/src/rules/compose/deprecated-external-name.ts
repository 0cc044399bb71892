import { externalNames } from '../../engine/compose/values/external.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'deprecated-external-name',
  language: 'compose',
  title: 'Write the name of an external thing beside external',
  severity: 'warning',
  profile: 'recommended',
  guide: 'external-network',
  link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  tags: ['deprecated'],
  equivalents: {},
  fixes: ['safe'],

  *check(doc) {
    for (const { element, name, old, isSame, only, entry } of externalNames(doc)) {
      if (old === undefined || (name !== undefined && !isSame)) continue;
      yield {
        at: entry.keySpan,
        message: `external.name is old and Compose warns of it; write name beside external: true for ${shown(element.name)}.`,
        owner: entry.span,
        fixes: () => only('Write name and external: true', 'safe'),
      };
    }
  },
});
