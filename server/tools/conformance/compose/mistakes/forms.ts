import type { Mistake } from './types.js';

/** Entries that Compose cannot read, by the key that has them as a list. */
const lists: readonly (readonly [string, string, readonly string[]])[] = [
  ['port that is no number', 'ports', ['"80:http"', '"http:80"', '"8o80:80"', '"abc"']],
  ['port that is too large', 'ports', ['"80:70000"', '"70000:80"', '"65536"']],
  ['ranges of unequal length', 'ports', ['"8000-8002:80-81"', '"8000-8001:80-83"']],
  ['range that goes down', 'ports', ['"8010-8000:80"', '"90-80"']],
  ['unknown protocol', 'ports', ['"80:80/xyz"', '"53:53/tpc"', '"80:80/http"']],
  ['address that is none', 'ports', ['"300.1.1.1:80:80"', '"localhost:80:80"', '"1.2.3:80:80"']],
  ['port without a number', 'ports', ['"8080:"', '"127.0.0.1:80:"', '"/tcp"']],
  ['too many parts of a port', 'ports', ['"1:2:3:4"', '"127.0.0.1:80:80:80"']],
  ['empty part of a volume', 'volumes', ['"a::/b"', '":/b"', '"./a:"']],
  ['too many parts of a volume', 'volumes', ['./a:/b:ro:rw', './a:/b:c:d:e']],
  ['device with too many parts', 'devices', ['/dev/a:/dev/b:rwm:x', '/dev/a:/b:/c:/d']],
  ['host without an address', 'extra_hosts', ['box', '"box"']],
  ['blank behind a name', 'environment', ['"A =b"', 'A = b']],
];

/** Keys whose value Compose cannot read, with the key around them. */
const values: readonly (readonly [string, ...(readonly string[])[]])[] = [
  ['long port without target', ['ports:', '  - published: "8080"'], ['ports: [{ protocol: tcp }]']],
  ['long volume without target', ['volumes:', '  - type: bind', '    source: ./a'], ['volumes: [{ type: tmpfs }]']],
  ['bind without source', ['volumes:', '  - type: bind', '    target: /a'], ['volumes: [{ type: bind, target: /a }]']],
  [
    'address of a long port',
    ['ports:', '  - target: 80', '    published: "80"', '    host_ip: localhost'],
    ['ports: [{ target: 80, published: "80", host_ip: 1.2.3 }]'],
  ],
  [
    'duration of a health check',
    ['healthcheck:', '  test: "true"', '  interval: 30 s'],
    ['healthcheck: { test: "true", timeout: soon }'],
    ['healthcheck: { test: "true", start_period: 1min }'],
    ['healthcheck: { test: "true", interval: 30 }'],
  ],
  ['duration of a stop', ['stop_grace_period: 10 s'], ['stop_grace_period: ten'], ['stop_grace_period: 1.5x']],
  ['size of memory', ['mem_limit: 12q'], ['mem_limit: much'], ['shm_size: 64 mbit'], ['mem_reservation: 1..5g']],
  [
    'size below deploy',
    ['deploy: { resources: { limits: { memory: lots } } }'],
    ['deploy:', '  resources:', '    reservations:', '      memory: 5X'],
  ],
  [
    'head of a health check',
    ['healthcheck:', '  test: ["curl", "-f", "http://localhost"]'],
    ['healthcheck: { test: [cmd, run] }'],
    ['healthcheck:', '  test:', '    - CMDSHELL', '    - run'],
  ],
  ['number of devices', ['gpus: [{ count: many }]'], ['gpus: [{ count: 1.5 }]'], ['gpus: some']],
  [
    'mode of a file',
    ['secrets: [{ source: planted, mode: "0888" }]'],
    ['configs: [{ source: planted, mode: "rw" }]'],
    ['volumes: [{ type: tmpfs, target: /a, tmpfs: { mode: "rwx" } }]'],
  ],
  ['context without a value', ['build: { context: ., additional_contexts: [one] }']],
  ['key of ssh', ['build: { context: ., ssh: [one] }'], ['build: { context: ., ssh: ["a=b=c"] }']],
  ['format of an env file', ['env_file: [{ path: a.env, required: false, format: yaml }]']],
  ['processors', ['cpus: half'], ['deploy: { resources: { limits: { cpus: many } } }'], ['cpus: "1,5"']],
  ['limit of processes', ['pids_limit: many'], ['ulimits: { nofile: { soft: 1 } }'], ['ulimits: { nofile: lots }']],
  ['port that is exposed', ['expose: [http]'], ['expose: ["80:80"]'], ['expose: ["90-80"]'], ['expose: [eighty]']],
  ['policy of pulling', ['pull_policy: sometimes'], ['pull_policy: monthly'], ['pull_policy: 5']],
];

export const formMistakes: readonly Mistake[] = [
  ...lists.map(([id, key, entries]): Mistake => ({
    id,
    stage: 'short forms',
    plant: (base, random) => {
      const entry = random.of(entries) ?? '';
      const flow = random.below(2) === 0 && !/^[^"].*[:,]/.test(entry);
      return flow
        ? base.add(random, `${key}: [${entry}]`)
        : base.add(random, `${key}:`, ...(random.below(2) === 0 ? [`- ${entry}`] : [`  - ${entry}`]));
    },
  })),
  ...values.map(([id, ...choices]): Mistake => ({
    id,
    stage: 'short forms',
    plant: (base, random) => base.add(random, ...(random.of(choices) ?? [])),
  })),
];
