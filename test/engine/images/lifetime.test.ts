import { describe, expect, test } from 'vitest';
import { parseImageReference } from '../../../server/src/engine/dockerfile/model/image.js';
import { lifetimesOf } from '../../../server/src/engine/images/lifetime.js';
import { laterTags } from '../../../server/src/engine/images/versions.js';

const digest = `sha256:${'0'.repeat(64)}`;

function lives(text: string): readonly string[] {
  const ref = parseImageReference(text);
  return ref === undefined ? [] : lifetimesOf(ref).map(({ subject, end }) => `${subject} ${end}`);
}

function later(text: string, date = '2026-11-01'): readonly string[] {
  const ref = parseImageReference(text);
  return ref === undefined ? [] : laterTags(ref, date);
}

describe('how long an image gets fixes', () => {
  test.each([
    ['node:18.20.4-slim', ['node 18 2025-04-30']],
    ['node:18-alpine3.19', ['node 18 2025-04-30', 'Alpine 3.19 2025-11-01']],
    ['python:3.13-slim-bookworm', ['Debian 12 2028-06-30', 'python 3.13 2029-10-31']],
    ['debian:buster-slim', ['debian buster 2024-06-30']],
    ['ubuntu:20.04', ['ubuntu 20.04 2025-05-31']],
    ['centos:centos6', ['centos 6 2020-11-30', 'the image centos 2024-06-30']],
    ['openjdk:17-slim', ['the image openjdk 2022-07-31']],
    ['openjdk:27-ea-slim', []],
    ['gcr.io/distroless/base-debian11', ['Debian 11 2026-08-31']],
    ['mcr.microsoft.com/windows/servercore:1903', ['mcr.microsoft.com/windows/servercore 1903 2020-12-08']],
  ])('%s: %j', (image, expected) => {
    expect(lives(image)).toEqual(expected);
  });

  test('a short version stands for the line that is over, not for one that goes on', () => {
    expect(lives('ruby:2')).toEqual(['ruby 2 2023-03-31']);
    expect(lives('php:7-apache')).toEqual(['php 7 2022-11-28']);
    expect(lives('python:3')).toEqual([]);
    expect(lives('golang:1')).toEqual([]);
  });

  test.each(['node', 'node:lts', 'node:99', `node@${digest}`, 'team/node:18', 'golang:1.27', 'scratch'])(
    'nothing is known of %s',
    (image) => {
      expect(lives(image)).toEqual([]);
    },
  );
});

describe('tags that get fixes instead', () => {
  test.each([
    ['node:18-bullseye-slim', ['26-slim', '24-slim', '22-slim']],
    ['golang:1.22', ['1.27', '1.26']],
    ['debian:buster', ['trixie', 'bookworm']],
    ['debian:10.13', ['13', '12']],
    ['mcr.microsoft.com/dotnet/aspnet:6.0-alpine', ['10.0-alpine', '8.0-alpine', '9.0-alpine']],
    ['python:3.13-slim-buster', ['3.13-slim']],
    ['eclipse-temurin:17-jre-focal', ['17-jre']],
  ])('%s → %j', (image, expected) => {
    expect([...later(image)].sort()).toEqual([...expected].sort());
  });

  test('the release that gets fixes longest comes first', () => {
    expect(later('eclipse-temurin:16-jre', '2026-08-22')[0]).toBe('25-jre');
  });

  test.each([
    'node:24-slim',
    'node:18-custom',
    `node:18@${digest}`,
    'openjdk:17',
    'centos:7',
    'mcr.microsoft.com/devcontainers/base:bullseye',
    'rust:buster',
  ])('none for %s', (image) => {
    expect(later(image)).toEqual([]);
  });
});
