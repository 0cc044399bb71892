export type PackageManager = 'apt' | 'apk' | 'dnf' | 'microdnf' | 'yum' | 'zypper' | 'pacman' | 'none';

/** Base system of an image. */
export type ImageFamily =
  | 'debian'
  | 'ubuntu'
  | 'alpine'
  | 'rhel'
  | 'fedora'
  | 'suse'
  | 'arch'
  | 'amazon'
  | 'wolfi'
  | 'distroless'
  | 'busybox'
  | 'scratch'
  | 'windows';

/** What an image is made to compile. */
export type Toolchain = 'go' | 'rust' | 'java' | 'dotnet' | 'c' | 'swift' | 'haskell' | 'dart' | 'nim';

/** What an image's entry point does with its command. */
export type EntryPoint = 'none' | 'passes' | 'inspects';

/** A smaller image for the same job. */
export interface SmallerSibling {
  readonly reference: string;
  /** Compressed size in MB as of the table's date. */
  readonly sizeMb: number;
}

/** What is known about one image and tag. Every field is a fact with a source in the table, or absent. */
export interface KnownImage {
  /** Familiar name without tag. */
  readonly name: string;
  readonly os: 'linux' | 'windows';
  readonly family: ImageFamily | undefined;
  readonly packageManager: PackageManager | undefined;
  /** Shell at /bin/sh and others that exist; empty for images without a shell. */
  readonly shells: readonly string[];
  /** User the image runs as by default; undefined means root. */
  readonly defaultUser: string | undefined;
  /** False when the tag would tell the user, and only a digest is given: then say nothing about it. */
  readonly userKnown: boolean;
  /** Unprivileged user that the image brings but does not select (node, www-data, app…). */
  readonly availableUser: { readonly name: string; readonly uid: number; readonly gid: number } | undefined;
  /**
   * The container gives up root by itself: its entry point changes the user (postgres, redis, mysql, linuxserver with
   * PUID…), a root master serves from unprivileged workers (nginx, httpd), or the platform picks the user (AWS Lambda).
   */
  readonly dropsPrivileges: boolean;
  /**
   * What its entry point does with CMD: it has none, hands the command on as it is (a script around `exec "$@"` that at
   * most adds the program in front of options), or looks at the command and does more; undefined when unknown.
   */
  readonly entrypoint: EntryPoint | undefined;
  /** Its compiler or SDK, for images made to build programs that run without it; undefined for all others. */
  readonly toolchain: Toolchain | undefined;
  /** TCP ports it listens on. */
  readonly ports: readonly number[];
  /** A command that tells whether it is healthy, as it would stand behind `HEALTHCHECK CMD`. */
  readonly healthCommand: string | undefined;
  /** Compressed size in MB as of the table's date. */
  readonly sizeMb: number | undefined;
  readonly smaller: readonly SmallerSibling[];
  /** ISO date after which the release gets no fixes. */
  readonly endOfLife: string | undefined;
}
