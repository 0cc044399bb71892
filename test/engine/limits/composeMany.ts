import { each, type Case } from './case.js';
import { head, service } from './composeService.js';

/** Compose files that hold very many of something; what is expected are the findings of the rules about YAML, keys and names. */
export const composeMany: readonly Case[] = [
  {
    name: 'a long chain of merge keys',
    size: 2000,
    small: 50,
    text: (size) =>
      `x-0: &a0 {image: nginx:1.29}\n${each(size, (i) => `x-${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`)}services:\n  web:\n    labels: *a${size}\n    image: nginx:1.29\n`,
    expected: { 'yaml-syntax-error': 1 },
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
    name: '100,000 variables in a text',
    size: 100_000,
    small: 100,
    text: (size) => service(`command: "${'${A:-b} '.repeat(size)}"`),
    expected: {},
  },
];
