import type { ImageFamily, PackageManager } from './types.js';

/** How a non-root user comes into being in images of one family. Names must be plain: letters, digits, `-`, `_`. */
export interface UserRecipe {
  /** Text of a RUN that makes a group and a user of this name without password, login shell or home; undefined where
   * the image has no tools for it or needs none: then `user` is enough. */
  readonly create: ((name: string, uid: number, gid: number) => string) | undefined;
  /** What stands behind USER. */
  readonly user: (name: string, uid: number, gid: number) => string;
  /** What stands behind --chown=; undefined on Windows, where it does not exist. */
  readonly owner: ((name: string, uid: number, gid: number) => string) | undefined;
}

/** A user for fixes that have none to go by: clear of the ids that images and hosts give out. */
export const suggestedUser = { name: 'app', uid: 10001, gid: 10001 } as const;

const byName = {
  user: (name: string): string => name,
  owner: (name: string): string => `${name}:${name}`,
};

/** shadow-utils; `--system` only below 1000, above it useradd warns. Source: useradd(8), docs.docker.com/build/building/best-practices. */
function shadow(name: string, uid: number, gid: number): string {
  const system = (id: number): string => (id < 1000 ? '--system ' : '');
  return (
    `groupadd ${system(gid)}--gid ${gid} ${name} && ` +
    `useradd ${system(uid)}--no-log-init --no-create-home --uid ${uid} --gid ${name} --shell /sbin/nologin ${name}`
  );
}

/** BusyBox applets: -S makes a system account without password, with /sbin/nologin, -H leaves the home out. */
function busybox(name: string, uid: number, gid: number): string {
  return `addgroup -S -g ${gid} ${name} && adduser -S -H -u ${uid} -G ${name} ${name}`;
}

/** Images without shadow-utils install it first. Source: package lists of ubi9-minimal and amazonlinux:2023. */
function withShadow(manager: 'microdnf' | 'dnf' | 'yum'): NonNullable<UserRecipe['create']> {
  const install = `${manager} install -y shadow-utils && ${manager} clean all`;
  return (name, uid, gid) => `${install} && ${shadow(name, uid, gid)}`;
}

const numeric: UserRecipe = {
  create: undefined,
  user: (_name, uid, gid) => `${uid}:${gid}`,
  owner: (_name, uid, gid) => `${uid}:${gid}`,
};

/**
 * The recipe of a family; an unknown one gets the numeric form, which works everywhere on Linux. The package manager
 * tells minimal images, which lack useradd, from full ones. Never throws.
 */
export function userRecipe(family: ImageFamily | undefined, packageManager?: PackageManager): UserRecipe {
  switch (family) {
    case 'debian':
    case 'ubuntu':
    case 'suse':
    case 'arch':
      return { create: shadow, ...byName };
    case 'rhel':
    case 'fedora':
      return { create: packageManager === 'microdnf' ? withShadow('microdnf') : shadow, ...byName };
    case 'amazon':
      return { create: withShadow(packageManager === 'yum' ? 'yum' : 'dnf'), ...byName };
    case 'alpine':
    case 'wolfi':
    case 'busybox':
      return { create: busybox, ...byName };
    case 'windows':
      return { create: undefined, user: () => 'ContainerUser', owner: undefined };
    case 'distroless':
    case 'scratch':
    case undefined:
      return numeric;
  }
}
