import { each, type Case } from './case.js';
import { head, service } from './composeService.js';

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
    name: 'aliases in themselves',
    size: 500,
    text: (size) => `${head}${each(size, (i) => `x-${i}: &a${i} [*a${i}]\n`)}`,
    expected: { 'yaml-syntax-error': 500 },
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
