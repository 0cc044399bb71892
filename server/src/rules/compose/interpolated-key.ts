import { interpolatedKeys, listFix } from '../../engine/compose/variables/keys.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'interpolated-key',
  language: 'compose',
  title: 'Use variables in values only',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/interpolation/',
  tags: ['variables'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const use of interpolatedKeys(doc)) {
      const where = use.owner === undefined ? '' : `; ${use.owner} may be a list of KEY=value, where it does`;
      yield {
        at: use.at,
        message: `Compose puts no variable into a key, so this one is called ${shown(use.entry.key)} as it stands${where}.`,
        owner: use.entry.span,
        fixes: () => listFix(doc, use),
      };
    }
  },
});
