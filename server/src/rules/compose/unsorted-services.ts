import { alphabetical, disorder, ownEntries } from '../../engine/compose/order/names.js';
import { defineRule } from '../../engine/rule.js';
import { shown } from '../../engine/wording.js';

export default defineRule({
  id: 'unsorted-services',
  language: 'compose',
  title: 'Keep services in alphabetical order',
  severity: 'info',
  profile: 'all',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/services/',
  tags: ['style', 'services'],
  equivalents: { dclint: ['services-alphabetical-order'] },
  differs: {
    'services-alphabetical-order':
      'One finding stands for the whole list, and services that an anchor keeps above others are in order.',
  },
  fixes: ['safe'],

  *check(doc) {
    for (const root of doc.roots) {
      const services = root.entry('services');
      if (services?.merged !== false || services.value?.kind !== 'map') continue;
      const entries = ownEntries(services.value);
      const ranks = alphabetical(entries.map(({ key }) => key));
      const places = entries.map(({ key, keySpan, span }) => ({ name: key, span: keySpan, owner: span }));
      const finding = disorder(
        doc,
        { node: services.value, ranks, places },
        {
          message: (name, above) =>
            `${shown(name)} comes before ${shown(above)} in the alphabet; in order, services are found at once.`,
          title: 'Sort the services',
        },
      );
      if (finding !== undefined) yield finding;
    }
  },
});
