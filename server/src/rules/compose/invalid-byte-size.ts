import { unreadable } from '../../engine/compose/values/unreadable.js';
import { parseBytes } from '../../engine/compose/forms/quantities.js';
import { mendedBytes } from '../../engine/compose/values/mend.js';
import { defineRule } from '../../engine/rule.js';

const places = [
  ...['mem_limit', 'mem_reservation', 'memswap_limit', 'mem_swappiness', 'shm_size', 'build.shm_size'],
  ...['limits', 'reservations'].map((part) => `deploy.resources.${part}.memory`),
  ...['device_read_bps', 'device_write_bps', 'device_read_iops', 'device_write_iops'].map(
    (key) => `blkio_config.${key}.*.rate`,
  ),
  'volumes.*.tmpfs.size',
];

export default defineRule({
  id: 'invalid-byte-size',
  language: 'compose',
  title: 'Write sizes as a number with its unit',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-production',
  link: 'https://docs.docker.com/reference/compose-file/extension/#specifying-byte-values',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  check: (doc) =>
    unreadable(doc, {
      places,
      isFine: (text) => parseBytes(text) !== undefined,
      mended: mendedBytes,
      wanted: (key) => `the size ${key}; sizes are written such as 512m or 2g`,
    }),
});
