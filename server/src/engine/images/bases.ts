import type { ImageFamily, PackageManager } from './types.js';

/** The system underneath an image: what decides how packages and users are added. */
export interface Base {
  readonly os: 'linux' | 'windows';
  readonly family: ImageFamily | undefined;
  readonly packageManager: PackageManager | undefined;
  readonly shells: readonly string[];
  /** Windows only: the user of the plain base image. */
  readonly defaultUser?: string;
}

const linux = (
  family: ImageFamily | undefined,
  packageManager: PackageManager | undefined,
  ...shells: string[]
): Base => Object.freeze({ os: 'linux', family, packageManager, shells });

/** Base systems by the name this table uses for them. */
export const bases = {
  debian: linux('debian', 'apt', 'sh', 'bash'),
  ubuntu: linux('ubuntu', 'apt', 'sh', 'bash'),
  alpine: linux('alpine', 'apk', 'sh', 'ash'),
  wolfi: linux('wolfi', 'apk', 'sh', 'ash'),
  busybox: linux('busybox', 'none', 'sh', 'ash'),
  fedora: linux('fedora', 'dnf', 'sh', 'bash'),
  fedoraMinimal: linux('fedora', 'microdnf', 'sh', 'bash'),
  rhel: linux('rhel', 'dnf', 'sh', 'bash'),
  rhelMinimal: linux('rhel', 'microdnf', 'sh', 'bash'),
  /** Bash and coreutils, no package manager, no tools that add users: ubi-micro. */
  rhelMicro: linux('distroless', 'none', 'sh', 'bash'),
  rhel7: linux('rhel', 'yum', 'sh', 'bash'),
  amazon2: linux('amazon', 'yum', 'sh', 'bash'),
  amazon2023: linux('amazon', 'dnf', 'sh', 'bash'),
  suse: linux('suse', 'zypper', 'sh', 'bash'),
  arch: linux('arch', 'pacman', 'sh', 'bash'),
  /** Azure Linux and CBL-Mariner: tdnf, which this table has no name for. */
  azure: linux(undefined, undefined, 'sh', 'bash'),
  /** Tags with `debug` bring BusyBox, but not at /bin/sh: a shell form still fails. */
  distroless: linux('distroless', 'none'),
  scratch: linux('scratch', 'none'),
  unknown: linux(undefined, undefined),
  nanoserver: Object.freeze<Base>({
    os: 'windows',
    family: 'windows',
    packageManager: 'none',
    shells: ['cmd'],
    defaultUser: 'ContainerUser',
  }),
  servercore: Object.freeze<Base>({
    os: 'windows',
    family: 'windows',
    packageManager: 'none',
    shells: ['cmd', 'powershell'],
    defaultUser: 'ContainerAdministrator',
  }),
} as const satisfies Readonly<Record<string, Base>>;

export type BaseName = keyof typeof bases;

/** Debian releases by code name; `slim` variants exist for each. */
export const debianReleases: Readonly<Record<string, string>> = {
  forky: '14',
  trixie: '13',
  bookworm: '12',
  bullseye: '11',
  buster: '10',
  stretch: '9',
  jessie: '8',
};

/** Ubuntu releases by code name. */
export const ubuntuReleases: Readonly<Record<string, string>> = {
  resolute: '26.04',
  questing: '25.10',
  plucky: '25.04',
  oracular: '24.10',
  noble: '24.04',
  mantic: '23.10',
  lunar: '23.04',
  jammy: '22.04',
  focal: '20.04',
  bionic: '18.04',
  xenial: '16.04',
};
