import { unreadable } from '../../engine/compose/values/unreadable.js';
import { mendedNumber } from '../../engine/compose/values/mend.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-cpu-count',
  language: 'compose',
  title: 'Write a share of processors as a number',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/deploy/#cpus',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  check: (doc) =>
    unreadable(doc, {
      places: ['deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'],
      isFine: isFloat,
      mended: mendedNumber,
      wanted: () => 'a number of processors, such as 0.5',
    }),
});

/** What Go's strconv.ParseFloat takes, as far as people write it. */
function isFloat(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$|^[+-]?(?:inf|infinity)$|^nan$|^[+-]?0x/i.test(text);
}
