import { addressProblems } from '../../engine/compose/values/addresses.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-address',
  language: 'compose',
  title: 'Write addresses that Docker can read',
  severity: 'error',
  profile: 'recommended',
  guide: 'bridge-network',
  link: 'https://docs.docker.com/reference/compose-file/services/#ipv4_address-ipv6_address',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  // docker/compose reads them when it makes networks and containers (pkg/compose/create.go: getCreateConfigs, parseIPAMPool,
  // parseEndpointIPAM, parseMACAddr).
  *check(doc) {
    yield* addressProblems(doc);
  },
});
