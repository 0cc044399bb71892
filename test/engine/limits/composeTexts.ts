import { each, type Case } from './case.js';

const head = 'services:\n  web:\n    image: nginx:1.29\n';

/** A service with more keys. */
function service(...lines: readonly string[]): string {
  return `${head}${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** Compose files that nobody should write; what is expected are the findings of the rules about YAML, keys and names. */
export const composeTexts: readonly Case[] = [
  { name: 'empty', size: 0, text: () => '', expected: { 'yaml-syntax-error': 1 } },
  { name: 'a byte order mark alone', size: 1, text: () => '\ufeff', expected: { 'yaml-syntax-error': 1 } },
  { name: 'blanks', size: 1_000_000, text: (size) => ' '.repeat(size), expected: { 'yaml-syntax-error': 1 } },
  { name: 'NUL bytes', size: 1000, text: (size) => '\0'.repeat(size), expected: { 'yaml-syntax-error': 1 } },
  {
    name: 'a byte order mark in front of a file',
    size: 1,
    text: () => `\ufeff${head}`,
    expected: {},
  },
  {
    name: 'lone surrogates',
    size: 1,
    text: () => service('hostname: "\ud800"', 'user: \udc00'),
    expected: {},
  },
  {
    name: 'tabs in place of blanks',
    size: 5000,
    small: 20,
    text: (size) => `services:\n\tweb:\n${'\t\timage: nginx:1.29\n'.repeat(size)}`,
    expected: { 'duplicate-key': 4999, 'unknown-key': 1, 'yaml-syntax-error': 100 },
  },
  {
    name: 'tabs inside of lists',
    size: 5000,
    small: 20,
    text: (size) => service('dns:', ...Array.from({ length: size }, (_, i) => `\t- 10.0.0.${i}`)),
    expected: { 'yaml-syntax-error': 100 },
  },
  {
    name: 'an alias bomb',
    size: 25,
    text: (size) =>
      `x-0: &a0 [x, x, x, x, x, x, x, x, x]\n${each(size, (i) => `x-${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`)}${service(`command: *a${size}`)}`,
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'a bomb of merge keys',
    size: 25,
    text: (size) =>
      `x-0: &a0 {a: x}\n${each(size, (i) => `x-${i + 1}: &a${i + 1} {<<: [${`*a${i}, `.repeat(9)}]}\n`)}${service(`labels: *a${size}`)}`,
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'a long chain of merge keys',
    size: 2000,
    small: 50,
    text: (size) =>
      `x-0: &a0 {image: nginx:1.29}\n${each(size, (i) => `x-${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`)}services:\n  web:\n    labels: *a${size}\n    image: nginx:1.29\n`,
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'aliases in themselves',
    size: 500,
    text: (size) => `${head}${each(size, (i) => `x-${i}: &a${i} [*a${i}]\n`)}`,
    expected: { 'yaml-syntax-error': 500 },
  },
  {
    name: '16,000 services',
    size: 16_000,
    small: 100,
    text: (size) => `services:\n${each(size, (i) => `  s${i}: { image: "nginx:1.29", depends_on: [s${i + 1}] }\n`)}`,
    expected: { 'undefined-service': 1 },
  },
  {
    name: '16,000 keys that nobody knows',
    size: 16_000,
    small: 100,
    text: (size) => service(...Array.from({ length: size }, (_, i) => `kay${i}: 1`)),
    expected: { 'unknown-key': 1000 },
  },
  {
    name: '16,000 variables',
    size: 16_000,
    small: 100,
    text: (size) => service('environment:', ...Array.from({ length: size }, (_, i) => `  V${i}: "\${V${i}:-${i}}"`)),
    expected: {},
  },
  {
    name: '16,000 keys that are the same',
    size: 16_000,
    small: 100,
    text: (size) => service('labels:', ...Array.from({ length: size }, () => '  a: b')),
    expected: { 'duplicate-key': 15_999 },
  },
  {
    name: '16,000 keys that are no text',
    size: 16_000,
    small: 100,
    text: (size) => service('labels:', ...Array.from({ length: size }, (_, i) => `  ${i}: b`)),
    expected: { 'non-string-key': 16_000 },
  },
  {
    name: '16,000 volumes that nobody uses',
    size: 16_000,
    small: 100,
    text: (size) => `${head}volumes:\n${each(size, (i) => `  v${i}:\n`)}`,
    expected: { 'unused-volume': 16_000 },
  },
  {
    name: '16,000 ports, all the same',
    size: 16_000,
    small: 100,
    text: (size) => service('ports:', ...Array.from({ length: size }, () => '- "127.0.0.1:80:80"')),
    expected: {},
  },
  {
    name: '16,000 ports, all different',
    size: 16_000,
    small: 100,
    text: (size) => service('ports:', ...Array.from({ length: size }, (_, i) => `- "127.0.0.1:${i + 1}:80"`)),
    expected: {},
  },
  {
    name: 'ranges of all ports',
    size: 500,
    small: 10,
    text: (size) => service('ports:', ...Array.from({ length: size }, () => '- "1-65535:1-65535"')),
    expected: {},
  },
  {
    name: '16,000 mounts',
    size: 16_000,
    small: 100,
    text: (size) => service('volumes:', ...Array.from({ length: size }, (_, i) => `- ./a${i}:/a${i}`)),
    expected: {},
  },
  {
    name: '16,000 names that look alike and are not declared',
    size: 4000,
    small: 100,
    text: (size) =>
      `services:\n${each(size, (i) => `  service${i}: { image: "nginx:1.29", networks: [network${i}] }\n`)}networks:\n${each(size, (i) => `  netwark${i}: {}\n`)}`,
    expected: { 'undefined-network': 4000, 'unused-network': 4000 },
  },
  {
    name: '100,000 lines',
    size: 20_000,
    small: 100,
    text: (size) =>
      `services:\n${each(size, (i) => `  s${i}:\n    image: nginx:1.29\n    environment:\n      - A=b\n    # text\n`)}`,
    expected: {},
  },
  {
    name: '100,000 comments',
    size: 100_000,
    small: 100,
    text: (size) => `${head}${'    # a: b\n'.repeat(size)}`,
    expected: {},
  },
  {
    name: '100,000 lines that are no YAML',
    size: 100_000,
    small: 100,
    text: (size) => `${head}${'hello world\n'.repeat(size)}`,
    expected: { 'yaml-syntax-error': 2 },
  },
  {
    name: 'ignore comments on every line',
    size: 10_000,
    small: 50,
    text: (size) => `${head}${'    # docker-patterns ignore unknown-key\n    # dclint disable-line\n'.repeat(size)}`,
    expected: {},
  },
  {
    name: '2,000 documents',
    size: 2000,
    small: 20,
    text: (size) => each(size, () => `---\n${head}`),
    expected: {},
  },
  {
    name: 'a ring of dependencies',
    size: 5000,
    small: 50,
    text: (size) =>
      `services:\n${each(size, (i) => `  s${i}: { image: "nginx:1.29", depends_on: [s${(i + 1) % size}] }\n`)}`,
    expected: { 'dependency-cycle': 1 },
  },
  {
    name: 'everybody depends on everybody',
    size: 40,
    small: 8,
    text: (size) =>
      `services:\n${each(size, (i) => `  s${i}: { image: "nginx:1.29", depends_on: [${each(size, (j) => `s${j},`)}] }\n`)}`,
    expected: { 'dependency-cycle': 30 },
  },
  {
    name: 'a ring of extends',
    size: 2000,
    small: 50,
    text: (size) => `services:\n${each(size, (i) => `  s${i}: { extends: { service: s${(i + 1) % size} } }\n`)}`,
    expected: {},
  },
  {
    name: 'a long chain of extends',
    size: 2000,
    small: 50,
    text: (size) =>
      `services:\n${each(size, (i) => `  s${i}: { extends: { service: s${i + 1} } }\n`)}  s${size}:\n    image: nginx:1.29\n`,
    expected: {},
  },
  {
    name: 'brackets that open',
    size: 100_000,
    small: 500,
    text: (size) => service(`command: ${'['.repeat(size)}`),
    expected: { 'yaml-syntax-error': 101 },
  },
  {
    name: 'deep lists',
    size: 100,
    text: (size) => service(`x-deep: ${'['.repeat(size)}${']'.repeat(size)}`),
    expected: {},
  },
  {
    name: 'deep mappings',
    size: 1000,
    small: 50,
    text: (size) => `${head}x-deep:\n${each(size, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'dashes that open',
    size: 5000,
    small: 100,
    text: (size) => `${head}x-deep: \n${'- '.repeat(size)}a\n`,
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'a text of 1 MB',
    size: 1_000_000,
    text: (size) => service(`hostname: ${'x'.repeat(size)}`),
    expected: {},
  },
  {
    name: 'a block text of 100,000 lines',
    size: 100_000,
    small: 100,
    text: (size) => `${service('command: |')}${'      echo $$HOME\n'.repeat(size)}`,
    expected: {},
  },
  {
    name: 'a folded text of 100,000 lines',
    size: 100_000,
    small: 100,
    text: (size) => `${service('command: >')}${'      echo\n'.repeat(size)}`,
    expected: {},
  },
  {
    name: 'a key of 1 MB',
    size: 1_000_000,
    text: (size) => service(`${'k'.repeat(size)}: a`),
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: 'an unclosed quote of 1 MB',
    size: 300_000,
    small: 1000,
    text: (size) => service(`hostname: "${'a\\"'.repeat(size)}`),
    expected: { 'yaml-syntax-error': 1 },
  },
  {
    name: '1 MB of dollars',
    size: 1_000_000,
    text: (size) => service(`hostname: ${'$'.repeat(size)}`),
    expected: {},
  },
  {
    name: 'braces that open',
    size: 100_000,
    small: 100,
    text: (size) => service(`hostname: "${'${'.repeat(size)}"`),
    expected: { 'invalid-interpolation': 50 },
  },
  {
    name: 'variables in variables',
    size: 2000,
    small: 50,
    text: (size) => service(`hostname: "${'${A:-'.repeat(size)}${'}'.repeat(size)}"`),
    expected: {},
  },
  {
    name: '100,000 variables in a text',
    size: 100_000,
    small: 100,
    text: (size) => service(`command: "${'${A:-b} '.repeat(size)}"`),
    expected: {},
  },
  {
    name: 'short forms of 1 MB',
    size: 500_000,
    small: 1000,
    text: (size) =>
      service(
        `ports: ["${':'.repeat(size)}"]`,
        `volumes: ["${':a'.repeat(size)}"]`,
        `devices: ["${':'.repeat(size)}"]`,
        `extra_hosts: ["${'='.repeat(size)}"]`,
        `environment: ["${'='.repeat(size)}"]`,
        `stop_grace_period: ${'1h'.repeat(size)}`,
        `mem_limit: ${'1'.repeat(size)}`,
        `labels: ["${'='.repeat(size)}"]`,
      ),
    expected: {},
  },
  {
    name: 'carriage returns alone',
    size: 10_000,
    text: (size) => `services:\r  web:\r    image: nginx:1.29\r${'    # a\r'.repeat(size)}`,
    expected: {},
  },
];
