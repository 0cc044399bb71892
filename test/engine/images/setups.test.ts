import { expect, test } from 'vitest';
import { parseImageReference } from '../../../server/src/engine/dockerfile/model/image.js';
import { imageSetup } from '../../../server/src/engine/images/setups.js';

function setupOf(text: string) {
  const image = parseImageReference(text);
  return image && imageSetup(image);
}

test.each([
  ['node:24-alpine', 'NODE_VERSION', true],
  ['node:24-alpine', 'NODE_MAJOR', false],
  ['docker.io/library/python:3.14', 'PYTHON_VERSION', true],
  ['mirror.gcr.io/library/python', 'PYTHONPATH', false],
  ['public.ecr.aws/docker/library/debian:13', 'PATH', true],
  ['debian:13-slim', 'HOME', false],
  ['wordpress:6', 'PHP_INI_DIR', true],
  ['nextcloud:31', 'PHP_INI_DIR', undefined],
  ['gcc:15', 'GCC_VERSION', undefined],
  ['gcr.io/distroless/java21-debian12:nonroot', 'JAVA_VERSION', true],
  ['registry.example.com/team/node:24', 'NODE_VERSION', undefined],
] as const)('%s sets %s: %s', (image, name, expected) => {
  expect(setupOf(image)?.sets(name)).toBe(expected);
});

test.each([
  ['golang:1.26', '/go'],
  ['php:8.4-apache', '/var/www/html'],
  ['alpine:3.23', '/'],
  ['scratch', '/'],
  ['gcr.io/distroless/static-debian13:nonroot', undefined],
  ['registry.example.com/team/base:4', undefined],
] as const)('%s stands in %s', (image, expected) => {
  expect(setupOf(image)?.workdir).toBe(expected);
});
