import { textOf } from '../../engine/compose/forms/defaults.js';
import { replaceScalar } from '../../engine/compose/edits/insert.js';
import { given } from '../../engine/compose/security/values.js';
import { fixFrom } from '../../engine/fixFrom.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'disabled-logging',
  language: 'compose',
  title: 'Keep the log of a service',
  severity: 'warning',
  profile: 'recommended',
  guide: 'view-logs',
  link: 'https://docs.docker.com/engine/logging/configure/',
  tags: ['security', 'logging'],
  equivalents: { composeLint: ['CL-0014'] },
  fixes: ['unsafe'],

  *check(doc) {
    for (const { service, node } of given(doc, 'logging')) {
      const driver = node.kind === 'map' ? node.get('driver') : undefined;
      if (driver?.kind !== 'scalar' || textOf(driver)?.value !== 'none') continue;
      yield {
        at: driver.span,
        message: `Nothing of what ${shown(service.name)} prints is kept, so nobody can see what went wrong or who came in.`,
        owner: driver.span,
        fixes: () =>
          fixFrom(driver.interpolated ? undefined : replaceScalar(doc, driver, 'local'), {
            title: 'Keep it with the driver local, which takes up to 100 MB of disk',
            safety: 'unsafe',
          }),
      };
    }
  },
});
