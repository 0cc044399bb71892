import { describe, expect, test } from 'vitest';
import { parseImageReference } from '../../../server/src/engine/dockerfile/model/image.js';
import { parsePlatform } from '../../../server/src/engine/dockerfile/model/platform.js';
import { onlyPlatform } from '../../../server/src/engine/images/platform.js';
import { isTrusted, registryOf } from '../../../server/src/engine/images/registries.js';

const trusted = (image: string, ...patterns: readonly string[]): boolean | undefined => {
  const place = registryOf(image);
  return place && isTrusted(place, patterns);
};

describe('trusted registries', () => {
  test.each([
    ['node:24', 'docker.io', true],
    ['node:24', 'hub.docker.com', true],
    ['docker.io/team/app', 'hub.docker.com', true],
    ['index.docker.io/team/app', 'docker.io', true],
    ['node:24', 'ghcr.io', false],
    ['ghcr.io/team/app', '*', true],
    ['ghcr.io/team/app', 'ghcr.*', true],
    ['a.example.com/app', '*.example.com', true],
    ['example.com/app', '*.example.com', false],
    ['example.com:5000/app', 'example.com', false],
    ['example.com:5000/app', 'example.com:*', true],
    ['localhost/app', 'localhost', true],
    ['ghcr.io/team/app:1', 'ghcr.io/team/*', true],
    ['ghcr.io/other/app:1', 'ghcr.io/team/*', false],
    ['node:24@sha256:0', 'docker.io/library/node', true],
    ['ghcr.io/$TEAM/app', 'ghcr.io', true],
    ['node:$TAG', 'docker.io', true],
    ['$BASE', 'docker.io', undefined],
    ['${REGISTRY}/app', 'docker.io', undefined],
  ] as const)('%s with %s: %s', (image, pattern, expected) => {
    expect(trusted(image, 'other.example.net', pattern)).toBe(expected);
  });
});

describe('platforms', () => {
  test.each([
    ['linux/amd64', { os: 'linux', architecture: 'amd64' }],
    ['Linux/AMD64', { os: 'linux', architecture: 'amd64' }],
    ['linux/arm/v7', { os: 'linux', architecture: 'arm' }],
    ['windows(10.0.20348)/amd64', { os: 'windows', architecture: 'amd64' }],
    ['aarch64', { os: undefined, architecture: 'arm64' }],
    ['windows', { os: 'windows', architecture: undefined }],
    ['macos/arm64', { os: 'darwin', architecture: 'arm64' }],
    ['foo', undefined],
    ['linux/', undefined],
    ['linux/arm/v7/x', undefined],
    ['', undefined],
    ['*', undefined],
  ])('%j is %j', (text, expected) => {
    expect(parsePlatform(text)).toEqual(expected);
  });

  test.each([
    ['arm64v8/node:24', 'linux', 'arm64'],
    ['winamd64/golang:1.26', 'windows', 'amd64'],
    ['mcr.microsoft.com/dotnet/sdk:10.0-arm64v8', undefined, 'arm64'],
    ['gcr.io/distroless/static-debian13:nonroot-amd64', undefined, 'amd64'],
    ['mcr.microsoft.com/windows/nanoserver:ltsc2025', 'windows', undefined],
    ['golang:1.26-nanoserver', 'windows', undefined],
    ['alpine:3.23', 'linux', undefined],
    ['node:24-alpine3.23', 'linux', undefined],
  ])('%s exists for %s and %s only', (image, os, architecture) => {
    const ref = parseImageReference(image);
    expect(ref && onlyPlatform(ref)).toEqual({ os, architecture });
  });

  test.each(['golang:1.26', 'node:24', 'scratch', 'team/app:1', 'team/amd64:1', 'caddy:2'])(
    '%s may exist for others',
    (image) => {
      const ref = parseImageReference(image);
      expect(ref && onlyPlatform(ref)).toBeUndefined();
    },
  );
});
