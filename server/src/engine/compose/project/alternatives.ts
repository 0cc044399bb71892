import { defaultsIn, textOf } from '../forms/defaults.js';
import { readBuild } from '../forms/service.js';
import type { Layer } from './layers.js';
import { folderOf, isRelative, type Places } from './paths.js';

/** What a service of a project runs. */
export interface Running {
  readonly name: string;
  /** The image by its last two words, without registry and tag; undefined where there is none. */
  readonly image: string | undefined;
  /** What it is built from, the same text for the same Dockerfile of the workspace. */
  readonly build: string | undefined;
}

/** Of more services it is not asked what they run. */
const mostServices = 200;
/** So many services that are the same make two projects one, if they are half of what the smaller one runs. */
const manyCommon = 3;

/** Images, by their last word, that run beside applications of every kind: one such tells nothing of the application. */
const support =
  /(?:^|\/)(?:postg(?:res\w*|is)|pgvector|timescaledb(?:-ha)?|mysql(?:-server)?|mariadb|mssql\/server|azure-sql-edge|mongo\w*|redis[\w-]*|valkey[\w-]*|memcached|elasticsearch|opensearch|kibana|opensearch-dashboards|clickhouse-server|cassandra|scylla|influxdb|neo4j|rabbitmq|kafka|cp-[\w-]+|zookeeper|redpanda|nats[\w-]*|activemq[\w-]*|minio|mc|localstack|azurite|mailpit|mailhog|maildev|mailcatcher|smtp4dev|pgadmin4|pgbouncer|adminer|phpmyadmin|mongo-express|redisinsight|redis-commander|kafka-ui|akhq|grafana[\w-]*|prometheus|alertmanager|[\w-]+-exporter|cadvisor|loki|tempo|promtail|alloy|all-in-one|zipkin|otel[\w-]*|opentelemetry-[\w-]+|fluent-bit|fluentd|keycloak|vault|consul|dex|traefik|nginx[\w-]*|caddy[\w-]*|haproxy|envoy|portainer[\w-]*|watchtower|whoami|wiremock|mockserver|meilisearch|typesense|qdrant|weaviate|ollama|standalone-\w+)$/;

/** What the services of a project run, as far as that can be told. */
export function runningIn(services: Iterable<Layer>, places: Places): readonly Running[] {
  return [...services].slice(0, mostServices).map((service) => {
    const node = service.get('build');
    const build = readBuild(node, defaultsIn(node));
    const image = imageIn(service);
    if (node === undefined) return { name: service.name, image, build: undefined };
    const context = build?.context?.value ?? (build?.context === undefined ? '.' : undefined);
    const file = service.leaves.findLast(({ map }) => map?.get('build') !== undefined)?.file ?? '';
    const way = context === undefined || !isRelative(context) ? context : places.join(folderOf(file), context);
    const place = way === undefined ? undefined : (places.toRoot(way) ?? way);
    const dockerfile = build?.dockerfile?.value ?? 'Dockerfile';
    const isKnown = place !== undefined && build?.inline === undefined;
    return { name: service.name, image, build: isKnown ? `${place} ${dockerfile}` : '' };
  });
}

/** No name of an image is longer. */
const longestImage = 1000;

function withoutVariables(text: string): string {
  return text.replaceAll(/\$(?:\{[^}]*\}|\w+)/g, '');
}

/** Variables that nobody knows are most often a registry or a tag. */
function imageIn(service: Layer): string | undefined {
  const node = service.get('image');
  if (node?.kind !== 'scalar') return undefined;
  const text = textOf(node)?.value ?? (node.text.text.length > longestImage ? '' : withoutVariables(node.text.text));
  const [name = ''] = text.split('@', 1);
  const colon = name.lastIndexOf(':');
  const words = (colon > name.lastIndexOf('/') ? name.slice(0, colon) : name).split('/');
  const isRegistry = words.length > 1 && /[.:]|^localhost$/.test(words[0] ?? '');
  return (
    words
      .slice(isRegistry ? 1 : 0)
      .filter((word) => word !== '')
      .slice(-2)
      .join('/') || undefined
  );
}

/**
 * Whether two projects are ways to run the same: they build or run one application, or most of what one of them runs.
 * A database or another support that both have tells nothing. Nobody starts them beside one another.
 */
export function areAlternatives(a: readonly Running[], b: readonly Running[]): boolean {
  const common = a.filter((one) => b.some((other) => isSame(one, other)));
  if (common.some(isApplication)) return true;
  return common.length >= manyCommon && common.length * 2 >= Math.min(a.length, b.length);
}

function isSame(a: Running, b: Running): boolean {
  const isBuilt = [a, b].filter(({ build }) => build !== undefined).length;
  if (isBuilt === 2) return a.build === '' || b.build === '' ? a.name === b.name : a.build === b.build;
  if (a.image !== undefined && a.image === b.image) return true;
  // Once built, once as it was published.
  return isBuilt === 1 && a.name === b.name;
}

function isApplication({ image, build }: Running): boolean {
  return build !== undefined || (image?.includes('/') === true && !support.test(image));
}
