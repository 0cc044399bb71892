import { unpaired } from '../../engine/compose/values/pairs.js';
import { defineRule } from '../../engine/rule.js';

export default defineRule({
  id: 'invalid-build-ssh',
  language: 'compose',
  title: 'Write SSH keys of a build as an id and a path',
  severity: 'error',
  profile: 'recommended',
  guide: 'compose-reference',
  link: 'https://docs.docker.com/reference/compose-file/build/#ssh',
  tags: ['values'],
  equivalents: {},
  fixes: [],

  // compose-go, transform/ssh.go.
  check: (doc) =>
    unpaired(
      doc,
      'build.ssh.*',
      'is no SSH key: in a list it is written id=path, only "default" stands alone, and Compose refuses anything else.',
      ['default'],
    ),
});
