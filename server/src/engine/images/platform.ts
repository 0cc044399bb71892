import type { ImageReference } from '../dockerfile/model/types.js';
import type { Platform } from '../dockerfile/model/platform.js';
import { bases } from './bases.js';
import { knownImage } from './known.js';
import { baseNamed } from './tag.js';

/** Repositories of the Docker Official Images for one architecture (docker-library/official-images, README). */
const repositories: ReadonlyMap<string, Platform> = new Map([
  ['amd64', { os: 'linux', architecture: 'amd64' }],
  ['arm32v5', { os: 'linux', architecture: 'arm' }],
  ['arm32v6', { os: 'linux', architecture: 'arm' }],
  ['arm32v7', { os: 'linux', architecture: 'arm' }],
  ['arm64v8', { os: 'linux', architecture: 'arm64' }],
  ['i386', { os: 'linux', architecture: '386' }],
  ['mips64le', { os: 'linux', architecture: 'mips64le' }],
  ['ppc64le', { os: 'linux', architecture: 'ppc64le' }],
  ['riscv64', { os: 'linux', architecture: 'riscv64' }],
  ['s390x', { os: 'linux', architecture: 's390x' }],
  ['winamd64', { os: 'windows', architecture: 'amd64' }],
]);

/** Last words of tags that .NET, distroless and others give to the image of one architecture. */
const suffixes: ReadonlyMap<string, string> = new Map([
  ['amd64', 'amd64'],
  ['arm64', 'arm64'],
  ['arm64v8', 'arm64'],
  ['arm32v7', 'arm'],
]);

/** Distributions that exist for Linux alone; other images may have a twin for Windows under the same tag. */
const linuxOnly =
  /^(?:alpine|debian|ubuntu|busybox|fedora|centos|rockylinux|almalinux|oraclelinux|amazonlinux|archlinux|opensuse\/\w+)$/;

/**
 * The one platform that an image exists for, as far as its name tells: `arm64v8/alpine`, `…:nanoserver-ltsc2025`,
 * `…:10.0-arm64v8`. Undefined where nothing tells. Never throws.
 */
export function onlyPlatform(image: ImageReference): Platform | undefined {
  const { familiar, tag = '' } = image;
  const repository = repositories.get(familiar.slice(0, Math.max(familiar.indexOf('/'), 0)));
  if (repository !== undefined) return repository;
  const words = tag.toLowerCase().split(/[-_]/);
  const architecture = suffixes.get(words.at(-1) ?? '');
  const os = systemOf(image, words);
  return os === undefined && architecture === undefined ? undefined : { os, architecture };
}

function systemOf(image: ImageReference, words: readonly string[]): string | undefined {
  if (knownImage(image)?.os === 'windows') return 'windows';
  const named = baseNamed(words);
  return (named !== undefined && bases[named].os === 'linux') || linuxOnly.test(image.familiar) ? 'linux' : undefined;
}
