import { defaultsIn } from '../forms/defaults.js';
import { readDevices } from '../forms/service.js';
import { isTunnel } from '../images/kinds.js';
import type { Service } from '../types.js';
import { imageName } from './image.js';

/** What a capability opens, and the id that compose-lint has for its group. */
export interface Danger {
  readonly id: string;
  /** Goes on after "lets the service". */
  readonly harm: string;
}

// capabilities(7); the groups are those of compose-lint.
const dangers: { readonly [name: string]: Danger } = {
  ALL: { id: 'CL-0024', harm: 'do everything that root of the host can' },
  SYS_ADMIN: { id: 'CL-0024', harm: 'mount file systems and leave the container, nearly as root of the host' },
  SYS_MODULE: { id: 'CL-0024', harm: 'load code into the kernel of the host' },
  SYS_RAWIO: { id: 'CL-0024', harm: 'read and write memory and disks of the host directly' },
  NET_ADMIN: { id: 'CL-0011', harm: 'change interfaces, routes and firewall rules' },
  BPF: { id: 'CL-0011', harm: 'load programs into the kernel of the host' },
  SYS_BOOT: { id: 'CL-0011', harm: 'restart the host or load another kernel' },
  SYS_PTRACE: { id: 'CL-0027', harm: 'read and change the memory of other processes' },
  DAC_READ_SEARCH: { id: 'CL-0027', harm: 'read every file, those of the host included' },
  SYS_TIME: { id: 'CL-0028', harm: 'set the clock of the host' },
  PERFMON: { id: 'CL-0028', harm: 'watch what everything on the host does' },
  SYS_NICE: { id: 'CL-0029', harm: 'take the processor from all others' },
  IPC_LOCK: { id: 'CL-0029', harm: 'take memory of the host that cannot be taken back' },
  LEASE: { id: 'CL-0029', harm: 'hold up programs that open files' },
  SYSLOG: { id: 'CL-0030', harm: 'read the log of the kernel, which tells where it lies in memory' },
};

/** What the documentation of an image asks for. */
const expected: { readonly [name: string]: RegExp } = {
  // developer.hashicorp.com/vault (mlock), elastic.co/docs (bootstrap.memory_lock), docs.opensearch.org
  IPC_LOCK: /(?:^|\/)(?:vault|openbao|elasticsearch|opensearch)$/,
  // hub.docker.com/_/mysql: mbind
  SYS_NICE: /(?:^|\/)(?:mysql|mysql-server)$/,
  SYS_TIME: /ntp|chrony/,
  // docs.pi-hole.net: answering DHCP requests
  NET_ADMIN: /^pihole\/pihole$/,
};

/** `cap_net_admin` → `NET_ADMIN`. */
export function capabilityName(text: string | undefined): string {
  return (text ?? '').toUpperCase().replace(/^CAP_/, '');
}

export function dangerOf(name: string): Danger | undefined {
  return Object.hasOwn(dangers, name) ? dangers[name] : undefined;
}

/** Whether the service is made for what the capability allows. */
export function isExpected(name: string, service: Service): boolean {
  if (name === 'NET_ADMIN' && (isTunnel(service) || hasTunnelDevice(service))) return true;
  return expected[name]?.test(imageName(service)) ?? false;
}

function hasTunnelDevice(service: Service): boolean {
  return readDevices(service.get('devices'), defaultsIn(service.get('devices'))).devices.some(
    ({ source }) => source.value === '/dev/net/tun',
  );
}
