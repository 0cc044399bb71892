import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { isFilled, mapAt, milder, wholeNumber } from '../../engine/compose/values/places.js';
import { removalFix } from '../../engine/compose/edits/remove.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'replicated-container-name',
  language: 'compose',
  title: 'Leave the name to Compose where a service runs several times',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/#container_name',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      const name = service.entry('container_name');
      if (name === undefined || !isFilled(name.value)) continue;
      const deploy = mapAt(service.map, 'deploy');
      const scale = service.entry('scale') ?? deploy?.entry('replicas');
      const count = wholeNumber(textOf(scale?.value)?.value);
      if (scale === undefined || count === undefined || count < 2) continue;
      yield {
        at: name.merged ? service.nameSpan : name.span,
        message: `${shown(service.name)} runs ${count} times, and Docker gives a container name only once, so Compose refuses container_name here.`,
        ...milder(service),
        ...unlessSet(scale.value),
        related: name.merged ? [] : [{ at: scale.span, message: 'So many containers.' }],
        owner: name.merged ? service.span : name.span,
        fixes: () => removalFix(doc.source, service.map, name, 'suggestion'),
      };
    }
  },
});
