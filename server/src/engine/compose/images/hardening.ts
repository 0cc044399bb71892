import { knownImage } from '../../images/known.js';
import { imageName, imageOf } from '../security/image.js';
import type { Service } from '../types.js';

/** What an image needs once everything else is taken from it. */
export interface Needs {
  /** Capabilities that its entry point or server uses as root. */
  readonly capabilities: readonly string[];
  /** Folders that it writes to besides its data, for a file system that is read-only. */
  readonly folders: readonly string[];
  /** Folders with its data, which the image itself does not declare as volumes. */
  readonly data: readonly string[];
  /** It writes to too many places of its own for a file system that is read-only. */
  readonly writesAnywhere: boolean;
  /** Starts below this with its usual settings. */
  readonly memory: string;
}

interface Row extends Partial<Needs> {
  readonly names: readonly string[];
}

/** Changes the owner of its data, then goes on as a user without rights (gosu, su-exec, setpriv). */
const stepsDown = ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'SETGID', 'SETUID'];
/** A master as root with workers without rights. */
const workers = ['CHOWN', 'SETGID', 'SETUID'];

// Sources: the Dockerfiles and entry points of docker-library, nginxinc, caddyserver, traefik, grafana, prometheus and
// Tecnativa; VOLUME lines of the same for `data`; capabilities(7) for what chown and setuid need.
const rows: readonly Row[] = [
  { names: ['nginx', 'openresty/openresty'], capabilities: workers, folders: ['/var/cache/nginx', '/run', '/tmp'] },
  { names: ['nginxinc/nginx-unprivileged', 'nginx/nginx-unprivileged'], folders: ['/tmp'] },
  { names: ['httpd'], capabilities: workers, folders: ['/usr/local/apache2/logs', '/tmp'] },
  // The program has the capability in its file: without it in reach it does not start.
  { names: ['caddy'], capabilities: ['NET_BIND_SERVICE'], folders: ['/config', '/tmp'], data: ['/data'] },
  { names: ['traefik'], capabilities: ['NET_BIND_SERVICE'], folders: ['/tmp'] },
  { names: ['haproxy'], folders: ['/run', '/tmp'] },
  {
    names: ['postgres', 'postgis/postgis', 'pgvector/pgvector', 'timescale/timescaledb'],
    capabilities: stepsDown,
    folders: ['/run/postgresql', '/tmp'],
    memory: '1G',
  },
  { names: ['mysql'], capabilities: stepsDown, folders: ['/run/mysqld', '/tmp'], memory: '1G' },
  { names: ['mariadb'], capabilities: stepsDown, folders: ['/run/mysqld', '/tmp'], memory: '1G' },
  { names: ['mongo'], capabilities: stepsDown, folders: ['/tmp'], memory: '1G' },
  { names: ['redis', 'valkey/valkey'], capabilities: stepsDown, folders: ['/tmp'] },
  { names: ['rabbitmq'], capabilities: stepsDown, writesAnywhere: true, memory: '1G' },
  { names: ['memcached'] },
  { names: ['wordpress', 'nextcloud', 'drupal', 'joomla'], capabilities: stepsDown, folders: ['/run', '/tmp'] },
  { names: ['adminer'], folders: ['/tmp'] },
  { names: ['grafana/grafana', 'grafana/grafana-oss'], folders: ['/tmp'], data: ['/var/lib/grafana'] },
  { names: ['prom/prometheus', 'prom/node-exporter', 'prom/alertmanager', 'prom/blackbox-exporter'], folders: [] },
  { names: ['registry', 'hashicorp/http-echo', 'traefik/whoami'], folders: [] },
  { names: ['tecnativa/docker-socket-proxy'], folders: ['/run', '/tmp'] },
  {
    names: ['node', 'python', 'ruby', 'golang', 'php', 'eclipse-temurin', 'oven/bun', 'denoland/deno'],
    folders: ['/tmp'],
  },
];

const byName = new Map(rows.flatMap((row) => row.names.map((name) => [name, row] as const)));

/** What the table knows about the image of a service; undefined for the others. */
export function needsOf(service: Service): Needs | undefined {
  const row = byName.get(imageName(service));
  if (row === undefined) return undefined;
  const { capabilities = [], folders = [], data = [], writesAnywhere = false, memory = '512M' } = row;
  return { capabilities, folders, data, writesAnywhere, memory };
}

/** Images whose first process is s6: it sets up users and folders as root each time. */
const supervised =
  /(?:^|\/)(?:linuxserver|hotio|home-assistant|crazymax|jlesage|jc21)\/|^pihole\/pihole$|^homeassistant\/|^blakeblackshear\/frigate|^ghcr\.io\/blakeblackshear\/frigate|^ghcr\.io\/paperless-ngx\//;

/** Why taking rights away would keep an image from starting; goes on after its name. Undefined where it would not. */
export function breaksWhenHardened(service: Service): string | undefined {
  return supervised.test(imageName(service))
    ? 'starts with s6, which sets up users and folders as root and does not start without the capabilities for it'
    : undefined;
}

/** Whether the service runs as a user without rights, as far as that is known. */
export function runsUnprivileged(service: Service, user: string | undefined): boolean {
  if (user !== undefined) return !/^(?:root|0+)(?::|$)/.test(user);
  const image = imageOf(service);
  const known = image === undefined ? undefined : knownImage(image);
  return known?.defaultUser !== undefined && known.defaultUser !== 'root' && known.defaultUser !== '0';
}
