import type { Mistake } from './types.js';

/** Keys of a service that do not go together; each line group goes in as a key of its own. */
const pairs: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['network mode with networks', ['network_mode: host'], ['networks: [default]']],
  ['scale and other replicas', ['scale: 2'], ['deploy: { replicas: 3 }']],
  ['other limit of processors', ['cpus: 0.5'], ['deploy: { resources: { limits: { cpus: "1.5" } } }']],
  ['other limit of memory', ['mem_limit: 1g'], ['deploy: { resources: { limits: { memory: 2g } } }']],
  ['other reserved memory', ['mem_reservation: 1g'], ['deploy: { resources: { reservations: { memory: 2g } } }']],
  ['other limit of processes', ['pids_limit: 10'], ['deploy: { resources: { limits: { pids: 20 } } }']],
  ['name of several containers', ['container_name: planted'], ['deploy: { replicas: 3 }']],
  ['mount over a mount', ['tmpfs: [/planted]'], ['volumes: ["/srv/planted:/planted"]']],
  ['platform that is not built', ['platform: linux/arm64'], ['build: { context: ., platforms: [linux/amd64] }']],
];

const values: readonly (readonly [string, ...(readonly string[])[]])[] = [
  ['two Dockerfiles', ['build: { context: ., dockerfile: a.Dockerfile, dockerfile_inline: "FROM scratch" }']],
  ['fewer than no containers', ['scale: -1'], ['deploy: { replicas: -2 }']],
  [
    'count of devices with their ids',
    ['gpus: [{ count: 1, device_ids: ["0"] }]'],
    ['deploy: { resources: { reservations: { devices: [{ capabilities: [gpu], count: 1, device_ids: ["0"] }] } } }'],
  ],
  [
    'watch without target',
    ['develop: { watch: [{ action: sync, path: ./src }] }'],
    ['develop:', '  watch:', '    - action: sync+restart', '      path: ./src'],
  ],
  ['watch without path', ['develop: { watch: [{ action: rebuild, path: "" }] }']],
];

const declared: readonly (readonly [
  string,
  'volumes' | 'networks' | 'secrets' | 'configs',
  ...(readonly string[])[],
])[] = [
  [
    'external volume with options',
    'volumes',
    ['planted:', '  external: true', '  driver: local'],
    ['planted: { external: true, labels: { a: b } }'],
  ],
  [
    'two names of an external one',
    'volumes',
    ['planted:', '  name: one', '  external:', '    name: other'],
    ['planted: { name: one, external: { name: other } }'],
  ],
  [
    'two sources of a config',
    'configs',
    ['planted: { file: ./a, content: b }'],
    ['planted:', '  file: ./a', '  environment: B'],
  ],
  ['config without a source', 'configs', ['planted: { labels: { a: b } }'], ['planted: {}']],
  ['two sources of a secret', 'secrets', ['planted: { file: ./a, environment: B }']],
];

export const conflictMistakes: readonly Mistake[] = [
  ...pairs.map(([id, one, other]): Mistake => ({
    id,
    stage: 'conflicts',
    plant: (base, random) => {
      const to = random.of(base.services);
      const [first, second] = random.below(2) === 0 ? [one, other] : [other, one];
      const made = base.put(to, ...first);
      return base.both(made, base.put(to, ...second));
    },
  })),
  ...values.map(([id, ...choices]): Mistake => ({
    id,
    stage: 'conflicts',
    plant: (base, random) => base.add(random, ...(random.of(choices) ?? [])),
  })),
  ...declared.map(([id, section, ...choices]): Mistake => ({
    id,
    stage: 'conflicts',
    plant: (base, random) => base.declare(section, ...(random.of(choices) ?? [])),
  })),
  {
    id: 'neither image nor build',
    stage: 'conflicts',
    plant: (base, random) => {
      const entry = random.of(base.entries(({ key, value }) => key === 'image' && value?.kind === 'scalar'));
      const owner = base.services.find(({ map }) => entry !== undefined && map.entries.includes(entry));
      if (entry === undefined || owner === undefined) return undefined;
      const { text } = base.replace(entry.span, `hostname: planted`);
      const shift = text.length - base.text.length;
      const { start, end } = owner.service.span;
      return { text, places: [{ start, end: end + shift }] };
    },
  },
  {
    id: 'service without anything',
    stage: 'conflicts',
    plant: (base, random) => base.declare('services', random.below(2) === 0 ? 'planted: {}' : 'planted:'),
  },
  {
    id: 'container name of two services',
    stage: 'conflicts',
    plant: (base, random) => {
      const one = random.of(base.services);
      const other = random.of(base.services.filter((each) => each !== one));
      return base.both(base.put(one, 'container_name: planted'), base.put(other, 'container_name: "planted"'));
    },
  },
  {
    id: 'secret without a source',
    stage: 'conflicts',
    plant: (base, random) => {
      const made = base.declare('secrets', random.below(2) === 0 ? 'planted: {}' : 'planted: { name: planted }');
      return base.both(made, base.add(random, 'secrets: [planted]'));
    },
  },
  {
    id: 'context of a service that is not built',
    stage: 'conflicts',
    plant: (base, random) => {
      const other = base.without(random, 'build');
      const one = random.of(base.services.filter((each) => each !== other));
      return (
        other && base.put(one, `build: { context: ., additional_contexts: { a: "service:${other.service.name}" } }`)
      );
    },
  },
];
