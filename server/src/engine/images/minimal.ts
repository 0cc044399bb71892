import { account, type Account, type ImageRecord } from './record.js';
import type { Tag } from './tag.js';

const nonroot: Account = account('nonroot', 65532);

const has = (tag: Tag, word: string): boolean => tag.words.includes(word);

/** GoogleContainerTools/distroless README: tags latest, nonroot, debug, debug-nonroot; user nonroot is 65532 in all. */
const distroless: ImageRecord = {
  names: ['gcr.io/distroless/*'],
  base: 'distroless',
  fixedBase: true,
  defaultUser: (tag) => (has(tag, 'nonroot') ? 'nonroot' : undefined),
  availableUser: nonroot,
};

/**
 * Chainguard (chainguard-images/images, locked_config.json, run-as): all run as 65532 but the ones below. Tags with
 * `dev` bring a shell and apk.
 */
const chainguard: ImageRecord = {
  names: ['cgr.dev/chainguard/*', 'cgr.dev/chainguard-private/*', 'chainguard/*'],
  base: (tag) => (has(tag, 'dev') ? 'wolfi' : 'distroless'),
  fixedBase: true,
  defaultUser: '65532',
  availableUser: nonroot,
};

/** Run-as 0 in their locked_config.json. */
const chainguardAsRoot: ImageRecord = {
  names: ['apko', 'bash', 'docker-dind', 'gcc-glibc', 'git', 'go', 'melange'].map(
    (name) => `cgr.dev/chainguard/${name}`,
  ),
  base: 'wolfi',
  fixedBase: true,
  availableUser: nonroot,
};

export const minimal: readonly ImageRecord[] = [
  { names: ['scratch'], entrypoint: 'none', base: 'scratch', fixedBase: true, flavours: [{ suffix: '', sizeMb: 0 }] },
  distroless,
  chainguard,
  chainguardAsRoot,
  {
    names: ['cgr.dev/chainguard/wolfi-base', 'cgr.dev/chainguard/chainguard-base', 'chainguard/wolfi-base'],
    base: 'wolfi',
    fixedBase: true,
    availableUser: nonroot,
  },
  // Its entry point changes to postgres (70).
  { names: ['cgr.dev/chainguard/postgres'], base: 'wolfi', fixedBase: true, dropsPrivileges: true, ports: [5432] },
  // Docker Hardened Images, docs.docker.com/dhi: nonroot 65532, `dev` tags run as root.
  {
    names: ['dhi.io/*'],
    base: 'unknown',
    defaultUser: (tag) => (has(tag, 'dev') ? undefined : 'nonroot'),
    availableUser: nonroot,
  },
  { names: ['hello-world'], base: 'scratch', fixedBase: true },
  // github.com/tonistiigi/xx: shell scripts for cross-compiling, FROM scratch, meant for COPY --from=xx / /.
  { names: ['tonistiigi/xx'], base: 'scratch', fixedBase: true },
  { names: ['tianon/true', 'registry.k8s.io/pause'], base: 'scratch', fixedBase: true },
];
