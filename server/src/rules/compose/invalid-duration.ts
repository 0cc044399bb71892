import { unreadable } from '../../engine/compose/values/unreadable.js';
import { parseDuration } from '../../engine/compose/forms/quantities.js';
import { mendedDuration } from '../../engine/compose/values/mend.js';
import { defineRule } from '../../engine/rule.js';

const places = [
  'stop_grace_period',
  ...['interval', 'timeout', 'start_period', 'start_interval'].map((key) => `healthcheck.${key}`),
  ...['delay', 'window'].map((key) => `deploy.restart_policy.${key}`),
  ...['update_config', 'rollback_config'].flatMap((key) => [`deploy.${key}.delay`, `deploy.${key}.monitor`]),
];

export default defineRule({
  id: 'invalid-duration',
  language: 'compose',
  title: 'Write times as a number with its unit',
  severity: 'error',
  profile: 'recommended',
  guide: 'application-health-check',
  link: 'https://docs.docker.com/reference/compose-file/extension/#specifying-durations',
  tags: ['values'],
  equivalents: {},
  fixes: ['suggestion'],

  check: (doc) =>
    unreadable(doc, {
      places,
      isFine: (text) => parseDuration(text) !== undefined,
      mended: mendedDuration,
      wanted: (key) => `the time ${key}; times are written such as 30s or 1m30s`,
    }),
});
