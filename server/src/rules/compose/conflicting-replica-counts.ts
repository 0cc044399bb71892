import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { mapAt, milder, wholeNumber } from '../../engine/compose/values/places.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'conflicting-replica-counts',
  language: 'compose',
  title: 'Say once how often a service runs',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#replicas',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      const deploy = mapAt(service.map, 'deploy');
      const scale = service.entry('scale');
      const replicas = deploy?.entry('replicas');
      if (scale === undefined || replicas === undefined) continue;
      const first = wholeNumber(textOf(scale.value)?.value);
      const second = wholeNumber(textOf(replicas.value)?.value);
      if (first === undefined || second === undefined || first === second) continue;
      yield {
        at: scale.merged ? service.nameSpan : scale.span,
        message: `scale says ${first} and deploy.replicas ${second}, so Compose does not know how many containers ${shown(service.name)} has and refuses it.`,
        ...milder(service),
        ...unlessSet(scale.value, replicas.value),
        related: [{ at: replicas.span, message: 'The other number.' }],
        owner: scale.merged ? service.span : scale.span,
        fixes: () => [
          ...removalFix(doc.source, service.map, scale, 'suggestion'),
          ...removalFix(doc.source, deploy, replicas, 'suggestion', 'Remove replicas'),
        ],
      };
    }
  },
});
