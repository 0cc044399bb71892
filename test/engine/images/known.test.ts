import { describe, expect, test } from 'vitest';
import { databases } from '../../../server/src/engine/images/databases.js';
import { distributions } from '../../../server/src/engine/images/distributions.js';
import { knownImage } from '../../../server/src/engine/images/known.js';
import { tableDate } from '../../../server/src/engine/images/table.js';
import { languages } from '../../../server/src/engine/images/languages.js';
import { minimal } from '../../../server/src/engine/images/minimal.js';
import { servers } from '../../../server/src/engine/images/servers.js';
import { vendors } from '../../../server/src/engine/images/vendors.js';
import { windows } from '../../../server/src/engine/images/windows.js';
import type { ImageReference } from '../../../server/src/engine/dockerfile/model/types.js';
import type { KnownImage } from '../../../server/src/engine/images/types.js';

/** A reference by its familiar form; enough of the grammar for the table. */
function ref(text: string): ImageReference {
  const [named = '', digest] = text.split('@');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const familiar = hasTag ? named.slice(0, colon) : named;
  const first = familiar.split('/')[0] ?? '';
  const registry = familiar.includes('/') && /[.:]/.test(first) ? first : 'docker.io';
  const path = registry === 'docker.io' ? familiar : familiar.slice(registry.length + 1);
  const repository = registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  return { text, registry, repository, familiar, tag: hasTag ? named.slice(colon + 1) : undefined, digest };
}

function known(text: string): KnownImage {
  const image = knownImage(ref(text));
  if (image === undefined) throw new Error(`${text} is not in the table`);
  return image;
}

const digest = `sha256:${'0'.repeat(64)}`;

describe('the system of an image, by tag', () => {
  test.each([
    ['node:24', 'debian', 'apt'],
    ['node', 'debian', 'apt'],
    ['node:24-alpine3.22', 'alpine', 'apk'],
    ['node:lts-alpine', 'alpine', 'apk'],
    ['node:24-slim', 'debian', 'apt'],
    ['node:krypton-bookworm', 'debian', 'apt'],
    ['python:3.13-slim-bookworm', 'debian', 'apt'],
    ['golang:1.26-alpine', 'alpine', 'apk'],
    ['golang:1.26-nanoserver-ltsc2025', 'windows', 'none'],
    ['golang:1.26-windowsservercore-ltsc2022', 'windows', 'none'],
    ['eclipse-temurin:21-jre', 'ubuntu', 'apt'],
    ['eclipse-temurin:8u502-b07-jdk-alpine-3.24', 'alpine', 'apk'],
    ['eclipse-temurin:21-jdk-ubi9-minimal', 'rhel', 'microdnf'],
    ['amazoncorretto:21', 'amazon', 'dnf'],
    ['amazoncorretto:17-al2', 'amazon', 'yum'],
    ['openjdk:11-slim', 'debian', 'apt'],
    ['openjdk:17', 'rhel', 'microdnf'],
    ['openjdk:17-jdk-slim', 'debian', 'apt'],
    ['maven:3.9-eclipse-temurin-21-alpine', 'alpine', 'apk'],
    ['maven:3.9-amazoncorretto-21', 'amazon', 'dnf'],
    ['gradle:8-jdk21', 'ubuntu', 'apt'],
    ['swift:6.1-slim', 'ubuntu', 'apt'],
    ['swift:6.1-bookworm-slim', 'debian', 'apt'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0', 'debian', 'apt'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0', 'ubuntu', 'apt'],
    ['mcr.microsoft.com/dotnet/aspnet:8.0-jammy', 'ubuntu', 'apt'],
    ['mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled', 'distroless', 'none'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-azurelinux3.0-distroless', 'distroless', 'none'],
    ['ubuntu:24.04', 'ubuntu', 'apt'],
    ['debian:bookworm-20260803-slim', 'debian', 'apt'],
    ['alpine:3.22', 'alpine', 'apk'],
    ['busybox:1.37-musl', 'busybox', 'none'],
    ['fedora:44', 'fedora', 'dnf'],
    ['rockylinux:9-minimal', 'rhel', 'microdnf'],
    ['almalinux:9', 'rhel', 'dnf'],
    ['centos:7', 'rhel', 'yum'],
    ['registry.access.redhat.com/ubi9/ubi-minimal:9.6', 'rhel', 'microdnf'],
    ['registry.access.redhat.com/ubi9-minimal', 'rhel', 'microdnf'],
    ['registry.access.redhat.com/ubi9/ubi', 'rhel', 'dnf'],
    ['amazonlinux:2', 'amazon', 'yum'],
    ['amazonlinux:2023', 'amazon', 'dnf'],
    ['opensuse/leap:16.0', 'suse', 'zypper'],
    ['archlinux:base', 'arch', 'pacman'],
    ['cgr.dev/chainguard/node:latest', 'distroless', 'none'],
    ['cgr.dev/chainguard/node:latest-dev', 'wolfi', 'apk'],
    ['cgr.dev/chainguard/wolfi-base', 'wolfi', 'apk'],
    ['gcr.io/distroless/static-debian13', 'distroless', 'none'],
    ['gcr.io/distroless/nodejs24-debian13:debug', 'distroless', 'none'],
    ['scratch', 'scratch', 'none'],
    ['public.ecr.aws/lambda/python:3.13', 'amazon', 'dnf'],
    ['public.ecr.aws/lambda/python:3.11', 'amazon', 'yum'],
    ['public.ecr.aws/docker/library/node:24-alpine', 'alpine', 'apk'],
    ['mirror.gcr.io/library/python:3.13', 'debian', 'apt'],
    ['arm64v8/node:24-alpine', 'alpine', 'apk'],
  ] as const)('%s → %s with %s', (text, family, manager) => {
    expect(known(text)).toMatchObject({ family, packageManager: manager });
  });

  test('an image without a shell has none', () => {
    expect(known('gcr.io/distroless/static-debian13').shells).toEqual([]);
    expect(known('scratch').shells).toEqual([]);
    expect(known('alpine:3.22').shells).toContain('sh');
  });

  test('only the tag tells the system: a digest alone leaves it open', () => {
    expect(known(`node@${digest}`)).toMatchObject({ family: undefined, packageManager: undefined, sizeMb: undefined });
    expect(known(`alpine@${digest}`).endOfLife).toBeUndefined();
    expect(known(`node:24-alpine@${digest}`).family).toBe('alpine');
    expect(known(`gcr.io/distroless/static-debian13@${digest}`).family).toBe('distroless');
  });

  test('an image nobody listed is not known', () => {
    expect(knownImage(ref('ghcr.io/acme/api:1.2'))).toBeUndefined();
    expect(knownImage(ref('acme/node:24'))).toBeUndefined();
    expect(knownImage(ref('registry.example.com/node:24'))).toBeUndefined();
    expect(knownImage(ref('constructor'))).toBeUndefined();
  });
});

describe('users', () => {
  test.each([
    ['node:24-slim', 'node', 1000, 1000],
    ['php:8.4-cli', 'www-data', 33, 33],
    ['php:8.4-fpm-alpine', 'www-data', 82, 82],
    ['mcr.microsoft.com/dotnet/aspnet:8.0', 'app', 1654, 1654],
    ['ubuntu:24.04', 'ubuntu', 1000, 1000],
    ['ubuntu:noble', 'ubuntu', 1000, 1000],
    ['gcr.io/distroless/static-debian13', 'nonroot', 65532, 65532],
    ['oven/bun:1-alpine', 'bun', 1000, 1000],
    ['denoland/deno:debian', 'deno', 1993, 1993],
    ['denoland/deno:alpine', 'deno', 1000, 1000],
    ['gradle:8-jdk21', 'gradle', 1000, 1000],
    ['redis:8-alpine', 'redis', 999, 1000],
  ] as const)('%s brings %s (%i:%i)', (text, name, uid, gid) => {
    expect(known(text).availableUser).toEqual({ name, uid, gid });
  });

  test.each([
    'python:3.13',
    'golang:1.26',
    'ubuntu:22.04',
    'ubuntu:jammy',
    'mcr.microsoft.com/dotnet/aspnet:6.0',
    'alpine:3.22',
  ])('%s brings no user of its own', (text) => {
    expect(known(text).availableUser).toBeUndefined();
  });

  test.each([
    ['nginxinc/nginx-unprivileged:1.30', '101'],
    ['gcr.io/distroless/static-debian13:nonroot', 'nonroot'],
    ['gcr.io/distroless/static-debian13:debug-nonroot', 'nonroot'],
    ['cgr.dev/chainguard/python:latest', '65532'],
    ['mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled', 'app'],
    ['memcached:1.6', 'memcache'],
    ['haproxy:3.2', 'haproxy'],
    ['elasticsearch:9.4.0', '1000:0'],
    ['jenkins/jenkins:lts', 'jenkins'],
    ['grafana/grafana:13.0', '472'],
    ['bitnami/postgresql:17', '1001'],
    ['selenium/standalone-chrome:4', '1200'],
    ['registry.access.redhat.com/ubi9/nodejs-22', '1001'],
    ['mcr.microsoft.com/windows/nanoserver:ltsc2025', 'ContainerUser'],
    ['mcr.microsoft.com/dotnet/runtime:8.0-nanoserver-ltsc2022', 'ContainerUser'],
    ['mcr.microsoft.com/windows/servercore:ltsc2022', 'ContainerAdministrator'],
    ['mcr.microsoft.com/dotnet/framework/runtime:4.8', 'ContainerAdministrator'],
  ] as const)('%s runs as %s', (text, user) => {
    expect(known(text).defaultUser).toBe(user);
  });

  test.each([
    'node:24',
    'gcr.io/distroless/static-debian13',
    'haproxy:2.2',
    'cgr.dev/chainguard/wolfi-base',
    'cgr.dev/chainguard/go',
  ])('%s runs as root', (text) => {
    expect(known(text)).toMatchObject({ defaultUser: undefined, dropsPrivileges: false });
  });

  test.each([
    'postgres:17',
    'mysql:8.4',
    'mariadb:11.8',
    'mongo:8.0',
    'redis:8',
    'valkey/valkey:9.0',
    'rabbitmq:4.2-management',
    'nginx:1.30-alpine',
    'httpd:2.4',
    'php:8.4-apache',
    'wordpress:6',
    'ghost:6',
    'linuxserver/sonarr',
    'lscr.io/linuxserver/sonarr:latest',
    'hashicorp/vault:1.20',
    'public.ecr.aws/lambda/nodejs:22',
    `postgres@${digest}`,
  ])('%s gives up root by itself', (text) => {
    expect(known(text).dropsPrivileges).toBe(true);
  });

  test('a digest alone does not tell the user where the tag would', () => {
    expect(known(`gcr.io/distroless/static-debian13@${digest}`).userKnown).toBe(false);
    expect(known(`node@${digest}`).userKnown).toBe(true);
    expect(known('gcr.io/distroless/static-debian13:latest').userKnown).toBe(true);
  });

  test('PHP on the command line does not', () => {
    expect(known('php:8.4-cli').dropsPrivileges).toBe(false);
  });
});

describe('end of life', () => {
  test.each([
    ['node:18-alpine', '2025-04-30'],
    ['node:krypton-slim', '2028-04-30'],
    ['python:3.9.21-slim', '2025-10-31'],
    ['debian:buster', '2024-06-30'],
    ['ubuntu:20.04', '2025-05-31'],
    ['alpine:3.18.4', '2025-05-09'],
    ['mcr.microsoft.com/dotnet/sdk:7.0', '2024-05-14'],
    ['postgres:13.4-alpine', '2025-11-13'],
    ['redis:6.0', '2022-05-31'],
  ] as const)('%s: %s', (text, day) => {
    expect(known(text).endOfLife).toBe(day);
  });

  test('the system counts when it ends before the product', () => {
    expect(known('python:3.13-slim-buster').endOfLife).toBe('2024-06-30');
    expect(known('node:24-alpine3.19').endOfLife).toBe('2025-11-01');
  });

  test.each(['node:latest', 'node:99', 'python:3', 'golang:1.27', 'debian:stable-slim', 'scratch'])(
    '%s: unknown',
    (text) => {
      expect(known(text).endOfLife).toBeUndefined();
    },
  );
});

describe('sizes and siblings', () => {
  const siblings = (text: string): readonly string[] => known(text).smaller.map(({ reference }) => reference);

  test('the same version in smaller variants, smallest first', () => {
    expect(siblings('node:24')).toEqual(['node:24-alpine', 'node:24-slim']);
    expect(siblings('python:3.13')).toEqual(['python:3.13-alpine', 'python:3.13-slim']);
    expect(siblings('node:24-slim')).toEqual(['node:24-alpine']);
    expect(siblings('node')).toEqual(['node:alpine', 'node:slim']);
    expect(siblings('node:24-alpine')).toEqual([]);
  });

  test('the release of Debian stays, in the order in which the image writes it', () => {
    expect(siblings('node:22-bookworm')).toEqual(['node:22-alpine', 'node:22-bookworm-slim']);
    expect(siblings('python:3.12-bookworm')).toEqual(['python:3.12-alpine', 'python:3.12-slim-bookworm']);
    expect(siblings('debian:bookworm')).toEqual(['debian:bookworm-slim']);
  });

  test('a mirror stays the registry of its siblings', () => {
    expect(siblings('public.ecr.aws/docker/library/redis:8')).toEqual(['public.ecr.aws/docker/library/redis:8-alpine']);
  });

  test('every sibling is smaller than the image itself', () => {
    for (const text of [
      'node:24',
      'python:3.13',
      'golang:1.26',
      'rust:1',
      'postgres:17',
      'redis:8',
      'nginx:1.30',
      'debian:13',
    ]) {
      const { sizeMb, smaller } = known(text);
      expect(sizeMb, text).toBeDefined();
      expect(smaller.length, text).toBeGreaterThan(0);
      expect(
        smaller.every((sibling) => sibling.sizeMb < (sizeMb ?? 0)),
        text,
      ).toBe(true);
    }
  });

  test('a release newer than the table has no size', () => {
    expect(known('node:99-slim')).toMatchObject({ sizeMb: undefined, smaller: [] });
  });

  test('a Windows variant has no Linux size and no Linux user', () => {
    const image = known('golang:1.26-nanoserver-ltsc2025');
    expect(image).toMatchObject({
      os: 'windows',
      sizeMb: undefined,
      availableUser: undefined,
      healthCommand: undefined,
    });
  });
});

describe('the table as a whole', () => {
  test('no name stands in two places', () => {
    const names = [languages, databases, servers, vendors, distributions, minimal, windows]
      .flat()
      .flatMap((record) => record.names);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.length).toBeGreaterThan(150);
  });

  test('end-of-life days are ISO dates', () => {
    const days = [languages, databases, servers, distributions]
      .flat()
      .flatMap(({ cycles }) => Object.values(cycles ?? {}));
    expect(days.filter((day) => day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day))).toEqual([]);
  });

  test('ports and health commands', () => {
    expect(known('postgres:17')).toMatchObject({ ports: [5432] });
    expect(known('postgres:17').healthCommand).toContain('pg_isready');
    expect(known('mcr.microsoft.com/dotnet/aspnet:7.0').ports).toEqual([80]);
    expect(known('mcr.microsoft.com/dotnet/aspnet:8.0').ports).toEqual([8080]);
  });

  test('its date is a day', () => {
    expect(tableDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test('strange tags are taken', () => {
    for (const tag of [
      '',
      '-',
      '---',
      '_',
      'v',
      '1.',
      '.1',
      '8u',
      'ALPINE',
      '__proto__',
      'constructor',
      'x'.repeat(128),
    ]) {
      expect(() => knownImage({ ...ref('node'), tag })).not.toThrow();
    }
  });
});
