import { describe, expect, test } from 'vitest';
import { knownImage } from '../../../server/src/engine/images/known.js';
import { digest, known, ref } from './ref.js';

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
