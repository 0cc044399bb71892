import { describe, expect, test } from 'vitest';
import { checkSchema } from '../../../../server/src/engine/compose/schema/check.js';
import { describeProblem } from '../../../../server/src/engine/compose/schema/messages.js';
import { nodesOf } from './nodes.js';

/** Each problem as `words: message`. */
function problems(text: string): readonly string[] {
  return checkSchema(nodesOf(text)).problems.map(
    (problem) => `${text.slice(problem.span.start, problem.span.end)}: ${describeProblem(problem)}`,
  );
}

/** The keys of a service. */
function service(...lines: readonly string[]): string {
  return ['services:', '  web:', '    image: nginx', ...lines.map((line) => `    ${line}`), ''].join('\n');
}

describe('keys', () => {
  test.each([
    [service('imagee: x'), 'imagee: `imagee` is no key of a service; did you mean `image`?'],
    ['servces: {}', 'servces: `servces` is no key of a Compose file; did you mean `services`?'],
    [service('build: {contxt: .}'), 'contxt: `contxt` is no key of `build`; did you mean `context`?'],
    [
      service('ports:', '  - target: 80', '    publishd: 80'),
      'publishd: `publishd` is no key of an item of `ports`; did you mean `published`?',
    ],
    ['image: x', 'image: `image` is no key of a Compose file; it is one of a service.'],
    [
      service('healthcheck:', '  depends_on: [a]'),
      'depends_on: `depends_on` is no key of `healthcheck`; it is one of a service.',
    ],
    [service('networks:', '  front:', '    qqq: 1'), 'qqq: `qqq` is no key of `front`.'],
    [
      service('credential_spec: {zzzz: 1}'),
      'zzzz: `zzzz` is no key of `credential_spec`; it knows `config`, `file` and `registry`.',
    ],
    ['services: {"a b": {image: x}}', '"a b": `a b` is no name for a service; use letters, digits, `.`, `_` and `-`.'],
    ['networks: {"a b": {}}', '"a b": `a b` is no name for a network; use letters, digits, `.`, `_` and `-`.'],
    [service('volumes:', '  - target: /a'), 'target: An item of `volumes` needs `type`.'],
    [service('depends_on: {db: {}}'), 'db: `db` needs `condition`.'],
    ['jobs: {a: {image: x, triggers: {}}}', 'triggers: `triggers` needs `manual` or `schedule`.'],
    [service('"": 1'), '"": A key of a service is empty.'],
    ['volumes: {"": {}}', '"": The name of a volume is empty.'],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test('all mistakes are told of, in the order of the text', () => {
    const found = problems('services: {web: {imagee: a, volumes: [{target: /a, typ: bind}], scale: x}}\nvolume: {}');
    expect(found.map((line) => line.replace(/:.*/, ''))).toEqual(['imagee', 'target', 'typ', 'x', 'volume']);
  });
});

describe('values', () => {
  test.each([
    [service('restart: [always]'), '[always]: `restart` takes text, not a list.'],
    [service('restart:', '  - always'), 'restart: `restart` takes text, not a list.'],
    [service('restart: false'), 'false: `restart` takes text, not `false`.'],
    [service('hostname: false'), 'false: `hostname` takes text, not `false`; put it in quotes.'],
    [service('stop_grace_period: 10'), '10: `stop_grace_period` takes text with a unit, such as `10s`.'],
    [service('ports: 80'), '80: `ports` takes a list, not `80`.'],
    [service('ports: ${PORTS}'), '${PORTS}: `ports` takes a list; a variable makes text of it.'],
    [service('ports: "80:80"'), '"80:80": `ports` takes a list, not text.'],
    [
      service('use_api_socket: ${YES}'),
      '${YES}: `use_api_socket` takes `true` or `false`; a variable makes text of it.',
    ],
    [service('use_api_socket: "true"'), '"true": `use_api_socket` takes `true` or `false`; take the quotes away.'],
    [service('networks: {a: {priority: "1"}}'), '"1": `priority` takes a number; take the quotes away.'],
    [service('scale: many'), 'many: `scale` takes a whole number, not `many`.'],
    [service('cpu_period: "1.5"'), '"1.5": `cpu_period` takes a whole number, not `1.5`.'],
    [service('cpus: "lots"'), '"lots": `cpus` takes a number, not `lots`.'],
    [service('scale: 1.5'), '1.5: `scale` takes a whole number, not `1.5`.'],
    [service('tty: maybe'), 'maybe: `tty` takes `true` or `false`, not `maybe`.'],
    [service('tty: 1'), '1: `tty` takes `true` or `false`, not `1`.'],
    [service('cpu_percent: "50.5"'), '"50.5": `cpu_percent` takes a whole number, not `50.5`.'],
    [service('cpu_percent: 101'), '101: `cpu_percent` goes from 0 to 100.'],
    [service('cpu_count: "-1"'), '"-1": `cpu_count` is at least 0.'],
    [service('cgroup: hots'), 'hots: `cgroup` is `host` or `private`, not `hots`; did you mean `host`?'],
    [service('gpus: most'), 'most: `gpus` is `all`, not `most`.'],
    [
      service('pull_policy: every_day'),
      'every_day: `pull_policy` cannot be `every_day`; it is `always`, `never`, `missing`, `build`, `refresh`, `daily`, `weekly` or a time such as `every_12h`.',
    ],
    [service('environment: text'), 'text: `environment` takes a list or a mapping, not text.'],
    [service('command: [a, 1]'), '1: An item of `command` is text, not `1`; put it in quotes.'],
    [service('security_opt: [a, b, a]'), 'a: `a` stands twice in `security_opt`.'],
    ['version: 3.8', '3.8: `version` takes text, not `3.8`; put it in quotes.'],
    ['services: [a]', '[a]: `services` takes a mapping, not a list.'],
    ['services: {web: nginx}', 'nginx: The service `web` takes a mapping, not text.'],
    ['text', 'text: A Compose file is a mapping, not text.'],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test.each([
    ['services:', 'services: `services` is empty; it takes a mapping.'],
    ['services:\n  web:\n', 'web: The service `web` is empty; it takes a mapping.'],
    [service('ports:'), 'ports: `ports` is empty; it takes a list.'],
    [service('hostname: ~'), '~: `hostname` is empty; it takes text.'],
    [service('restart: null'), 'null: `restart` is empty; it takes text.'],
  ])('nothing: %j', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });
});

test.each([
  service('command:', 'deploy:', 'develop:', 'networks: {a: }', 'models: {a: }', 'environment: {A: }', 'pid: ~'),
  service('scale: "2"', 'tty: "yes"', 'privileged: ${P}', 'ulimits: {nofile: "5", core: {soft: "1", hard: "${C}"}}'),
  service('umask: "0o27"', 'umask: 23', 'cpus: ".5"', 'mem_limit: ${M:-1g}', 'cgroup: ${C}', 'pull_policy: ${P}'),
  service('ports: ["80:80", "80:80"]', 'cap_add: [A, A]', 'profiles: [a, a]'),
  service('ports: !reset 3', 'nett: !reset null', 'volumes: !override ["a:/b"]', 'expose: [!reset {}]'),
  service('x-any: [1, {a: ~}]', 'build: {x-any: 1, sbom: true, provenance: max, no_cache_filter: [a]}'),
  service('pre_start: [{image: x, command: a, per_replica: true, tty: 1}]').replace(', tty: 1', ''),
  service('develop: {watch: [{path: ., action: sync, target: /a, initial_sync: true, include: a}]}'),
  'x-a: 1\nname: ${NAME}\njobs: {a: {image: x, triggers: {schedule: ["0 * * * *", {cron: a}]}}}',
  'networks: {a: , b: {external: "yes"}}\nvolumes: {c: }\nsecrets: {d: {external: {name: ${X}}}}',
  'services: {}',
])('right: %j', (text) => {
  expect(problems(text)).toEqual([]);
});

describe('anchors and merge keys', () => {
  const shared = 'x-web: &web\n  imagee: nginx\nservices:\n  a:\n    <<: *web\n  b:\n    <<: *web\n    image: x\n';

  test('what is written once is told of once', () => {
    expect(problems(shared)).toEqual(['imagee: `imagee` is no key of a service; did you mean `image`?']);
    expect(problems('x-a: &a [1]\nservices:\n  a: {image: x, dns: *a}\n  b: {image: x, dns: *a}\n')).toHaveLength(1);
  });

  test('merged keys count as there', () => {
    expect(problems('x-v: &v {type: bind}\nservices: {a: {image: x, volumes: [{<<: *v, target: /a}]}}')).toEqual([]);
  });
});

describe('limits', () => {
  test('it stops where there is too much and says so', () => {
    const text = service(...Array.from({ length: 50 }, (_, index) => `q${index}: 1`));
    const { problems: found, complete } = checkSchema(nodesOf(text), undefined, { steps: 1000, problems: 10 });
    expect([found.length, complete]).toEqual([10, false]);
    expect(checkSchema(nodesOf(text), undefined, { steps: 2, problems: 10 }).complete).toBe(false);
    expect(checkSchema(nodesOf(text)).complete).toBe(true);
  });

  test('nothing is looked at twice because many refer to it', () => {
    const lines = Array.from({ length: 25 }, (_, index) => `  s${index}: {image: x, labels: *l}`);
    const text = `x-l: &l\n${Array.from({ length: 100 }, (_, index) => `  k${index}: v`).join('\n')}\nservices:\n${lines.join('\n')}`;
    expect(checkSchema(nodesOf(text), undefined, { steps: 400, problems: 10 })).toEqual({
      problems: [],
      complete: true,
    });
  });

  test('an empty document has no problem', () => {
    expect(checkSchema(undefined)).toEqual({ problems: [], complete: true });
  });
});
