import { expect, test } from 'vitest';
import { parseImageReference } from '../../../server/src/engine/dockerfile/model/image.js';
import { knownImage } from '../../../server/src/engine/images/known.js';
import { versionTags } from '../../../server/src/engine/images/versions.js';

function tags(text: string, date = '2026-11-01'): readonly string[] {
  const ref = parseImageReference(text);
  return ref === undefined ? [] : versionTags(ref, date);
}

test.each([
  ['node', ['26', '26-slim', '26-alpine']],
  ['python:latest', ['3.14', '3.14-slim', '3.14-alpine']],
  ['public.ecr.aws/docker/library/alpine', ['3.24']],
  ['ubuntu', ['26.04']],
  ['rust', []],
  ['team/app', []],
])('%s can be pinned to %j', (image, expected) => {
  expect(tags(image)).toEqual(expected);
});

test('a release that gets no more fixes is not offered', () => {
  expect(tags('alpine', '2027-12-01')).toEqual(['3.24']);
  expect(tags('alpine', '2030-01-01')).toEqual([]);
});

test.each([
  ['node:24', 'passes'],
  ['debian:13-slim', 'none'],
  ['debian@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412', 'none'],
  ['redis:8-alpine', 'inspects'],
  ['jetty:12', undefined],
])('what the entry point of %s does with the command: %s', (image, expected) => {
  const ref = parseImageReference(image);
  expect(ref && knownImage(ref)?.entrypoint).toBe(expected);
});
