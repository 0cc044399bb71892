import type { GuideSection } from '../../guide/sections.js';

/** What a hover says of a flag, an option of a mount or a directive. */
export interface OptionHelp {
  /** What it does. */
  readonly what: string;
  /** What counts without it. */
  readonly without?: string;
  /** First version of the Dockerfile syntax (`docker/dockerfile`) or the engine that has it. */
  readonly since?: string;
  readonly guide?: GuideSection;
  /** Heading in the Dockerfile reference of docs.docker.com. */
  readonly anchor: string;
}

const nonRoot: GuideSection = 'run-as-non-root#files-the-process-writes';
const mounts: GuideSection = 'build-cache#cache-mounts';
const health: GuideSection = 'application-health-check#what-docker-does-with-it';
const secrets: GuideSection = 'security-hardening#build-secrets';

const chmod = {
  what: 'Sets the mode of the copied files, such as `755` or `u+x`, without a `RUN chmod` that would store them twice.',
  without: 'files keep the mode they have',
  since: 'syntax 1.2, letters such as `u+x` since 1.14',
};
const chown = {
  what: 'Sets the user and group that own the copied files.',
  without: 'they belong to root, whatever `USER` says',
  guide: nonRoot,
};
const link = {
  what: 'Puts the files into a layer that does not depend on the layers before it, so that a changed base does not copy again.',
  without: 'the layer is built on what stands before it',
  since: 'syntax 1.4',
};
const exclude = {
  what: 'Leaves out the files that match the pattern; may be given several times.',
  since: 'syntax 1.19',
};

/** Flags by keyword and name without dashes. Facts: https://docs.docker.com/reference/dockerfile/ */
export const flags: Readonly<Record<string, Readonly<Record<string, OptionHelp>>>> = {
  FROM: {
    platform: {
      what: 'Takes the image for another platform, such as `linux/arm64`; `$BUILDPLATFORM` is the machine that builds.',
      without: 'the platform that the build is for',
      anchor: 'from',
    },
  },
  COPY: {
    from: {
      what: 'Copies from a stage, an image or a named context.',
      without: 'files come from the build context',
      guide: 'multi-stage-builds#the-better-way',
      anchor: 'copy---from',
    },
    chmod: { ...chmod, anchor: 'copy---chmod' },
    chown: { ...chown, anchor: 'copy---chown' },
    link: { ...link, anchor: 'copy---link' },
    parents: {
      what: 'Keeps the folders in front of each source; `./` in a source says where they begin.',
      without: 'files land side by side in the target',
      since: 'syntax 1.20',
      anchor: 'copy---parents',
    },
    exclude: { ...exclude, anchor: 'copy---exclude' },
  },
  ADD: {
    'keep-git-dir': {
      what: 'Keeps `.git` when a Git repository is added.',
      without: '`.git` is left out',
      since: 'syntax 1.1',
      anchor: 'add---keep-git-dir',
    },
    checksum: {
      what: 'Stops the build when what was fetched is not exactly this: `sha256:…` for a URL, a commit for a Git repository.',
      without: 'whatever the address gives today is taken',
      since: 'syntax 1.6',
      guide: 'security-hardening',
      anchor: 'add---checksum',
    },
    chmod: { ...chmod, anchor: 'add---chmod' },
    chown: { ...chown, anchor: 'add---chown' },
    link: { ...link, anchor: 'add---link' },
    unpack: {
      what: 'Says whether archives are unpacked.',
      without: 'local archives are unpacked, fetched ones are not',
      since: 'syntax 1.17',
      anchor: 'add---unpack',
    },
    exclude: { ...exclude, anchor: 'add---exclude' },
  },
  RUN: {
    mount: {
      what: 'Shows a folder, cache, secret or SSH agent to this command only; nothing of it stays in the image.',
      since: 'syntax 1.2',
      guide: mounts,
      anchor: 'run---mount',
    },
    network: {
      what: 'Sets the network of this command: `default`, `none` or `host`.',
      without: '`default`',
      since: 'syntax 1.3',
      anchor: 'run---network',
    },
    security: {
      what: 'Runs the command in a `sandbox`, or `insecure` with all rights, which the builder must allow.',
      without: '`sandbox`',
      since: 'syntax 1.20',
      anchor: 'run---security',
    },
    device: {
      what: 'Gives the command a device (CDI), such as a graphics card; the builder must allow it.',
      since: 'syntax 1.14-labs',
      anchor: 'run---device',
    },
  },
  HEALTHCHECK: {
    interval: { what: 'Time between two checks.', without: '`30s`', guide: health, anchor: 'healthcheck' },
    timeout: {
      what: 'A check that takes longer is stopped and counts as failed.',
      without: '`30s`',
      guide: health,
      anchor: 'healthcheck',
    },
    'start-period': {
      what: 'Time to start up, in which failures do not count.',
      without: '`0s`',
      guide: health,
      anchor: 'healthcheck',
    },
    'start-interval': {
      what: 'Time between two checks during the start period.',
      without: '`5s`',
      since: 'Docker Engine 25',
      guide: health,
      anchor: 'healthcheck',
    },
    retries: {
      what: 'Failures in a row after which the container counts as unhealthy.',
      without: '`3`',
      guide: health,
      anchor: 'healthcheck',
    },
  },
};

/** Types of `RUN --mount`. */
export const mountTypes: Readonly<Record<string, OptionHelp>> = {
  bind: {
    what: 'Shows files of the build context, a stage or an image without copying them; what is written to them is lost.',
    guide: 'build-cache#bind-mounts',
    anchor: 'run---mounttypebind',
  },
  cache: {
    what: 'A folder that builds on this machine keep between them, for downloads and compilers; it is not in the image.',
    guide: mounts,
    anchor: 'run---mounttypecache',
  },
  tmpfs: { what: 'An empty folder in memory that is gone afterwards.', guide: mounts, anchor: 'run---mounttypetmpfs' },
  secret: {
    what: 'Shows a secret of `docker build --secret` to the command as a file or variable; it leaves no trace in the image.',
    guide: secrets,
    anchor: 'run---mounttypesecret',
  },
  ssh: {
    what: 'Lets the command use the SSH agent of `docker build --ssh`; keys do not reach the image.',
    guide: secrets,
    anchor: 'run---mounttypessh',
  },
};

/** A text, or several by type of mount where that makes a difference. */
type ByType = string | Readonly<Record<string, string>>;

/** An option of a mount. */
type MountOption = Omit<OptionHelp, 'anchor' | 'what' | 'without'> & {
  readonly what: ByType;
  readonly without?: ByType;
};

const target: MountOption = { what: 'Where it stands in the file system of the command.' };
const from: MountOption = {
  what: 'The stage, image or named context that it comes from.',
  without: { bind: 'the build context', cache: 'an empty folder' },
};
const source: MountOption = { what: 'The path in the build context, or in what `from` names.', without: 'all of it' };
const readOnly: MountOption = { what: 'The command cannot write to it.' };
const writable: MountOption = { what: 'The command may write to it; what it writes is lost afterwards.' };

/** Options of `RUN --mount`, whatever its type. */
export const mountOptions: Readonly<Record<string, MountOption>> = {
  type: { what: 'The kind of mount: `bind`, `cache`, `tmpfs`, `secret` or `ssh`.', without: '`bind`' },
  target,
  dst: target,
  destination: target,
  source,
  src: source,
  from,
  id: {
    what: {
      cache: 'The name of the cache: builds that use the same name share it.',
      secret: 'The name of the secret, as `docker build --secret id=…` calls it.',
      ssh: 'The name of the agent or key, as `docker build --ssh` calls it.',
    },
    without: { cache: 'the target', secret: 'the last part of the target', ssh: '`default`' },
  },
  ro: readOnly,
  readonly: readOnly,
  rw: writable,
  readwrite: writable,
  sharing: {
    what: 'What happens when two builds use a cache at once: `shared` lets them, `locked` makes one wait, `private` gives each its own.',
    without: '`shared`',
  },
  size: { what: 'The most that a `tmpfs` may hold.', without: 'no limit' },
  env: { what: 'Gives the secret as this environment variable.', without: 'a file', since: 'syntax 1.10' },
  required: {
    what: { secret: 'Stops the build when the secret was not given.', ssh: 'Stops the build when no key was given.' },
    without: '`false`',
  },
  mode: {
    what: 'The mode of the folder or file, in octal.',
    without: { cache: '`0755`', secret: '`0400`', ssh: '`0600`' },
  },
  uid: { what: 'The user that owns it.', without: '`0`, which is root' },
  gid: { what: 'The group that owns it.', without: '`0`, which is root' },
};

/** Parser directives. */
export const directives: Readonly<Record<string, OptionHelp>> = {
  syntax: {
    what: 'The version of the Dockerfile language that reads this file: `docker/dockerfile:1` is the newest one, also on older builders.',
    without: 'the version that the builder brings',
    anchor: 'syntax',
  },
  escape: {
    what: 'The character that continues a line and escapes the next character; a backtick leaves `\\` to Windows paths.',
    without: '`\\`',
    anchor: 'escape',
  },
  check: {
    what: 'Configures the checks of `docker build`: `skip=` leaves some out, `error=true` makes them stop the build.',
    without: 'all checks run and only warn',
    since: 'syntax 1.8',
    anchor: 'check',
  },
};
