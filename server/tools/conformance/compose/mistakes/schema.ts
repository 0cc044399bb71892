import type { MapEntry } from '../../../../src/engine/compose/tree/types.js';
import type { Base } from './base.js';
import type { Random } from './random.js';
import type { Mistake, Stage } from './types.js';

type Lines = readonly string[];

function inService(stage: Stage, all: readonly (readonly [string, ...Lines[]])[]): readonly Mistake[] {
  return all.map(([id, ...choices]) => ({
    id,
    stage,
    plant: (base, random) => base.add(random, ...(random.of(choices) ?? [])),
  }));
}

export const keyMistakes: readonly Mistake[] = [
  { id: 'misspelt key of a service', stage: 'keys', plant: (base, random) => renamed(base, random, misspelt) },
  {
    id: 'key in capitals',
    stage: 'keys',
    plant: (base, random) => renamed(base, random, (word) => (word[0] ?? '').toUpperCase() + word.slice(1)),
  },
  {
    id: 'key with a dash',
    stage: 'keys',
    plant: (base, random) =>
      renamed(base, random, (word) => (word.includes('_') ? word.replaceAll('_', '-') : undefined)),
  },
  {
    id: 'unknown key at the top',
    stage: 'keys',
    plant: (base, random) => {
      const key = random.of(['service', 'network', 'volume', 'servces', 'environment', 'image']) ?? '';
      return base.insert(0, `${key}:${base.newline}  a: {}${base.newline}`);
    },
  },
  {
    id: 'unknown key of a network',
    stage: 'keys',
    plant: (base, random) =>
      base.declare('networks', 'planted_network:', `  ${random.of(['drivers', 'subnet', 'type']) ?? ''}: bridge`),
  },
  {
    id: 'unknown key of a volume',
    stage: 'keys',
    plant: (base, random) =>
      base.declare('volumes', 'planted_volume:', `  ${random.of(['drive', 'path', 'size']) ?? ''}: local`),
  },
  ...inService('keys', [
    ['unknown key of a service', ['memory: 1g'], ['envs: [A=b]'], ['port: ["80"]'], ['depend_on: []'], ['foo: bar']],
    ['key of the first format', ['log_driver: none'], ['net: host'], ['volume_driver: local'], ['cpuset_cpus: "0"']],
    [
      'unknown key of a health check',
      ['healthcheck:', '  test: "true"', '  retry: 3'],
      ['healthcheck: { test: "true", intervall: 3s }'],
    ],
    [
      'unknown key of a build',
      ['build:', '  context: .', '  file: Dockerfile'],
      ['build:', '  context: .', '  arguments: {A: b}'],
    ],
    [
      'unknown key below deploy',
      ['deploy:', '  replica: 2'],
      ['deploy:', '  resources:', '    limit:', '      cpus: "1"'],
      ['deploy: { resources: { limits: { mem: 1g } } }'],
    ],
    [
      'unknown key of a long form',
      ['ports:', '  - target: 80', '    publish: "8080"'],
      ['volumes:', '  - type: bind', '    source: ./a', '    target: /a', '    readonly: true'],
      ['env_file:', '  - path: a.env', '    optional: true'],
    ],
    ['unknown key of logging', ['logging:', '  driver: json-file', '  opts: {}'], ['logging: { option: {} }']],
    [
      'key that is no text',
      ['environment:', '  1: one'],
      ['labels:', '  true: yes'],
      ['sysctls: {1: 0}'],
      ['extra_hosts: {1: 10.0.0.1}'],
    ],
  ]),
];

export const typeMistakes: readonly Mistake[] = [
  ...inService('types', [
    ['list for a text', ['hostname: [box]'], ['working_dir:', '  - /app'], ['user: [root]']],
    ['mapping for a text', ['hostname: {name: box}'], ['stop_signal:', '  name: SIGINT']],
    ['mapping for a list', ['ports: {"80": "80"}'], ['volumes:', '  a: /a'], ['cap_add:', '  NET_ADMIN: true']],
    ['text for a list', ['ports: "80:80"'], ['volumes: ./a:/a'], ['cap_add: NET_ADMIN'], ['security_opt: a:b']],
    [
      'text for a mapping',
      ['healthcheck: curl localhost'],
      ['logging: json-file'],
      ['deploy: replicas'],
      ['ulimits: a'],
    ],
    ['list for a mapping', ['healthcheck: [curl]'], ['logging:', '  - driver'], ['deploy: [replicas]']],
    ['number for a text', ['hostname: 12'], ['container_name: 4711'], ['image: 5'], ['restart: 3']],
    ['truth value for a text', ['restart: true'], ['hostname: false'], ['working_dir: true']],
    ['text for a number', ['healthcheck: { test: "true", retries: three }'], ['scale: two'], ['oom_score_adj: low']],
    ['text for a truth value', ['privileged: maybe'], ['init: sometimes'], ['tty: "2"'], ['read_only: never']],
    ['number out of its range', ['oom_score_adj: 2000'], ['oom_score_adj: -1001']],
    [
      'word that is none of the known',
      ['volumes:', '  - type: bnd', '    source: ./a', '    target: /a'],
      ['cgroup: elsewhere'],
      ['deploy: { restart_policy: { condition: 5 } }'],
      ['deploy: { update_config: { order: any } }'],
    ],
    ['empty value for a mapping', ['healthcheck: { test: {} }'], ['ulimits: { nofile: {} }']],
    ['list in a list', ['environment:', '  - [A, b]'], ['dns: [[1.1.1.1]]'], ['cap_drop:', '  - - ALL']],
    ['list that says something twice', ['cap_add: [A, A]'], ['dns: [1.1.1.1, 1.1.1.1]'], ['security_opt: [a:b, a:b]']],
    ['list as a value of a mapping', ['environment:', '  A: [b]'], ['labels:', '  a: {b: c}']],
  ]),
  {
    id: 'service that is a text',
    stage: 'types',
    plant: (base) => base.declare('services', 'planted: nginx:1.29'),
  },
  { id: 'service that is a list', stage: 'types', plant: (base) => base.declare('services', 'planted: [image]') },
  { id: 'volume that is a text', stage: 'types', plant: (base) => base.declare('volumes', 'planted: ./data') },
  { id: 'secret that is a text', stage: 'types', plant: (base) => base.declare('secrets', 'planted: ./data') },
];

function renamed(base: Base, random: Random, change: (word: string) => string | undefined) {
  const entry: MapEntry | undefined = random.of(base.entries(({ key }) => /^[a-z_]{3,}$/.test(key)));
  const word = entry && change(entry.key);
  return entry === undefined || word === undefined || word === entry.key
    ? undefined
    : base.replace(entry.keySpan, word);
}

/** Two letters changed for one another. */
function misspelt(word: string): string {
  const at = 1 + (word.length >> 2);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

/** Values with variables that Compose cannot read. */
const broken: readonly (readonly [string, readonly string[]])[] = [
  ['brace that is not closed', ['${TAG', 'a${TAG:-b', '${A:-${B}']],
  ['braces without a name', ['${}', 'x${}y', '${:-a}']],
  ['blank in braces', ['${ TAG}', '${TAG }', '${MY TAG}']],
  ['name that starts with a digit', ['${1TAG}', '${9}']],
  ['operator that does not exist', ['${TAG!a}', '${TAG/a/b}', '${TAG^^}', '${TAG%x}']],
  ['dash in a name', ['${MY.TAG}', '${#TAG}', '${!TAG}']],
];

const homes: readonly ((value: string) => Lines)[] = [
  (value) => [`hostname: "${value}"`],
  (value) => ['environment:', `  - "KEY=${value}"`],
  (value) => ['labels:', `  a.b: '${value}'`],
  (value) => [`command: ["run", "${value}"]`],
  (value) => [`x-more: { deep: "${value}" }`],
  (value) => ['entrypoint: >', `  run ${value} now`],
];

export const interpolationMistakes: readonly Mistake[] = broken.map(([id, values]) => ({
  id,
  stage: 'interpolation',
  plant: (base, random) => base.add(random, ...(random.of(homes)?.(random.of(values) ?? '') ?? [])),
}));
