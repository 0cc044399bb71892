import { conflictAt } from '../../engine/compose/values/places.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'build-with-image',
  language: 'compose',
  title: 'Say what happens where a service has a build and an image',
  severity: 'info',
  profile: 'all',
  guide: 'compose-development',
  link: 'https://docs.docker.com/reference/compose-file/build/#using-build-and-image',
  tags: ['services'],
  equivalents: { dclint: ['no-build-and-image'] },
  fixes: [],

  options: {
    acceptPolicy: {
      type: 'boolean',
      default: true,
      description: 'With a pull_policy a service may have both; false: it never may.',
    },
  },

  *check(doc, { options: { acceptPolicy } }) {
    for (const service of doc.services.values()) {
      const build = service.entry('build');
      const image = service.entry('image');
      if (build?.value === undefined || image?.value === undefined) continue;
      const hasPolicy = service.entry('pull_policy') !== undefined;
      if (hasPolicy && acceptPolicy !== false) continue;
      if (build.value.tag === 'reset' || image.value.tag === 'reset') continue;
      yield {
        ...conflictAt(service, build, image),
        message: hasPolicy
          ? `${shown(service.name)} has build and image; keep the one that is meant.`
          : `${shown(service.name)} has build and image: Compose pulls the image if it can and builds it only where it cannot; pull_policy says which is meant.`,
      };
    }
  },
});
