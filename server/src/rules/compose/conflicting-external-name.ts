import { externalNames } from '../../engine/compose/values/external.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'conflicting-external-name',
  language: 'compose',
  title: 'Name an external thing once',
  severity: 'error',
  profile: 'recommended',
  guide: 'external-network',
  link: 'https://docs.docker.com/reference/compose-file/networks/#external',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const { element, name, old, isSame, only } of externalNames(doc)) {
      if (name === undefined || old === undefined || isSame) continue;
      yield {
        at: old.span,
        message: `name says ${shown(name)} and external.name ${shown(old.value ?? '')}, so Compose does not know which ${element.section.slice(0, -1)} is meant and refuses the file.`,
        owner: element.span,
        fixes: () => only('Keep name, remove external.name', 'suggestion'),
      };
    }
  },
});
