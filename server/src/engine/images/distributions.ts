import {
  almaCycles,
  alpineCycles,
  amazonLinuxCycles,
  centosCycles,
  debianCycles,
  fedoraCycles,
  leapCycles,
  oracleLinuxCycles,
  rockyCycles,
  ubuntuCycles,
} from './lifetimes.js';
import { debianReleases, ubuntuReleases } from './bases.js';
import { account, type ImageRecord } from './record.js';
import { compareVersions, majorOf, type Tag } from './tag.js';

// Sources: library/ files of docker-library/official-images, catalog.redhat.com pages of the UBI images, sizes from
// docker-library/repo-info (linux/amd64, compressed, August 2026, rounded).

const has = (tag: Tag, ...words: readonly string[]): boolean => words.some((word) => tag.words.includes(word));

/** Red Hat's universal base images, with and without the registry's second name. */
const ubi = (suffix: string): readonly string[] =>
  ['7', '8', '9', '10'].flatMap((version) => {
    const name = suffix === '' ? `ubi${version}` : `ubi${version}-${suffix}`;
    return [
      `redhat/${name}`,
      `registry.access.redhat.com/${name}`,
      `registry.access.redhat.com/ubi${version}/${suffix === '' ? 'ubi' : `ubi-${suffix}`}`,
    ];
  });

export const distributions: readonly ImageRecord[] = [
  {
    names: ['debian'],
    entrypoint: 'none',
    base: 'debian',
    aliases: debianReleases,
    cycles: debianCycles,
    flavours: [
      { suffix: '', sizeMb: 49 },
      { suffix: 'slim', sizeMb: 29 },
    ],
  },
  {
    // User ubuntu (1000) came with 23.04.
    names: ['ubuntu', 'public.ecr.aws/ubuntu/ubuntu'],
    entrypoint: 'none',
    base: 'ubuntu',
    aliases: ubuntuReleases,
    cycles: ubuntuCycles,
    cycleTags: true,
    availableUser: (tag) =>
      tag.version === undefined || compareVersions(tag.version, '23.04') >= 0 ? account('ubuntu', 1000) : undefined,
  },
  {
    names: ['alpine'],
    entrypoint: 'none',
    base: 'alpine',
    cycles: alpineCycles,
    flavours: [{ suffix: '', sizeMb: 4 }],
  },
  { names: ['busybox'], entrypoint: 'none', base: 'busybox', fixedBase: true, flavours: [{ suffix: '', sizeMb: 2 }] },
  { names: ['bash'], entrypoint: 'passes', base: 'alpine' },
  {
    names: ['fedora', 'registry.fedoraproject.org/fedora', 'quay.io/fedora/fedora'],
    entrypoint: 'none',
    base: 'fedora',
    fixedBase: true,
    cycles: fedoraCycles,
    cycleTags: true,
  },
  {
    names: ['registry.fedoraproject.org/fedora-minimal', 'quay.io/fedora/fedora-minimal'],
    base: 'fedoraMinimal',
    fixedBase: true,
    cycles: fedoraCycles,
  },
  {
    names: ['rockylinux', 'rockylinux/rockylinux', 'quay.io/rockylinux/rockylinux'],
    entrypoint: 'none',
    base: (tag) => (has(tag, 'minimal') ? 'rhelMinimal' : 'rhel'),
    fixedBase: true,
    cycles: rockyCycles,
  },
  {
    names: ['almalinux', 'quay.io/almalinuxorg/almalinux'],
    entrypoint: 'none',
    base: (tag) => (has(tag, 'minimal') ? 'rhelMinimal' : 'rhel'),
    fixedBase: true,
    cycles: almaCycles,
    cycleTags: true,
    variants: ['minimal'],
  },
  {
    names: ['almalinux/8-minimal', 'almalinux/9-minimal', 'almalinux/10-minimal', 'rockylinux/rockylinux-minimal'],
    base: 'rhelMinimal',
    fixedBase: true,
  },
  { names: ['almalinux/8-base', 'almalinux/9-base', 'almalinux/10-base'], base: 'rhel', fixedBase: true },
  {
    // docker-library/docs, centos/deprecated.md.
    names: ['centos'],
    entrypoint: 'none',
    base: (tag) => ((majorOf(tag.version) ?? 8) <= 7 ? 'rhel7' : 'rhel'),
    fixedBase: true,
    aliases: { centos5: '5', centos6: '6', centos7: '7', centos8: '8' },
    cycles: centosCycles,
    ended: '2024-06-30',
  },
  {
    names: ['quay.io/centos/centos'],
    entrypoint: 'none',
    base: (tag) => ((majorOf(tag.version) ?? 8) <= 7 ? 'rhel7' : 'rhel'),
    fixedBase: true,
    aliases: { centos7: '7', centos8: '8' },
    cycles: centosCycles,
  },
  {
    names: ['oraclelinux', 'container-registry.oracle.com/os/oraclelinux', 'ghcr.io/oracle/oraclelinux'],
    entrypoint: 'none',
    base: (tag) => (has(tag, 'slim') ? 'rhelMinimal' : (majorOf(tag.version) ?? 9) <= 7 ? 'rhel7' : 'rhel'),
    fixedBase: true,
    cycles: oracleLinuxCycles,
    cycleTags: true,
    variants: ['slim'],
  },
  { names: ubi(''), entrypoint: 'none', base: 'rhel', fixedBase: true },
  { names: ubi('init'), base: 'rhel', fixedBase: true },
  { names: ubi('minimal'), entrypoint: 'none', base: 'rhelMinimal', fixedBase: true },
  { names: ubi('micro'), entrypoint: 'none', base: 'rhelMicro', fixedBase: true },
  {
    // Red Hat's language images: USER 1001, root is needed for packages.
    names: [
      'registry.access.redhat.com/ubi8/*',
      'registry.access.redhat.com/ubi9/*',
      'registry.access.redhat.com/ubi10/*',
    ],
    base: 'rhel',
    fixedBase: true,
    defaultUser: '1001',
  },
  {
    names: ['amazonlinux', 'public.ecr.aws/amazonlinux/amazonlinux'],
    entrypoint: 'none',
    base: (tag) => (tag.version === '2' || (majorOf(tag.version) ?? 2023) < 2023 ? 'amazon2' : 'amazon2023'),
    fixedBase: true,
    cycles: amazonLinuxCycles,
    cycleTags: true,
  },
  {
    names: ['opensuse/leap', 'registry.opensuse.org/opensuse/leap'],
    entrypoint: 'none',
    base: 'suse',
    fixedBase: true,
    cycles: leapCycles,
    cycleTags: true,
  },
  {
    names: [
      'opensuse/tumbleweed',
      'registry.opensuse.org/opensuse/tumbleweed',
      'registry.suse.com/bci/bci-base',
      'registry.suse.com/suse/sle15',
    ],
    base: 'suse',
    fixedBase: true,
  },
  { names: ['archlinux', 'archlinux/archlinux'], entrypoint: 'none', base: 'arch', fixedBase: true },
  {
    names: ['mcr.microsoft.com/azurelinux/base/core', 'mcr.microsoft.com/cbl-mariner/base/core'],
    base: 'azure',
    fixedBase: true,
  },
  { names: ['kalilinux/kali-rolling', 'parrotsec/core'], base: 'debian', fixedBase: true },
  { names: ['phusion/baseimage'], base: 'ubuntu' },
];
