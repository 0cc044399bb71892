import { readTmpfs } from '../forms/service.js';
import { readVolumes } from '../forms/volumes.js';
import { parseTag } from '../../images/tag.js';
import { defaultsIn } from '../forms/defaults.js';
import { imageName, imageOf } from '../security/image.js';
import type { Hardened } from '../security/harden.js';
import type { Service } from '../types.js';

/** Where databases keep their data, after the VOLUME lines and documentation of their images. */
const folders: readonly (readonly [images: RegExp, folder: string])[] = [
  [/^(?:mysql|mariadb|percona)$/, '/var/lib/mysql'],
  [/^mongo$/, '/data/db'],
  [/^cassandra$/, '/var/lib/cassandra'],
  [/^couchdb$/, '/opt/couchdb/data'],
  [/^influxdb$/, '/var/lib/influxdb2'],
  [/^neo4j$/, '/data'],
  [/^(?:clickhouse|clickhouse\/clickhouse-server)$/, '/var/lib/clickhouse'],
  [/^cockroachdb\/cockroach$/, '/cockroach/cockroach-data'],
  [/^mcr\.microsoft\.com\/mssql\/server$/, '/var/opt/mssql'],
  [/^(?:elasticsearch|docker\.elastic\.co\/elasticsearch\/elasticsearch)$/, '/usr/share/elasticsearch/data'],
];

/** The folder with the data of the database that a service runs; undefined for all other services. */
export function dataFolderOf(service: Service): string | undefined {
  const name = imageName(service);
  if (/^(?:postgres|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb)$/.test(name)) {
    // Release 18 keeps each release in a folder of its own below this one.
    const major = Number(parseTag(imageOf(service)?.tag ?? 'latest').version?.split('.')[0] ?? 18);
    return name === 'postgres' && major >= 18 ? '/var/lib/postgresql' : '/var/lib/postgresql/data';
  }
  return folders.find(([images]) => images.test(name))?.[1];
}

/** Whether something is mounted where the data is, a tmpfs for tests included, or the service runs no database. */
export function keepsData(one: Hardened): boolean {
  const folder = dataFolderOf(one.service);
  if (folder === undefined || one.get('volumes_from') !== undefined) return true;
  const volumes = one.get('volumes');
  const targets = [
    ...readVolumes(volumes, defaultsIn(volumes)).mounts.map(({ target, source, type }) =>
      source === undefined && type === 'volume' ? '' : target?.value,
    ),
    ...readTmpfs(one.get('tmpfs')).map(({ path }) => path.value),
  ];
  return targets.some(
    (target) =>
      target === undefined ||
      (target !== '' && (isAbove(target, folder) || isAbove(folder, target) || isAbove('/var/lib/postgresql', target))),
  );
}

function isAbove(upper: string, lower: string): boolean {
  const folder = upper.replace(/\/+$/, '');
  return lower === folder || lower.startsWith(`${folder}/`);
}
