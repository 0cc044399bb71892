import { isMonitor } from '../images/kinds.js';
import { isWithin, type HostMount } from './mounts.js';

/** What a mount of the host gives away. */
export type Exposure =
  | { readonly kind: 'socket'; readonly what: string }
  | { readonly kind: 'writable'; readonly readOnlyIsFine: boolean }
  | { readonly kind: 'readable'; readonly what: string };

const sockets: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)docker(?:-\w+)?\.sock$|\/docker_engine$/, "Docker's socket"],
  [/(?:^|\/)containerd\.sock$/, "containerd's socket"],
  [/(?:^|\/)crio\.sock$/, "CRI-O's socket"],
  [/(?:^|\/)podman\.sock$/, "Podman's socket"],
  [/^\/run\/systemd(?:\/private)?$/, "systemd's socket"],
  [/^(?:\/var)?\/run$/, "a folder with Docker's socket in it"],
  [/^(?:\/var)?\/run\/(?:containerd|docker|podman|crio)$/, 'a folder with the socket of a container engine in it'],
];

/** Where writing is as good as being root on the host, whatever is below. */
const systemFolders = [
  ...['/boot', '/bin', '/sbin', '/lib', '/lib64', '/usr/bin', '/usr/sbin', '/usr/lib', '/usr/lib64'],
  ...['/usr/local/bin', '/usr/local/sbin', '/usr/local/lib', '/proc', '/sys', '/var/lib/docker', '/var/lib/containerd'],
  ...['/var/lib/kubelet', '/var/spool/cron', '/etc/ssh', '/etc/sudoers.d', '/etc/pam.d', '/etc/systemd', '/etc/docker'],
  ...['/etc/cron.d', '/etc/cron.daily', '/etc/cron.hourly', '/etc/kubernetes', '/etc/ld.so.conf.d', '/etc/profile.d'],
  ...['/etc/security', '/etc/init.d', '/etc/apt'],
];
/** The same for the folder or file itself; what is below belongs to programs. */
const systemPlaces: ReadonlySet<string> = new Set([
  ...['/', '/etc', '/usr', '/usr/local', '/var', '/var/lib', '/root', '/dev'],
  ...['/etc/passwd', '/etc/group', '/etc/shadow', '/etc/gshadow', '/etc/sudoers', '/etc/crontab', '/etc/hosts'],
  ...['/etc/resolv.conf', '/etc/localtime', '/etc/timezone', '/etc/machine-id', '/etc/ld.so.preload', '/etc/profile'],
]);

/** What even reading gives away: the rest of the folders above is the same on every host. */
const tellingFolders = [
  ...['/boot', '/proc', '/var/lib/docker', '/var/lib/containerd', '/var/lib/kubelet', '/etc/ssh', '/etc/kubernetes'],
  ...['/etc/sudoers.d', '/etc/docker', '/var/spool/cron'],
];
const tellingPlaces: ReadonlySet<string> = new Set([
  ...['/', '/etc', '/var', '/var/lib', '/root', '/dev', '/sys', '/home', '~', '/dev/shm', '/dev/hugepages'],
  ...['/etc/shadow', '/etc/gshadow', '/etc/sudoers'],
]);
const credentials: ReadonlySet<string> = new Set([
  '.ssh',
  '.aws',
  '.kube',
  '.docker',
  '.gnupg',
  '.config/gcloud',
  '.azure',
]);
const disks =
  /^\/dev\/(?:(?:sd|hd|vd|xvd)[a-z]+\d*|nvme\d.*|mmcblk\d.*|md\d+|dm-\d+|loop\d+|rbd\d+|zfs|k?mem|kmsg|port|(?:mapper|disk)(?:\/.*)?)$/;

/** What a mount exposes; undefined for data of people and programs, and for what is the same on every host. */
export function exposureOf(mount: HostMount): Exposure | undefined {
  const { path, readOnly, service } = mount;
  const socket = sockets.find(([pattern]) => pattern.test(path));
  if (socket !== undefined) return { kind: 'socket', what: socket[1] };
  const what = secretFolder(path) ?? (isTelling(path) ? path : undefined);
  if (readOnly === false && (systemPlaces.has(path) || systemFolders.some((folder) => isWithin(path, folder)))) {
    return { kind: 'writable', readOnlyIsFine: what === undefined };
  }
  if (what === undefined || readOnly === undefined) return undefined;
  return isMonitor(service) && readOnly ? undefined : { kind: 'readable', what };
}

/** A raw disk, or the memory of the host. */
export function isRawDevice(path: string): boolean {
  return disks.test(path);
}

function isTelling(path: string): boolean {
  return (
    tellingPlaces.has(path) ||
    /^\/home\/[^/]+$/.test(path) ||
    tellingFolders.some((one) => isWithin(path, one)) ||
    isRawDevice(path)
  );
}

/** A folder of keys below somebody's home: `~/.ssh`. */
function secretFolder(path: string): string | undefined {
  const below = /^(?:~|\/root|\/home\/[^/]+)\/(.+)$/.exec(path)?.[1];
  if (below === undefined) return undefined;
  const [first = '', second = ''] = below.split('/');
  return credentials.has(first) || credentials.has(`${first}/${second}`) ? path : undefined;
}
