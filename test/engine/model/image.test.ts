import { describe, expect, test } from 'vitest';
import { parseImageReference } from '../../../server/src/engine/dockerfile/model/image.js';

const hex = 'a'.repeat(64);

describe('image references', () => {
  test.each([
    ['node', 'docker.io', 'library/node', 'node', undefined, undefined],
    ['node:20-alpine', 'docker.io', 'library/node', 'node', '20-alpine', undefined],
    ['docker.io/node', 'docker.io', 'library/node', 'node', undefined, undefined],
    ['index.docker.io/library/node', 'docker.io', 'library/node', 'node', undefined, undefined],
    ['bitnami/redis:7', 'docker.io', 'bitnami/redis', 'bitnami/redis', '7', undefined],
    ['ghcr.io/a/b/c:1', 'ghcr.io', 'a/b/c', 'ghcr.io/a/b/c', '1', undefined],
    ['localhost/x', 'localhost', 'x', 'localhost/x', undefined, undefined],
    ['localhost:5000/x:1', 'localhost:5000', 'x', 'localhost:5000/x', '1', undefined],
    ['[::1]:5000/x', '[::1]:5000', 'x', '[::1]:5000/x', undefined, undefined],
    ['Host/x', 'Host', 'x', 'Host/x', undefined, undefined],
    [`node:20@sha256:${hex}`, 'docker.io', 'library/node', 'node', '20', `sha256:${hex}`],
    ['a__b/c---d', 'docker.io', 'a__b/c---d', 'a__b/c---d', undefined, undefined],
  ])('reads %s', (text, registry, repository, familiar, tag, digest) => {
    expect(parseImageReference(text)).toEqual({ text, registry, repository, familiar, tag, digest });
  });

  test.each([
    ['', 'nothing'],
    ['Node', 'a capital letter without a slash'],
    ['node:', 'an empty tag'],
    ['node:${TAG}', 'a variable'],
    ['node:-x', 'a tag that starts with a dash'],
    [`node:${'x'.repeat(129)}`, 'a tag that is too long'],
    ['node@sha256:abc', 'a short digest'],
    [`node@sha256:${hex.toUpperCase()}`, 'a digest in capitals'],
    [`node@md5:${'a'.repeat(32)}`, 'an unknown digest algorithm'],
    [hex, 'what could be an image id'],
    ['a___b', 'three underscores'],
    ['a//b', 'an empty path part'],
    ['x'.repeat(256), 'a name that is too long'],
    [' node', 'a blank'],
  ])('refuses “%s”: %s', (text) => {
    expect(parseImageReference(text)).toBeUndefined();
  });
});
