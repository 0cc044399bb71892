import { stageFinding } from '../../engine/compose/style/stageFinding.js';
import { stageOf, stageSettings } from '../../engine/compose/style/stage.js';
import type { Span } from '../../engine/text/span.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'development-setting-in-production',
  language: 'compose',
  title: 'Leave development settings out of files for production',
  severity: 'warning',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/compose/how-tos/production/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    if (stageOf(doc) !== 'production') return;
    const seen = new Set<Span['start']>();
    for (const service of doc.services.values()) {
      for (const setting of stageSettings(service)) {
        // What an anchor brings to several services is one thing.
        if (setting.stage !== 'development' || seen.has(setting.at.start)) continue;
        seen.add(setting.at.start);
        yield stageFinding(setting);
      }
    }
  },
});
