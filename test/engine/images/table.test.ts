import { describe, expect, test } from 'vitest';
import { databases } from '../../../server/src/engine/images/databases.js';
import { distributions } from '../../../server/src/engine/images/distributions.js';
import { knownImage } from '../../../server/src/engine/images/known.js';
import { tableDate } from '../../../server/src/engine/images/date.js';
import { languages } from '../../../server/src/engine/images/languages.js';
import { minimal } from '../../../server/src/engine/images/minimal.js';
import { servers } from '../../../server/src/engine/images/servers.js';
import { vendors } from '../../../server/src/engine/images/vendors.js';
import { windows } from '../../../server/src/engine/images/windows.js';
import { known, ref } from './ref.js';

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
