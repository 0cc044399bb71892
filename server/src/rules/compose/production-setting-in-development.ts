import { stageFinding } from '../../engine/compose/style/stageFinding.js';
import { stageOf, stageSettings } from '../../engine/compose/style/stage.js';
import type { Span } from '../../engine/text/span.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'production-setting-in-development',
  language: 'compose',
  title: 'Leave production settings out of files for development',
  severity: 'info',
  profile: 'recommended',
  guide: 'compose-development',
  link: 'https://docs.docker.com/compose/how-tos/multiple-compose-files/merge/',
  tags: ['services'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    if (stageOf(doc) !== 'development') return;
    const seen = new Set<Span['start']>();
    for (const service of doc.services.values()) {
      for (const setting of stageSettings(service)) {
        if (setting.stage !== 'production' || seen.has(setting.at.start)) continue;
        seen.add(setting.at.start);
        yield stageFinding(setting);
      }
    }
  },
});
