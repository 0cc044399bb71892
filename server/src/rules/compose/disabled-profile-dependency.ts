import { profileFixes, profileGaps } from '../../engine/compose/project/profiles.js';
import { projectQueries } from '../../engine/compose/project/view.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'disabled-profile-dependency',
  language: 'compose',
  title: 'Depend on services that run whenever the service does',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/compose/how-tos/profiles/',
  tags: ['references'],
  equivalents: {},
  fixes: ['suggestion'],

  facts: projectQueries,

  *check(doc, { facts }) {
    for (const gap of profileGaps(doc, facts)) {
      const { service, target, use, profile } = gap;
      const [name, other] = [shown(service.name), shown(target.name)];
      const wanted = target.profiles.map((one) => shown(one)).join(', ');
      yield {
        at: use.span,
        message:
          profile === undefined
            ? `${name} always runs and needs ${other}, which is off until a profile (${wanted}) is on, so Compose refuses the file.`
            : `${name}, which the profile ${shown(profile)} starts, needs ${other}, which is off until ${wanted} is on, so Compose refuses the file.`,
        owner: use.whole,
        // People may always turn both profiles on.
        ...(profile === undefined ? {} : { severity: 'info' }),
        fixes: () => profileFixes(doc, gap),
      };
    }
  },
});
