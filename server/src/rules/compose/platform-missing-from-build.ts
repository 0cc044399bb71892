import { textOf, unlessSet } from '../../engine/compose/forms/defaults.js';
import { appendTo } from '../../engine/compose/edits/insert.js';
import { itemsOf } from '../../engine/compose/forms/pieces.js';
import { mapAt, milder } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'platform-missing-from-build',
  language: 'compose',
  title: 'Build for the platform that the service runs on',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#platforms',
  tags: ['conflicts'],
  equivalents: {},
  fixes: ['suggestion'],

  *check(doc) {
    for (const service of doc.services.values()) {
      const { value: platform, span } = textOf(service.get('platform')) ?? {};
      const list = mapAt(service.map, 'build')?.get('platforms');
      if (platform === undefined || platform === '' || span === undefined || list?.kind !== 'list') continue;
      const built = itemsOf(list).map((item) => textOf(item)?.value);
      if (built.length === 0 || built.includes(undefined) || built.includes(platform)) continue;
      const entry = service.entry('platform');
      yield {
        at: entry?.merged === true ? service.nameSpan : span,
        message: `${shown(service.name)} runs on ${shown(platform)}, which is not among the platforms of its build, so Compose refuses it.`,
        ...milder(service),
        ...unlessSet(service.get('platform'), ...list.items),
        related: [{ at: list.span, message: 'What is built.' }],
        ...(entry?.merged === true ? { owner: service.span } : {}),
        fixes: () => {
          const { value } = entry ?? {};
          const edits =
            value?.kind === 'scalar' && !value.interpolated ? appendTo(doc, list, value.text.text) : undefined;
          return edits === undefined
            ? []
            : [{ title: `Build for ${shown(platform)} too`, safety: 'suggestion', edits: () => edits }];
        },
      };
    }
  },
});
